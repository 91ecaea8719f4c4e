import type { WorldEvent } from '#engine/world/event.ts';
import type { Trace } from '#engine/world/trace.ts';
import type { Candidate, CommandContext, NodeCommand } from '../command.ts';
import type { Changing } from '../files/change.ts';
import type { EntryStatus } from '../files/entry.ts';
import type { Foreground } from '../foreground.ts';
import { type Piece, streamsOf } from '../written.ts';

/** What a program printed, and what holds the terminal after it. */
export interface ProgramResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** The same output in the order in which it was printed, where that is not standard output first. */
  readonly written?: readonly Piece[];
  readonly then?: Foreground;
}

/** A node's files as a program sees them; paths may be relative. */
export interface NodeFiles {
  /** What is at a path; null when nothing is. */
  status(path: string): EntryStatus | null;
  /** Names in a directory, unsorted; empty when it is none. */
  names(path: string): readonly string[];
  /** A file's text; null when there is none. */
  read(path: string): string | null;
  /** The absolute, clean path. */
  absolute(path: string): string;
}

/** What a program of the shell may do beside reading the world: change files, run other commands, ask the shell. */
export interface ProgramContext extends CommandContext {
  readonly on: Changing;
  readonly files: NodeFiles;
  apply(event: WorldEvent): Trace;
  /** Runs a command, word for word, with this program's input and output unless another is given. */
  run(words: readonly string[], instead?: Instead): Promise<ProgramResult>;
  /** Runs a line in a shell of its own on another node, with this program's input. */
  runOn(node: string, line: string): Promise<ProgramResult>;
  /** What the interpreter's own program of this name does with words. */
  original(words: readonly string[]): Promise<ProgramResult>;
  /** What a process substitution `<(…)` left to be read at its path; null when there is none. */
  substituted(path: string): Promise<string | null>;
  /** Whether a name is a program. */
  has(name: string): boolean;
  /** Programs with what they know of themselves. */
  commands(): ReadonlyMap<string, NodeCommand | ShellProgram>;
  /** Lines typed in this terminal, oldest first. */
  history(): readonly string[];
}

/** What another command is run with instead of what its caller has. */
export interface Instead {
  readonly environment?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

/** A program of the shell's own: one that runs others, or changes files as no {@link NodeCommand} can. Never rejects. */
export interface ShellProgram {
  readonly name: string;
  start(parameters: readonly string[], context: ProgramContext): ProgramResult | Promise<ProgramResult>;
  complete?(words: readonly string[], context: CommandContext): readonly Candidate[];
  readonly manual?: string;
}

/** Takes down what a program prints, piece by piece. */
export class Output {
  private readonly written: Piece[] = [];

  /** Writes to standard output. */
  print(text: string): void {
    if (text !== '') this.written.push({ stream: 'stdout', text });
  }

  /** Writes to standard error. */
  complain(text: string): void {
    this.written.push({ stream: 'stderr', text });
  }

  /** All of it; the exit code is 1 once something was complained of, unless another is given. */
  result(exitCode?: number): ProgramResult {
    const { stdout, stderr } = streamsOf(this.written);
    return { stdout, stderr, written: this.written, exitCode: exitCode ?? (stderr === '' ? 0 : 1) };
  }
}

/** A program that printed and ended well. */
export function printed(stdout: string): ProgramResult {
  return { stdout, stderr: '', exitCode: 0 };
}

/** A program that complained. */
export function failed(stderr: string, exitCode = 1, stdout = ''): ProgramResult {
  return { stdout, stderr, exitCode };
}

/** A program that leaves something in the terminal. */
export function holding(then: Foreground): ProgramResult {
  return { stdout: '', stderr: '', exitCode: 0, then };
}
