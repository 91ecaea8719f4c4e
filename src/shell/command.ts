import type { WorldEvent } from '#engine/world/event.ts';
import type { World } from '#engine/world/world.ts';
import type { Foreground } from './foreground.ts';
import type { Piece } from './written.ts';

/** Where a command runs, and what it is given. */
export interface CommandContext {
  /** The world as it is when the command starts. */
  readonly world: World;
  /** The node it runs on, a key of `World.nodes`. */
  readonly node: string;
  readonly workingDirectory: string;
  /** Exported variables. */
  readonly environment: Readonly<Record<string, string>>;
  /** Standard input as text; empty when nothing is piped in. */
  readonly stdin: string;
  /** Whether standard input and output are the terminal, and how wide that is. */
  readonly terminal: { readonly stdin: boolean; readonly stdout: boolean; readonly columns: number };
  /** Command lines of the programs that run in a pipeline with it, where it asks for processes. */
  readonly besides?: readonly string[];
}

/** What a command printed and did. `events` are to be stepped in order; nothing else changes the world. */
export interface CommandResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** The same output in the order in which it was printed, where that is not standard output first. */
  readonly written?: readonly Piece[];
  readonly events: readonly WorldEvent[];
  /** What holds the terminal after it: an editor, another machine, a log that is followed. */
  readonly then?: Foreground;
}

/** What completes a word: `insert` takes the word's place; a space follows unless it ends in `/`, `=` or `:`. */
export interface Candidate {
  readonly insert: string;
  /** Shown in the list when it differs from `insert`. */
  readonly label?: string;
}

/** A program of the node. Never throws, whatever its arguments. */
export interface NodeCommand {
  readonly name: string;
  run(parameters: readonly string[], context: CommandContext): CommandResult;
  /** Candidates for the last of `words` (the command's name left out; the last may be empty). Paths complete by themselves when it gives none. */
  complete?(words: readonly string[], context: CommandContext): readonly Candidate[];
  /** A manual page as `man` shows it, plain text; absent when there is none. */
  readonly manual?: string;
}
