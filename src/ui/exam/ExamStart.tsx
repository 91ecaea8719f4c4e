import { type FormEvent, useEffect, useId, useState } from 'react';
import type { ExamSummary, SessionExam } from '#session/view/exam.ts';
import { useArrival } from '../app/arrival.ts';
import { Masthead } from '../app/Masthead.tsx';
import { hashOf } from '../app/route.ts';
import { Inline } from '../kit/Inline.tsx';
import { EXAM, momentText } from '../words/exam.ts';
import { hashOfPast } from './place.ts';
import { TakeUp } from './TakeUp.tsx';
import { useCrossing } from './useCrossing.ts';
import { Verdict } from './Verdict.tsx';

const SEED = /^[1-9]\d{0,8}$/;

interface Props {
  readonly exam: SessionExam;
  readonly summary: ExamSummary;
}

/** What awaits the learner, the seed, and the one button. */
export function ExamStart({ exam, summary }: Props) {
  const heading = useArrival(false);
  useCrossing(heading);
  const view = exam.view();
  const [seed, setSeed] = useState(String(view.seed));
  const id = useId();
  const valid = SEED.test(seed.trim());
  useIdle(exam);
  const earlier = exam.earlier();
  const begin = (event: FormEvent): void => {
    event.preventDefault();
    if (!valid) return;
    const number = Number(seed.trim());
    if (number !== exam.view().seed) exam.again(number);
    exam.begin();
  };
  return (
    <>
      <Masthead />
      <main className="exam-page">
        <h1 ref={heading} tabIndex={-1}>
          {view.title}
        </h1>
        <p className="exam-facts">{EXAM.facts(summary.tasks, view.minutes, view.pass)}</p>
        {view.says.map((paragraph) => (
          <p key={paragraph}>
            <Inline text={paragraph} />
          </p>
        ))}
        <h2>{EXAM.rulesTitle}</h2>
        <ul className="exam-rules">
          {EXAM.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
        <form className="exam-begin" onSubmit={begin}>
          <label htmlFor={id}>{EXAM.seed}</label>
          <input
            id={id}
            inputMode="numeric"
            autoComplete="off"
            value={seed}
            aria-describedby={`${id}-note`}
            aria-invalid={!valid}
            onChange={(event) => setSeed(event.target.value)}
          />
          <button type="submit" className="button button-owed" disabled={!valid}>
            {EXAM.begin}
          </button>
          <p id={`${id}-note`} className="exam-note">
            {valid ? EXAM.seedNote : EXAM.badSeed}
          </p>
        </form>
        <TakeUp exam={exam} />
        {earlier.length > 0 && (
          <section aria-labelledby={`${id}-earlier`}>
            <h2 id={`${id}-earlier`}>{EXAM.earlier}</h2>
            <p className="exam-note">{EXAM.earlierNote}</p>
            <table className="exam-table">
              <thead>
                <tr>
                  {Object.values(EXAM.earlierColumns).map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {earlier.map((record) => (
                  <tr key={record.ended}>
                    <td>
                      {record.kept ? (
                        <a className="link" href={hashOfPast(record.exam, record.ended)}>
                          {momentText(record.ended)}
                        </a>
                      ) : (
                        momentText(record.ended)
                      )}
                    </td>
                    <td>{record.seed}</td>
                    <td>{EXAM.ofPoints(record.score)}</td>
                    <td>
                      <Verdict passed={record.passed} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
        <p>
          <a className="link" href={hashOf({ kind: 'home' })}>
            {EXAM.home}
          </a>
        </p>
      </main>
    </>
  );
}

/** Makes the questions while the learner reads, one in an idle moment, so that the begin does not wait for all of them. */
function useIdle(exam: SessionExam): void {
  useEffect(() => {
    let idle = 0;
    const next = (): void => {
      if (exam.prepare()) idle = requestIdleCallback(next);
    };
    idle = requestIdleCallback(next);
    return () => cancelIdleCallback(idle);
  }, [exam]);
}
