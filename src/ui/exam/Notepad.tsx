import { useId } from 'react';
import type { SessionExam } from '#session/view/exam.ts';
import { EXAM } from '../words/exam.ts';
import { useExam } from './useExam.ts';

/** A sheet for all questions; nothing where the exam allows none. */
export function Notepad({ exam }: { readonly exam: SessionExam }) {
  const notes = useExam(exam, (view) => view.notes);
  const id = useId();
  if (notes === null) return null;
  return (
    <section className="exam-notes">
      <label htmlFor={id} className="eyebrow">
        {EXAM.notes}
      </label>
      <textarea
        id={id}
        value={notes}
        placeholder={EXAM.notesEmpty}
        spellCheck={false}
        onChange={(event) => exam.note(event.target.value)}
      />
    </section>
  );
}
