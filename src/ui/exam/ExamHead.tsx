import { useState } from 'react';
import type { SessionExam } from '#session/view/exam.ts';
import { Keys } from '../keys/Keys.tsx';
import { EXAM, leftText } from '../words/exam.ts';
import { EndExam } from './EndExam.tsx';
import { useExam } from './useExam.ts';

interface Props {
  readonly exam: SessionExam;
  /** Whether the shortcuts of a workbench are at work. */
  readonly keyed?: boolean;
}

/** The time that is left, the pause, and the end. */
export function ExamHead({ exam, keyed = false }: Props) {
  const left = useExam(exam, (view) => view.left);
  const short = useExam(exam, (view) => view.warning !== null);
  const paused = useExam(exam, (view) => view.phase === 'paused');
  const [ending, setEnding] = useState(false);
  return (
    <>
      <span role="timer" aria-label={EXAM.timeLeft} className={short ? 'exam-left exam-left-short' : 'exam-left'}>
        {leftText(left)}
      </span>
      {!paused && (
        <button type="button" className="button" onClick={() => exam.pause()}>
          {EXAM.pause}
        </button>
      )}
      <button type="button" className="button" onClick={() => setEnding(true)}>
        {EXAM.end}
      </button>
      {keyed && <Keys tour={false} />}
      {ending && <EndExam exam={exam} onClose={() => setEnding(false)} />}
    </>
  );
}
