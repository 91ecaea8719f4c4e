import { useEffect, useState } from 'react';
import type { SessionExam } from '#session/view/exam.ts';
import { EXAM } from '../words/exam.ts';
import { useExam } from './useExam.ts';

/** The live region of the clock: says how many minutes are left when a warning comes, and nothing at each second. */
export function Warnings({ exam }: { readonly exam: SessionExam }) {
  const warning = useExam(exam, (view) => view.warning);
  const paused = useExam(exam, (view) => view.phase === 'paused');
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (warning !== null) setSaid(EXAM.left(warning));
  }, [warning]);
  useEffect(() => {
    if (paused) setSaid(`${EXAM.paused}. ${EXAM.pausedWords}`);
  }, [paused]);
  return (
    <div className="sr-only" role="alert">
      {said}
    </div>
  );
}
