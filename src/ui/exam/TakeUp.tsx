import { type ChangeEvent, useId, useState } from 'react';
import type { SessionExam } from '#session/view/exam.ts';
import { EXAM } from '../words/exam.ts';

/** Goes on with an exam that was exported. */
export function TakeUp({ exam }: { readonly exam: SessionExam }) {
  const [trouble, setTrouble] = useState('');
  const id = useId();
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const { target } = event;
    const [file] = target.files ?? [];
    if (file === undefined) return;
    void file
      .text()
      .then((text) => exam.takeUp(text))
      .then((words) => {
        setTrouble(words ?? '');
        // So that the same file can be chosen again.
        target.value = '';
      });
  };
  return (
    <details className="exam-take-up">
      <summary>{EXAM.takeUp}</summary>
      <p className="exam-note">{EXAM.takeUpNote}</p>
      <p>
        <label htmlFor={id} className="sr-only">
          {EXAM.takeUp}
        </label>
        <input id={id} type="file" accept="application/json,.json" onChange={take} />
      </p>
      <p role="status">{trouble}</p>
    </details>
  );
}
