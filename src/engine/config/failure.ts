import type { LogLine } from '../host/journal.ts';
import type { Place } from '../host/place.ts';

/** A start that failed: the process wrote `log` and ended with `exitCode`. */
export interface StartFailure {
  readonly ok: false;
  readonly exitCode: number;
  /** The value of `err=` in the last log line, or the first line of a panic. */
  readonly error: string;
  readonly log: readonly LogLine[];
  /** The line to blame, where one can be named. */
  readonly at?: Place;
}
