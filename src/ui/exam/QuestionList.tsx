import { useId } from 'react';
import type { SessionExam } from '#session/view/exam.ts';
import { EXAM } from '../words/exam.ts';
import { useExam } from './useExam.ts';

/** Every question with its weight, its flag and whether something was done; nothing tells whether it is right. */
export function QuestionList({ exam }: { readonly exam: SessionExam }) {
  const tasks = useExam(exam, (view) => view.tasks);
  const current = useExam(exam, (view) => view.current);
  const id = useId();
  return (
    <nav className="exam-list" aria-labelledby={id}>
      <h2 id={id} className="eyebrow">
        {EXAM.list}
      </h2>
      <ol>
        {tasks.map(({ number, title, weight, flagged, touched }) => (
          <li key={number}>
            <button
              type="button"
              className="exam-jump"
              aria-current={number === current ? 'step' : undefined}
              onClick={() => exam.jump(number)}
            >
              <span className="exam-number">{number}</span>
              <span className="exam-title">{title}</span>
              <span className="exam-marks">
                {flagged && (
                  <>
                    <span aria-hidden="true" title={EXAM.flagged}>
                      ⚑
                    </span>
                    <span className="sr-only">, {EXAM.flagged}, </span>
                  </>
                )}
                <span className={touched ? 'exam-dot exam-dot-full' : 'exam-dot'} aria-hidden="true" />
                <span className="sr-only">, {touched ? EXAM.touched : EXAM.untouched}, </span>
              </span>
              <span className="exam-weight">{EXAM.worth(weight)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
