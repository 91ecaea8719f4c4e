import { lazy, Suspense, useEffect, useState } from 'react';
import type { ExamReport, SessionExam } from '#session/view/exam.ts';
import { useArrival } from '../../app/arrival.ts';
import { Masthead } from '../../app/Masthead.tsx';
import { hashOf } from '../../app/route.ts';
import { EXAM, DEBRIEF as WORDS } from '../../words/exam.ts';
import { useCrossing } from '../useCrossing.ts';
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
  /** The id of the button that leads there. */
  readonly by: string;
}

/** An exam that was taken before. */
interface Past {
  readonly id: string;
  readonly ended: number;
}

interface DebriefProps {
  readonly exam: SessionExam;
  readonly past?: Past | null;
}

/** What came of an exam: the score, where the points went and why, and the way back to any moment. It is also what is printed. */
export function Debrief({ exam, past = null }: DebriefProps) {
  const [report, setReport] = useState<ExamReport | null>(null);
  const [moment, setMoment] = useState<Moment | null>(null);
  const [left, setLeft] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    void exam.report().then((made) => wanted && setReport(made));
    return () => {
      wanted = false;
    };
  }, [exam]);
  const leave = (): void => {
    setLeft(moment?.by ?? null);
    setMoment(null);
  };
  if (report === null) return <Making />;
  const task = moment === null ? undefined : report.tasks[moment.number - 1];
  if (moment !== null && task !== undefined) {
    return (
      <Suspense fallback={<Making />}>
        <Review exam={exam} task={task} position={moment.position} onLeave={leave} />
      </Suspense>
    );
  }
  return <Report exam={exam} past={past} report={report} left={left} onLook={setMoment} />;
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
  readonly past: Past | null;
  readonly report: ExamReport;
  /** The id of the button from which the learner comes back; null when this is the first look. */
  readonly left: string | null;
  onLook(moment: Moment): void;
}

function Report({ exam, past, report, left, onLook }: Props) {
  const then = past === null ? undefined : exam.earlier().find(({ ended }) => ended === past.ended)?.score;
  const heading = useArrival(false);
  useCrossing(heading);
  useEffect(() => {
    // Back to where the learner was in the report, not to its top.
    const button = left === null ? null : document.getElementById(left);
    button?.scrollIntoView({ block: 'center' });
    button?.focus({ preventScroll: true });
  }, [left]);
  return (
    <>
      <Masthead />
      <main className="exam-page debrief">
        <h1 ref={heading} tabIndex={-1}>
          {WORDS.title(report.title)}
        </h1>
        {report.ended - report.began >= exam.view().minutes * 60_000 && <p role="status">{WORDS.timeUp}</p>}
        {then !== undefined && then !== report.score && <p role="status">{WORDS.otherThen(then)}</p>}
        <ReportTables report={report} />
        <ReportActions exam={exam} report={report} past={past !== null} />
        {report.tasks.map((task) => (
          <TaskReport
            key={task.number}
            task={task}
            onLook={(position, by) => onLook({ number: task.number, position, by })}
          />
        ))}
        <p className="debrief-foot">{WORDS.foot}</p>
        <p className="no-print">
          {past !== null && (
            <>
              <a className="link" href={hashOf({ kind: 'exam', id: past.id, seed: null })}>
                {EXAM.toExam}
              </a>{' '}
              ·{' '}
            </>
          )}
          <a className="link" href={hashOf({ kind: 'home' })}>
            {EXAM.home}
          </a>
        </p>
      </main>
    </>
  );
}
