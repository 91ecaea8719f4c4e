import { lazy, Suspense, useEffect, useState } from 'react';
import type { ExamReport, SessionExam } from '#session/view/exam.ts';
import { useArrival } from '../../app/arrival.ts';
import { Masthead } from '../../app/Masthead.tsx';
import { hashOf } from '../../app/route.ts';
import { EXAM, DEBRIEF as WORDS } from '../../words/exam.ts';
import { ReportActions } from './ReportActions.tsx';
import { ReportTables } from './ReportTables.tsx';
import { TaskReport } from './TaskReport.tsx';
import './Debrief.css';

const Review = lazy(() => import('./Review.tsx').then((module) => ({ default: module.Review })));

/** A moment of a question to look back at. */
interface Moment {
  readonly number: number;
  /** After so many steps. */
  readonly position: number;
}

/** What came of an exam: the score, where the points went and why, and the way back to any moment. It is also what is printed. */
export function Debrief({ exam }: { readonly exam: SessionExam }) {
  const [report, setReport] = useState<ExamReport | null>(null);
  const [moment, setMoment] = useState<Moment | null>(null);
  useEffect(() => {
    let wanted = true;
    void exam.report().then((made) => wanted && setReport(made));
    return () => {
      wanted = false;
    };
  }, [exam]);
  if (report === null) return <Making />;
  const task = moment === null ? undefined : report.tasks[moment.number - 1];
  if (moment !== null && task !== undefined) {
    return (
      <Suspense fallback={<Making />}>
        <Review exam={exam} task={task} position={moment.position} onLeave={() => setMoment(null)} />
      </Suspense>
    );
  }
  return <Report exam={exam} report={report} onLook={(number, position) => setMoment({ number, position })} />;
}

function Making() {
  return (
    <>
      <Masthead />
      <main className="exam-page">
        <p role="status">{WORDS.making}</p>
      </main>
    </>
  );
}

interface Props {
  readonly exam: SessionExam;
  readonly report: ExamReport;
  onLook(number: number, position: number): void;
}

function Report({ exam, report, onLook }: Props) {
  const heading = useArrival(false);
  useEffect(() => {
    // The dialog or the workbench that had the focus is gone.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [heading]);
  return (
    <>
      <Masthead />
      <main className="exam-page debrief">
        <h1 ref={heading} tabIndex={-1}>
          {WORDS.title(report.title)}
        </h1>
        {report.ended - report.began >= exam.view().minutes * 60_000 && <p role="status">{WORDS.timeUp}</p>}
        <ReportTables report={report} />
        <ReportActions exam={exam} report={report} />
        {report.tasks.map((task) => (
          <TaskReport key={task.number} task={task} onLook={(position) => onLook(task.number, position)} />
        ))}
        <p className="debrief-foot">{WORDS.foot}</p>
        <p className="no-print">
          <a className="link" href={hashOf({ kind: 'home' })}>
            {EXAM.home}
          </a>
        </p>
      </main>
    </>
  );
}
