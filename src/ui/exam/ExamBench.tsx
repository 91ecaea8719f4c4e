import { useEffect } from 'react';
import type { Session } from '#session/commands.ts';
import type { SessionExam } from '#session/view/exam.ts';
import { Frame } from '../app/Frame.tsx';
import { Files } from '../files/Files.tsx';
import { Splitter } from '../kit/Splitter.tsx';
import { BenchProvider, useDesk, useSession, useStores } from '../store/bench.tsx';
import type { LowerTab } from '../store/desk.ts';
import { NARROW, useMedia } from '../store/media.ts';
import { boxOf } from '../terminal/Box.ts';
import { Notices } from '../timeline/Notices.tsx';
import { WORDS } from '../words.ts';
import { Announcer } from '../workbench/Announcer.tsx';
import { LowerPane } from '../workbench/LowerPane.tsx';
import { StatusBar } from '../workbench/StatusBar.tsx';
import '../workbench/Workbench.css';
import { ExamHead } from './ExamHead.tsx';
import { ExamNotices } from './ExamNotices.tsx';
import { Notepad } from './Notepad.tsx';
import { QuestionColumn } from './QuestionColumn.tsx';
import { QuestionList } from './QuestionList.tsx';
import { useExam } from './useExam.ts';

interface Props {
  readonly exam: SessionExam;
  readonly session: Session;
  readonly number: number;
}

/** Runs of others could be taken in there. */
const WITHOUT: readonly LowerTab[] = ['timeline'];

/** A question with its files and its terminal. The picture of the kubelet, and all that explains, is shut until the end. */
export function ExamBench({ exam, session, number }: Props) {
  return (
    <BenchProvider session={session}>
      <Layout exam={exam} number={number} />
      <Announcer />
    </BenchProvider>
  );
}

function Layout({ exam, number }: Omit<Props, 'session'>) {
  const title = useExam(exam, (view) => view.title);
  const narrow = useMedia(NARROW);
  useTerminal(exam);
  const aside = (
    <>
      <QuestionList exam={exam} />
      <Notepad exam={exam} />
    </>
  );
  return (
    <Frame
      title={title}
      actions={<ExamHead exam={exam} keyed />}
      left={
        <>
          <QuestionColumn exam={exam} number={number} />
          {narrow && aside}
        </>
      }
      middle={
        <>
          <ExamNotices exam={exam} />
          <Notices />
          <Files />
          <Divider />
          <LowerPane without={WITHOUT} />
        </>
      }
      right={narrow ? null : aside}
      status={<StatusBar />}
    />
  );
}

/** The terminal lies in front; a line that was typed in another question's to come here is typed into this one. */
function useTerminal(exam: SessionExam): void {
  const { desk } = useStores();
  const session = useSession();
  useEffect(() => {
    desk.getState().showLower('terminal');
    const line = exam.arriving();
    if (line === null) return;
    desk.getState().askTerminal();
    if (line !== '') boxOf(session, desk).type(`${line}\r`);
  }, [desk, session, exam]);
}

function Divider() {
  const share = useDesk((desk) => desk.lowerShare);
  const setShare = useDesk((desk) => desk.setLowerShare);
  return <Splitter label={WORDS.lowerHeight} value={share} onChange={setShare} />;
}
