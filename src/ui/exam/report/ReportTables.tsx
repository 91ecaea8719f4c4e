import { useId } from 'react';
import type { ExamReport } from '#session/view/exam.ts';
import { momentText, pointsText, spentText, DEBRIEF as WORDS } from '../../words/exam.ts';
import { Verdict } from '../Verdict.tsx';

/** The score, and where the points lie: by question, by domain and by number of the benchmark. */
export function ReportTables({ report }: { readonly report: ExamReport }) {
  const { score, pass, passed, seed, began, ended, tasks, domains, cis } = report;
  const { columns } = WORDS;
  const id = useId();
  return (
    <>
      <p className="debrief-score">
        <Verdict passed={passed} /> {WORDS.sums(score, pass)}
      </p>
      <p className="exam-facts">{WORDS.head(seed, momentText(began), momentText(ended), spentText(ended - began))}</p>
      <h2 id={id}>{WORDS.tasks}</h2>
      <div className="debrief-scroll">
        <table className="exam-table" aria-labelledby={id}>
          <thead>
            <tr>
              {[columns.number, columns.question, columns.host, columns.points, columns.spent].map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <tr key={task.number}>
                <td>{task.number}</td>
                <th scope="row">
                  <button
                    type="button"
                    className="link"
                    onClick={() => document.getElementById(`question-${task.number}`)?.focus()}
                  >
                    {task.title}
                  </button>
                </th>
                <td>
                  <code>{task.host}</code>
                </td>
                <td className="debrief-points">{WORDS.of(task.points, task.of)}</td>
                <td className="debrief-points">{spentText(task.spent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="debrief-sums">
        <Sums
          title={WORDS.domains}
          column={columns.domain}
          rows={domains.map(({ name, ...sum }) => ({ label: name, ...sum }))}
        />
        <Sums title={WORDS.cis} column={columns.cis} rows={cis.map(({ id: label, ...sum }) => ({ label, ...sum }))} />
      </div>
    </>
  );
}

interface SumsProps {
  readonly title: string;
  readonly column: string;
  readonly rows: readonly { readonly label: string; readonly points: number; readonly of: number }[];
}

function Sums({ title, column, rows }: SumsProps) {
  const id = useId();
  return (
    <section>
      <h2 id={id}>{title}</h2>
      <table className="exam-table" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{column}</th>
            <th scope="col">{WORDS.columns.points}</th>
            <th scope="col">%</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, points, of }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="debrief-points">{WORDS.of(points, of)}</td>
              <td className="debrief-points">{pointsText(Math.floor((100 * points) / of))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
