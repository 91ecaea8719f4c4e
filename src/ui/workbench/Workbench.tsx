import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import type { Session } from '#session/commands.ts';
import type { SessionLesson } from '#session/view/lesson.ts';
import { Frame } from '../app/Frame.tsx';
import { Briefing } from '../briefing/Briefing.tsx';
import { Files } from '../files/Files.tsx';
import { Splitter } from '../kit/Splitter.tsx';
import { Kubelet } from '../kubelet/Kubelet.tsx';
import { BenchProvider, useDesk, useView } from '../store/bench.tsx';
import { Guessing } from '../store/guessing.ts';
import { NARROW, useMedia } from '../store/media.ts';
import { LinkGate } from '../timeline/LinkGate.tsx';
import { Notices } from '../timeline/Notices.tsx';
import { Tour } from '../tour/Tour.tsx';
import { LESSON } from '../words/lesson.ts';
import { WORDS } from '../words.ts';
import { Announcer } from './Announcer.tsx';
import { HeaderActions } from './HeaderActions.tsx';
import { LowerPane } from './LowerPane.tsx';
import { Side } from './Side.tsx';
import { StatusBar } from './StatusBar.tsx';
import { Strip } from './Strip.tsx';
import './Workbench.css';

const Present = lazy(() => import('../present/Present.tsx').then((module) => ({ default: module.Present })));

const LessonColumn = lazy(() =>
  import('../lesson/LessonColumn.tsx').then((module) => ({ default: module.LessonColumn })),
);

interface Props {
  readonly session: Session;
  /** The lesson that the session is the bench of; null for everything else. */
  readonly lesson?: SessionLesson | null;
  /** What stands above the columns; the tour, when it comes, unless something else does. */
  readonly banner?: ReactNode;
}

/** The workbench of one session: what I am asked, what I change, what the kubelet makes of it. */
export function Workbench({ session, lesson = null, banner = <Tour byItself={lesson === null} /> }: Props) {
  return (
    <BenchProvider session={session}>
      <Guessing value={lesson === null}>
        <Layout banner={banner} lesson={lesson} />
      </Guessing>
      <Announcer lesson={lesson !== null} />
      <LinkGate />
    </BenchProvider>
  );
}

function Layout({ banner, lesson }: Required<Pick<Props, 'banner' | 'lesson'>>) {
  const title = useView((view) => view.scenario.title);
  const presenting = useDesk((desk) => desk.presenting);
  const narrow = useMedia(NARROW);
  useEffect(() => {
    document.title = WORDS.pageTitle(title);
  }, [title]);
  if (presenting) {
    return (
      <Suspense fallback={null}>
        <Present />
      </Suspense>
    );
  }
  const task =
    lesson === null ? (
      <Briefing />
    ) : (
      <Suspense fallback={null}>
        <LessonColumn lesson={lesson} />
      </Suspense>
    );
  return (
    <Frame
      title={title}
      actions={<HeaderActions />}
      banner={banner}
      left={<Side task={task} taskWords={lesson === null ? WORDS.sideTask : LESSON.side} narrow={narrow} />}
      wide={lesson !== null}
      middle={
        <>
          <Notices />
          <Files />
          <Divider />
          <Strip />
          <LowerPane />
        </>
      }
      right={narrow ? null : <Kubelet />}
      status={<StatusBar />}
    />
  );
}

function Divider() {
  const share = useDesk((desk) => desk.lowerShare);
  const setShare = useDesk((desk) => desk.setLowerShare);
  return <Splitter label={WORDS.lowerHeight} value={share} onChange={setShare} />;
}
