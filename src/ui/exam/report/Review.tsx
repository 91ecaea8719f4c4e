import { useEffect, useState } from 'react';
import type { Session } from '#session/commands.ts';
import type { ExamTaskReport, SessionExam } from '#session/view/exam.ts';
import { Masthead } from '../../app/Masthead.tsx';
import { DEBRIEF as WORDS } from '../../words/exam.ts';
import { WORDS as COMMON } from '../../words.ts';
import { Workbench } from '../../workbench/Workbench.tsx';

interface Props {
  readonly exam: SessionExam;
  readonly task: ExamTaskReport;
  /** The moment after so many steps. */
  readonly position: number;
  onLeave(): void;
}

/** A question as it was at some moment, with everything that was shut during the exam. */
export function Review({ exam, task, position, onLeave }: Props) {
  const [session, setSession] = useState<Session | null>(null);
  useEffect(() => {
    let wanted = true;
    void exam.review(task.number).then((opened) => {
      opened.archive.walkTo(position);
      if (wanted) setSession(opened);
    });
    return () => {
      wanted = false;
    };
  }, [exam, task.number, position]);
  if (session === null) {
    return (
      <>
        <Masthead />
        <main className="exam-page">
          <p role="status">{COMMON.loading}</p>
        </main>
      </>
    );
  }
  return (
    <Workbench
      session={session}
      banner={
        <aside className="review" aria-label={WORDS.lookBack}>
          <p>{WORDS.review(task.number, task.title)}</p>
          {/* biome-ignore lint/a11y/noAutofocus: what led here is gone, and this leads back. */}
          <button type="button" className="button" autoFocus onClick={onLeave}>
            {WORDS.toReport}
          </button>
        </aside>
      }
    />
  );
}
