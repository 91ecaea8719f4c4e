import type { Candidate } from '../../command.ts';
import type { Foreground } from '../../foreground.ts';
import type { Invocation } from './invocation.ts';

/** How a command ended; what it printed is with its invocation. */
export interface Finish {
  readonly exitCode: number;
  /** What holds the terminal afterwards. */
  readonly then?: Foreground;
}

/** A command of kubectl. Its flags are those that its help text lists. */
export interface Subcommand {
  /** `get`, `create token` */
  readonly path: string;
  /** Other names for its last word. */
  readonly aliases?: readonly string[];
  /** What `--help` prints, the options included. */
  readonly help: string;
  /** Absent for one that only holds others (`config`): it prints its help. */
  run?(invocation: Invocation): Finish;
  /**
   * Candidates for the last of the parameters (flags and their values are taken out; the last may be empty). Flags
   * complete by themselves.
   */
  complete?(parameters: readonly string[], invocation: Invocation): readonly Candidate[];
}
