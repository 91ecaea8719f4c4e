import { useRef } from 'react';
import type { SessionExam } from '#session/view/exam.ts';
import { Masthead } from '../app/Masthead.tsx';
import { download } from '../timeline/download.ts';
import { EXAM } from '../words/exam.ts';
import { useCrossing } from './useCrossing.ts';
import { useExam } from './useExam.ts';

/** An exam that another tab went on with: here nothing is shown of it until the learner takes it back. */
export function Elsewhere({ exam }: { readonly exam: SessionExam }) {
  const title = useExam(exam, (view) => view.title);
  const heading = useRef<HTMLHeadingElement>(null);
  useCrossing(heading);
  return (
    <>
      <Masthead />
      <main className="exam-page">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p>{EXAM.elsewhere}</p>
        <p>
          <button type="button" className="button button-owed" onClick={() => exam.takeOver()}>
            {EXAM.takeOver}
          </button>{' '}
          <button type="button" className="button" onClick={() => void exam.exported().then(download)}>
            {EXAM.exportHere}
          </button>
        </p>
        <p className="exam-note">{EXAM.elsewhereNote}</p>
      </main>
    </>
  );
}
