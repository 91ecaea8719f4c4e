import { useEffect } from 'react';
import type { Session } from '#session/commands.ts';
import { Frame } from '../app/Frame.tsx';
import { Briefing } from '../briefing/Briefing.tsx';
import { Files } from '../files/Files.tsx';
import { Kubelet } from '../kubelet/Kubelet.tsx';
import { BenchProvider, useView } from '../store/bench.tsx';
import { NARROW, useMedia } from '../store/media.ts';
import { WORDS } from '../words.ts';
import { Announcer } from './Announcer.tsx';
import { HeaderActions } from './HeaderActions.tsx';
import { LowerPane } from './LowerPane.tsx';
import { SideTabs } from './SideTabs.tsx';
import { StatusBar } from './StatusBar.tsx';
import { Strip } from './Strip.tsx';
import './Workbench.css';

/** The workbench of one session: what I am asked, what I change, what the kubelet makes of it. */
export function Workbench({ session }: { readonly session: Session }) {
  return (
    <BenchProvider session={session}>
      <Layout />
      <Announcer />
    </BenchProvider>
  );
}

function Layout() {
  const title = useView((view) => view.scenario.title);
  const narrow = useMedia(NARROW);
  useEffect(() => {
    document.title = WORDS.pageTitle(title);
  }, [title]);
  return (
    <Frame
      title={title}
      actions={<HeaderActions />}
      left={narrow ? <SideTabs /> : <Briefing />}
      middle={
        <>
          <Files />
          <Strip />
          <LowerPane />
        </>
      }
      right={narrow ? null : <Kubelet />}
      status={<StatusBar />}
    />
  );
}
