import type { Place } from './place.ts';

/**
 * One word of a process's command line, and where it came from: the unit, drop-in or environment file whose
 * line wrote it. `variable` names the environment variable through which it reached `ExecStart=`.
 */
export interface Argument {
  readonly text: string;
  readonly at: Place | null;
  readonly variable?: string;
}
