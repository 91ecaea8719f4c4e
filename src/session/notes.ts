import type { Run } from './run.ts';
import type { LearnerStep } from './step.ts';

/** A note holds no more characters than this. */
export const LONGEST_NOTE = 4000;

/** The run with a note beside one of its steps (counted from 1, those ahead included), or about the whole run at 0. */
export function withNote(run: Run, position: number, text: string): Run {
  const note = text.slice(0, LONGEST_NOTE);
  if (position === 0) return run.note === note ? run : { ...run, note };
  const done = run.played[position - 1];
  if (done !== undefined) {
    if ((done.step.note ?? '') === note) return run;
    return { ...run, played: run.played.with(position - 1, { ...done, step: noted(done.step, note) }) };
  }
  const index = run.undone.length - (position - run.played.length);
  const ahead = run.undone[index];
  if (ahead === undefined || (ahead.note ?? '') === note) return run;
  return { ...run, undone: run.undone.with(index, noted(ahead, note)) };
}

function noted(step: LearnerStep, note: string): LearnerStep {
  const { note: _, ...bare } = step;
  return note === '' ? bare : { ...bare, note };
}
