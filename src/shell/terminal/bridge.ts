import type { CommandContext as BashContext, Command } from 'just-bash/browser';
import type { CommandContext, NodeCommand } from '../command.ts';
import { bytesOfLatin1, textOf } from '../files/bytes.ts';
import type { NodeFileSystem } from '../files/fileSystem.ts';
import { absolutePath } from '../paths.ts';
import { piecesOf } from '../written.ts';
import type { Turn } from './nodeShell.ts';
import { printedBy } from './order.ts';
import type { ProgramContext, ProgramResult, ShellProgram } from './program.ts';
import { usageOf } from './programs/usage.table.ts';
import { SECONDS, SEED, TERMINAL_MARK } from './rewrite.ts';
import { quoted } from './words.ts';

/** What a program is run with beside its words. */
interface Surroundings {
  turn(): Turn;
  /** The programs that run beside a `ps`. */
  besides(): readonly string[];
  readonly files: NodeFileSystem;
  readonly node: string;
  readonly commands: ReadonlyMap<string, NodeCommand | ShellProgram>;
  clock(turn: Turn): Readonly<Record<string, string>>;
  runOn(node: string, line: string, stdin: string, turn: Turn): Promise<ProgramResult>;
}

/** A program of the node as a command of the interpreter: it sees the private world as it is now, and what it does is done there. */
export function asCommand(program: NodeCommand | ShellProgram, around: Surroundings): Command {
  return {
    name: program.name,
    async execute(parameters, bash) {
      const turn = around.turn();
      const usage = 'start' in program && parameters[0] === '--help' ? usageOf(program.name) : null;
      if (usage !== null) return { stdout: usage, stderr: '', exitCode: 0, stdoutKind: 'text' };
      const context = contextOf(bash, around);
      const before = turn.written.length;
      const result =
        'run' in program
          ? ran(program, parameters, context, turn)
          : await program.start(parameters, programContext(context, bash, around));
      const within = turn.written.splice(before);
      const pieces = printedBy(result, within, context.terminal.stdout);
      const isJoined = markOf(bash, turn).includes('j');
      turn.written.push(...(isJoined ? pieces.map((piece) => ({ ...piece, stream: 'stdout' as const })) : pieces));
      // What is followed into a pipe or a file has printed what there was, and ends.
      const isHeld = result.then !== undefined && (result.then.kind !== 'follow' || context.terminal.stdout);
      if (isHeld) turn.next ??= result.then;
      for (const [name, value] of Object.entries(around.clock(turn))) bash.env.set(name, value);
      // The interpreter would put all that is complained of behind the output.
      if (isJoined) {
        const text = pieces.map((piece) => piece.text).join('');
        return { stdout: text, stderr: '', exitCode: result.exitCode, stdoutKind: 'text' };
      }
      return { stdout: result.stdout, stderr: result.stderr, exitCode: result.exitCode, stdoutKind: 'text' };
    },
  };
}

/** The interpreter's own programs that do nothing but print what they are told. */
export const SPEAKERS = ['echo', 'printf'] as const;

/** One of them, with what it prints taken down in its place among others. */
export function speaker(name: (typeof SPEAKERS)[number], turn: () => Turn): Command {
  return {
    name,
    async execute(parameters, bash) {
      const result = await bash.origCommand?.([...parameters]);
      if (result === undefined) return { stdout: '', stderr: '', exitCode: 127 };
      const isBytes = result.stdoutKind === 'bytes' || result.stdoutEncoding === 'binary';
      const said = { stdout: isBytes ? textOfBytes(result.stdout) : result.stdout, stderr: result.stderr };
      for (const piece of piecesOf(said)) turn().written.push({ ...piece, isSeen: piece.stream === 'stderr' });
      return result;
    },
  };
}

function ran(command: NodeCommand, parameters: readonly string[], context: CommandContext, turn: Turn): ProgramResult {
  const result = command.run(parameters, context);
  for (const event of result.events) turn.on.apply(event);
  return result;
}

function contextOf(bash: BashContext, { node, ...around }: Surroundings): CommandContext {
  const turn = around.turn();
  const mark = markOf(bash, turn);
  const { [TERMINAL_MARK]: _, [SEED]: __, [SECONDS]: ___, ...environment } = bash.exportedEnv ?? {};
  const stdin = stdinOf(bash);
  return {
    world: turn.on.world(),
    node,
    workingDirectory: bash.cwd,
    environment,
    stdin,
    besides: around.besides(),
    terminal: { stdin: mark.includes('i') && stdin === '', stdout: mark.includes('o'), columns: turn.columns },
  };
}

/** What of a command's is the terminal, as the script says or as the program that runs it does. */
function markOf(bash: BashContext, turn: Turn): string {
  return bash.env.get(TERMINAL_MARK) ?? turn.inherited;
}

/** Standard input as text; between programs it is bytes, one a character. */
function stdinOf(bash: BashContext): string {
  return textOfBytes(String(bash.stdin ?? ''));
}

/** The text of bytes that come one a character. */
function textOfBytes(bytes: string): string {
  return /[^\0-\x7f]/.test(bytes) ? textOf(bytesOfLatin1(bytes)) : bytes;
}

function programContext(context: CommandContext, bash: BashContext, around: Surroundings): ProgramContext {
  const { files, commands } = around;
  const turn = around.turn();
  return {
    ...context,
    on: turn.on,
    files: {
      status: (path) => files.status(absolutePath(bash.cwd, path)),
      names: (path) => files.names(absolutePath(bash.cwd, path)),
      read: (path) => files.text(absolutePath(bash.cwd, path)),
      absolute: (path) => absolutePath(bash.cwd, path),
    },
    apply: (event) => turn.on.apply(event),
    history: () => turn.history,
    has: (name) => files.status(`/usr/bin/${name}`) !== null,
    commands: () => commands,
    runOn: (node, line) => around.runOn(node, line, context.stdin, turn),
    async substituted(path) {
      try {
        return await bash.fs.readFile(path);
      } catch {
        return null;
      }
    },
    async original(words) {
      const result = await bash.origCommand?.([...words]);
      if (result === undefined) return { stdout: '', stderr: '', exitCode: 127 };
      const { stdout, stderr, exitCode, stdoutKind, stdoutEncoding } = result;
      const isBytes = stdoutKind === 'bytes' || stdoutEncoding === 'binary';
      return { stdout: isBytes ? textOfBytes(stdout) : stdout, stderr, exitCode };
    },
    async run(words, { environment = context.environment, stdin: given } = {}) {
      if (bash.exec === undefined) return { stdout: '', stderr: '', exitCode: 127 };
      const before = turn.inherited;
      turn.inherited = markOf(bash, turn);
      const { stdout, stderr, exitCode } = await bash.exec(words.map(quoted).join(' '), {
        cwd: bash.cwd,
        env: { ...environment },
        replaceEnv: true,
        stdin: given ?? context.stdin,
      });
      turn.inherited = before;
      return { stdout, stderr, exitCode };
    },
  };
}
