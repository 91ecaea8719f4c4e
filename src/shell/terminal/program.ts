import type { WorldEvent } from '#engine/world/event.ts';
import type { Trace } from '#engine/world/trace.ts';
import type { Candidate, CommandContext, NodeCommand } from '../command.ts';
import type { Changing } from '../files/change.ts';
import type { EntryStatus } from '../files/entry.ts';
import type { Foreground } from '../foreground.ts';

/** What a program printed, and what holds the terminal after it. */
export interface ProgramResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  readonly then?: Foreground;
}

/** What a program of the shell may do beside reading the world: change files, run other commands, ask the shell. */
export interface ProgramContext extends CommandContext {
  readonly on: Changing;
  /** What is at a path, which may be relative; null when nothing is. */
  status(path: string): EntryStatus | null;
  apply(event: WorldEvent): Trace;
  /** Runs a command, word for word, with this program's input and output. */
  run(words: readonly string[], environment?: Readonly<Record<string, string>>): Promise<ProgramResult>;
  /** Whether a name is a program. */
  has(name: string): boolean;
  /** Programs with what they know of themselves. */
  commands(): ReadonlyMap<string, NodeCommand | ShellProgram>;
  /** Lines typed in this terminal, oldest first. */
  history(): readonly string[];
}

/** A program of the shell's own: one that runs others, or changes files as no {@link NodeCommand} can. Never rejects. */
export interface ShellProgram {
  readonly name: string;
  start(parameters: readonly string[], context: ProgramContext): ProgramResult | Promise<ProgramResult>;
  complete?(words: readonly string[], context: CommandContext): readonly Candidate[];
  readonly manual?: string;
}

/** A program that printed and ended well. */
export function printed(stdout: string): ProgramResult {
  return { stdout, stderr: '', exitCode: 0 };
}

/** A program that complained. */
export function failed(stderr: string, exitCode = 1, stdout = ''): ProgramResult {
  return { stdout, stderr, exitCode };
}
