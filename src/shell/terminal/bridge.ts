import type { CommandContext as BashContext, Command, IFileSystem } from 'just-bash/browser';
import type { CommandContext, NodeCommand } from '../command.ts';
import { bytesOfLatin1, textOf } from '../files/bytes.ts';
import type { EntryStatus } from '../files/entry.ts';
import { absolutePath } from '../paths.ts';
import type { Turn } from './nodeShell.ts';
import type { ProgramContext, ProgramResult, ShellProgram } from './program.ts';
import { SECONDS, SEED, TERMINAL_MARK } from './rewrite.ts';
import { quoted } from './words.ts';

/** What a program is run with beside its words. */
interface Surroundings {
  readonly turn: Turn;
  readonly files: IFileSystem & { status(path: string): EntryStatus | null };
  readonly node: string;
  readonly commands: ReadonlyMap<string, NodeCommand | ShellProgram>;
  clock(turn: Turn): Readonly<Record<string, string>>;
}

/** A program of the node as a command of the interpreter: it sees the private world as it is now, and what it does is done there. */
export function asCommand(program: NodeCommand | ShellProgram, around: Surroundings): Command {
  const { turn } = around;
  return {
    name: program.name,
    async execute(parameters, bash) {
      const context = contextOf(bash, around);
      const result =
        'run' in program
          ? ran(program, parameters, context, turn)
          : await program.start(parameters, programContext(context, bash, around));
      if (result.then !== undefined) turn.next ??= result.then;
      for (const [name, value] of Object.entries(around.clock(turn))) bash.env.set(name, value);
      return { stdout: result.stdout, stderr: result.stderr, exitCode: result.exitCode, stdoutKind: 'text' };
    },
  };
}

function ran(command: NodeCommand, parameters: readonly string[], context: CommandContext, turn: Turn): ProgramResult {
  const result = command.run(parameters, context);
  for (const event of result.events) turn.on.apply(event);
  return result;
}

function contextOf(bash: BashContext, { turn, node }: Surroundings): CommandContext {
  const mark = bash.env.get(TERMINAL_MARK) ?? '';
  const { [TERMINAL_MARK]: _, [SEED]: __, [SECONDS]: ___, ...environment } = bash.exportedEnv ?? {};
  const stdin = stdinOf(bash);
  return {
    world: turn.on.world(),
    node,
    workingDirectory: bash.cwd,
    environment,
    stdin,
    terminal: { stdin: mark.includes('i') && stdin === '', stdout: mark.includes('o'), columns: turn.columns },
  };
}

/** Standard input as text; between programs it is bytes, one a character. */
function stdinOf(bash: BashContext): string {
  const bytes = String(bash.stdin ?? '');
  return /[^\0-\x7f]/.test(bytes) ? textOf(bytesOfLatin1(bytes)) : bytes;
}

function programContext(context: CommandContext, bash: BashContext, around: Surroundings): ProgramContext {
  const { turn, files, commands } = around;
  return {
    ...context,
    on: turn.on,
    status: (path) => files.status(absolutePath(bash.cwd, path)),
    apply: (event) => turn.on.apply(event),
    history: () => turn.history,
    has: (name) => files.status(`/usr/bin/${name}`) !== null,
    commands: () => commands,
    async run(words, environment = context.environment) {
      if (bash.exec === undefined) return { stdout: '', stderr: '', exitCode: 127 };
      const mark = bash.env.get(TERMINAL_MARK);
      const line = words.map(quoted).join(' ');
      const result = await bash.exec(mark === undefined ? line : `${TERMINAL_MARK}=${mark} ${line}`, {
        cwd: bash.cwd,
        env: { ...environment },
        replaceEnv: true,
        stdin: context.stdin,
        ...(turn.signal.aborted ? { signal: turn.signal as never } : {}),
      });
      return { stdout: result.stdout, stderr: result.stderr, exitCode: result.exitCode };
    },
  };
}
