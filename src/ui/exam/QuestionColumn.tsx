import { useId, useRef } from 'react';
import type { SessionExam } from '#session/view/exam.ts';
import { Question } from '../briefing/Question.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import { useView } from '../store/bench.tsx';
import { EXAM } from '../words/exam.ts';
import '../briefing/Briefing.css';
import { useCrossing } from './useCrossing.ts';
import { useExam } from './useExam.ts';

interface Props {
  readonly exam: SessionExam;
  readonly number: number;
}

/** What is asked, on which host, and what is judged; nothing of how it stands. */
export function QuestionColumn({ exam, number }: Props) {
  const tasks = useExam(exam, (view) => view.tasks);
  const own = tasks[number - 1];
  const scenario = useView((view) => view.scenario);
  const judged = useView((view) => view.tasks);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useCrossing(heading);
  if (own === undefined) return null;
  return (
    <section className="exam-question" aria-labelledby={id}>
      <p className="eyebrow">
        {EXAM.question(number)} · {EXAM.worthWords(own.weight)}
      </p>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {own.title}
      </h2>
      <p className="exam-host">
        {EXAM.solveOn} <code>ssh {own.host}</code>{' '}
        <CopyButton text={`ssh ${own.host}`} label={EXAM.copySsh(own.host)} />
      </p>
      {scenario.story.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {scenario.goal !== '' && <p className="briefing-goal">{scenario.goal}</p>}
      <h3 className="eyebrow" id={`${id}-judged`}>
        {EXAM.asked}
      </h3>
      <ul className="exam-judged" aria-labelledby={`${id}-judged`}>
        {judged.map((task) => (
          <li key={task.id}>
            {task.title}
            {task.question !== null && <Question task={task} question={task.question} />}
          </li>
        ))}
      </ul>
      <div className="exam-steps">
        <button
          type="button"
          className="button"
          aria-pressed={own.flagged}
          onClick={() => exam.flag(number, !own.flagged)}
        >
          <span aria-hidden="true">{own.flagged ? '⚑ ' : '⚐ '}</span>
          {own.flagged ? EXAM.unflag : EXAM.flag}
        </button>
        <span>
          <button type="button" className="button" disabled={number === 1} onClick={() => exam.jump(number - 1)}>
            {EXAM.previous}
          </button>{' '}
          <button
            type="button"
            className="button"
            disabled={number === tasks.length}
            onClick={() => exam.jump(number + 1)}
          >
            {EXAM.next}
          </button>
        </span>
      </div>
    </section>
  );
}
