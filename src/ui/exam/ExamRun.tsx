import { useEffect, useState } from 'react';
import type { Session } from '#session/commands.ts';
import type { SessionExam } from '#session/view/exam.ts';
import { Frame } from '../app/Frame.tsx';
import { EXAM } from '../words/exam.ts';
import { WORDS } from '../words.ts';
import { ExamBench } from './ExamBench.tsx';
import { ExamHead } from './ExamHead.tsx';
import { QuestionList } from './QuestionList.tsx';
import { useExam } from './useExam.ts';
import { Warnings } from './Warnings.tsx';

/** An exam that is on: the question that is chosen, or nothing of it while it is paused. */
export function ExamRun({ exam }: { readonly exam: SessionExam }) {
  const phase = useExam(exam, (view) => view.phase);
  const current = useExam(exam, (view) => view.current);
  useEffect(() => {
    const timer = window.setInterval(() => exam.tick(), 1000);
    const look = (): void => exam.tick();
    // What was asleep is told as soon as it is seen again.
    document.addEventListener('visibilitychange', look);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [exam]);
  return (
    <>
      {phase === 'paused' ? <Paused exam={exam} /> : <Question key={current} exam={exam} number={current} />}
      <Warnings exam={exam} />
    </>
  );
}

function Paused({ exam }: { readonly exam: SessionExam }) {
  const title = useExam(exam, (view) => view.title);
  return (
    <Frame
      title={title}
      actions={<ExamHead exam={exam} />}
      left={null}
      middle={
        <div className="exam-paused" id="files" tabIndex={-1}>
          <h2>{EXAM.paused}</h2>
          <p>{EXAM.pausedWords}</p>
          <button
            type="button"
            className="button button-owed"
            // biome-ignore lint/a11y/noAutofocus: the button that paused is gone, and this one takes its place.
            autoFocus
            onClick={() => exam.resume()}
          >
            {EXAM.resume}
          </button>
        </div>
      }
      right={null}
      status={null}
    />
  );
}

function Question({ exam, number }: { readonly exam: SessionExam; readonly number: number }) {
  const title = useExam(exam, (view) => view.title);
  const [session, setSession] = useState<Session | null>(null);
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    let wanted = true;
    exam.session(number).then(
      (opened) => wanted && setSession(opened),
      (reason: unknown) => wanted && setTrouble(reason instanceof Error ? reason.message : String(reason)),
    );
    return () => {
      wanted = false;
    };
  }, [exam, number]);
  if (session !== null) return <ExamBench exam={exam} session={session} number={number} />;
  return (
    <Frame
      title={title}
      actions={<ExamHead exam={exam} />}
      left={<QuestionList exam={exam} />}
      middle={
        <p className="frame-note" role="status">
          {trouble === '' ? WORDS.loading : `${WORDS.loadFailed} ${trouble}`}
        </p>
      }
      right={null}
      status={null}
    />
  );
}
