import type { ExamSummary } from '#session/view/exam.ts';
import { hashOf } from '../app/route.ts';
import { HOME } from '../words/home.ts';

/** The exams, each with its time and how many tasks. */
export function Exams({ exams }: { readonly exams: readonly ExamSummary[] }) {
  return (
    <section className="home-part" aria-labelledby="exams">
      <h2 id="exams">{HOME.exams}</h2>
      <p className="home-lead">{HOME.examsLead}</p>
      <ul className="home-rows" aria-labelledby="exams">
        {exams.map(({ id, title, says, minutes, tasks, pass }) => (
          <li key={id} className="home-row">
            <h3>
              <a href={hashOf({ kind: 'exam', id, seed: null })}>{title}</a>
            </h3>
            <p className="row-text">{says[0]}</p>
            <p className="row-facts row-measure">{HOME.examFacts(minutes, tasks, pass)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
