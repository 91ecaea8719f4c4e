import type { ExamTaskReport, LostPoint, RecognisedMistake } from '#session/view/exam.ts';
import { Inline } from '../../kit/Inline.tsx';
import { Sign } from '../../kit/Sign.tsx';
import { causeText, EXAM, leftText, spentText, DEBRIEF as WORDS } from '../../words/exam.ts';

interface Props {
  readonly task: ExamTaskReport;
  /** Leads to the moment after so many steps; told with the id of the button that was pressed. */
  onLook(position: number, by: string): void;
}

/** One question: what was judged, why each point was lost, what would have been right, and what was done when. */
export function TaskReport({ task, onLook }: Props) {
  return (
    <section className="debrief-task" aria-labelledby={`question-${task.number}`}>
      <h2 id={`question-${task.number}`} tabIndex={-1}>
        <span className="debrief-number">{EXAM.question(task.number)}</span> {task.title}
      </h2>
      <p className="exam-facts">
        {WORDS.of(task.points, task.of)} · <code>{task.host}</code> · {task.domain}
        {task.cis.length > 0 && ` · CIS ${task.cis.join(', ')}`} · {spentText(task.spent)}
      </p>
      <h3>{WORDS.judged}</h3>
      <ul className="debrief-judged">
        {task.tasks.map((one) => (
          <li key={one.title}>
            <Sign kind={one.met ? 'met' : 'unmet'} word={`${one.met ? WORDS.met : WORDS.unmet}: `} />
            <span>{one.title}</span>
            <span className="debrief-points">{WORDS.of(one.points, one.of)}</span>
          </li>
        ))}
      </ul>
      {task.lost.length === 0 && task.damage.length === 0 && <p>{WORDS.full}</p>}
      <Lost title={WORDS.lost} points={task.lost} />
      <Lost title={WORDS.damage} points={task.damage} />
      <Mistakes title={WORDS.mistakes} mistakes={task.mistakes} />
      <Mistakes title={WORDS.found} mistakes={task.found} />
      <h3>{WORDS.reference}</h3>
      <pre className="debrief-code">{task.reference.join('\n')}</pre>
      <h3>{WORDS.lesson}</h3>
      {task.debrief.map((paragraph) => (
        <p key={paragraph}>
          <Inline text={paragraph} />
        </p>
      ))}
      <h3>{WORDS.timeline}</h3>
      {task.timeline.length === 0 ? <p>{WORDS.noSteps}</p> : <Steps task={task} onLook={onLook} />}
      <p className="no-print">
        <button
          type="button"
          className="button"
          id={`look-${task.number}`}
          onClick={({ currentTarget }) => onLook(task.timeline.length, currentTarget.id)}
        >
          {WORDS.lookAt(task.number)}
        </button>
      </p>
    </section>
  );
}

interface MistakesProps {
  readonly title: string;
  readonly mistakes: readonly RecognisedMistake[];
}

function Mistakes({ title, mistakes }: MistakesProps) {
  if (mistakes.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="debrief-list">
        {mistakes.map(({ id, name, done, happens }) => (
          <li key={id}>
            <strong>{name}.</strong> {done} {happens}
          </li>
        ))}
      </ul>
    </>
  );
}

function Lost({ title, points }: { readonly title: string; readonly points: readonly LostPoint[] }) {
  if (points.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="debrief-list">
        {points.map((point, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two checks of a task may say the same; they stay in their places
          <li key={index}>
            <p>
              <span className="debrief-minus">{WORDS.minus(point.points)}</span> <strong>{point.title}.</strong>{' '}
              <Inline text={point.words} />
            </p>
            {point.trace !== '' && (
              <p className="debrief-why">
                {WORDS.answers} {point.trace}
              </p>
            )}
            {point.causes.length > 0 && (
              <p className="debrief-why">
                {WORDS.because} {point.causes.map(causeText).join('; ')}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Steps({ task, onLook }: Props) {
  const { timelineColumns: columns } = WORDS;
  return (
    <div className="debrief-scroll">
      <table className="exam-table debrief-steps">
        <thead>
          <tr>
            <th scope="col">{columns.at}</th>
            <th scope="col">{columns.step}</th>
            <th scope="col">{columns.points}</th>
            <th scope="col" className="no-print">
              <span className="sr-only">{WORDS.lookBack}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {task.timeline.map((step, index) => {
            const before = task.timeline[index - 1]?.points ?? 0;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps stay in their places
              <tr key={index} className={step.points < before ? 'debrief-worse' : undefined}>
                <td className="debrief-points">{leftText(step.at)}</td>
                <td>
                  <code>{step.title}</code>
                </td>
                <td className="debrief-points">{WORDS.of(step.points, task.of)}</td>
                <td className="no-print">
                  <button
                    type="button"
                    className="link"
                    id={`look-${task.number}-${index + 1}`}
                    aria-label={WORDS.lookBackAt(step.title)}
                    onClick={({ currentTarget }) => onLook(index + 1, currentTarget.id)}
                  >
                    {WORDS.lookBack}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
