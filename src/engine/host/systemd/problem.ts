import type { Level, LogLine } from '../journal.ts';
import type { Place } from '../place.ts';

/** Something systemd says of a file while it reads it. `message` lacks the `file:line: ` that the journal has in front. */
export interface UnitProblem {
  /** Null when systemd speaks of the unit as a whole. `line` is the one that systemd counts: the last of a continuation. */
  readonly at: Place | null;
  /** Where an editor should underline: the first line of the assignment. */
  readonly from: Place | null;
  readonly level: Level;
  readonly message: string;
}

/** The journal line that systemd writes for a problem of the unit `name`. */
export function problemLine(problem: UnitProblem, name: string): LogLine {
  if (problem.at === null) return { level: problem.level, source: '', text: `${name}: ${problem.message}` };
  const { file, line } = problem.at;
  return {
    level: problem.level,
    source: '',
    text: `${file}:${line}: ${problem.message}`,
    about: problem.from ?? problem.at,
  };
}
