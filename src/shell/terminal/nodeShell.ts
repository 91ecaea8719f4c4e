import type { Bash, Command } from 'just-bash/browser';
import type { NodeCommand } from '../command.ts';
import type { Changing } from '../files/change.ts';
import { nodeFileSystem } from '../files/fileSystem.ts';
import type { Foreground } from '../foreground.ts';
import { absolutePath } from '../paths.ts';
import { type Piece, streamsOf } from '../written.ts';
import { declarationsIn, definedNow, inBashsWords, refusal, timeText, withoutOurs } from './afterwards.ts';
import { besides } from './besides.ts';
import { asCommand, SPEAKERS, speaker } from './bridge.ts';
import { withDirectoryGlobs } from './directoryGlobs.ts';
import { ALIAS, initialEnvironment, initialVariables, SETTABLE, SHOPTS } from './environment.ts';
import {
  type Interpreter,
  LIMITS,
  type Pipeline,
  PROGRAMS,
  type Script,
  type Statement,
  type SyntaxNode,
} from './interpreter.ts';
import { inOrder, type Printed } from './order.ts';
import { partsOf } from './parts.ts';
import type { ProgramResult, ShellProgram } from './program.ts';
import {
  definesNothing,
  functionsIn,
  RANDOM_EXPRESSION,
  runs,
  SECONDS,
  scriptOf,
  statementOf,
  TERMINAL_MARK,
  withTerminal,
  withWorldsClock,
} from './rewrite.ts';
import { type Syntax, syntaxOf } from './syntax.ts';

/** What runs at the moment: one line, in a world of its own. */
export interface Turn {
  readonly on: Changing;
  readonly columns: number;
  readonly signal: AbortSignal;
  /** Standard input of the line; empty when it is the terminal. */
  readonly stdin: string;
  readonly history: readonly string[];
  /** What of the present program's is the terminal, for programs that it runs. */
  inherited: string;
  /** What programs of the present pipeline printed so far. */
  readonly written: Printed[];
  /** What the first command that holds the terminal asked for. */
  next: Foreground | null;
}

/** What one pipeline came to. */
export interface Piped {
  readonly stdout: string;
  readonly stderr: string;
  /** The same, as it is to be shown. */
  readonly written: readonly Piece[];
  readonly exitCode: number;
  /** `exit` was run: the shell is over. */
  readonly isOver: boolean;
  /** The rest of the line is not run: an expansion failed. */
  readonly isAborted: boolean;
}

/** A shell on a node: what it keeps from one line to the next. */
export interface NodeShell {
  readonly node: string;
  parse(text: string): Syntax;
  run(pipeline: Pipeline, turn: Turn): Promise<Piped>;
  workingDirectory(): string;
  /** Variables, exported or not. */
  variables(): Readonly<Record<string, string>>;
  exported(): Readonly<Record<string, string>>;
  aliases(): readonly string[];
  functions(): readonly string[];
  /** What an alias stands for; undefined when it is none. */
  alias(name: string): string | undefined;
  /** Names of all programs. */
  programs(): ReadonlySet<string>;
  status(): number;
}

export interface NodeShellInput {
  readonly interpreter: Interpreter;
  readonly node: string;
  readonly workingDirectory: string;
  readonly commands: ReadonlyMap<string, NodeCommand | ShellProgram>;
  /** The world's time when the shell was opened, in milliseconds since the epoch. */
  readonly openedAt: number;
  /** Distinguishes shells: `$$`, and where `$RANDOM` begins. */
  readonly pid: number;
}

/** A pipeline that runs. */
interface Running {
  readonly turn: Turn;
  readonly pipeline: Pipeline;
  /** What the interpreter is to run instead of what it is called with; null once it has it. */
  script: Script | null;
  /** What is to be kept; null until the pipeline is done, and when it never comes to its end. */
  state: { readonly words: readonly string[]; readonly env: Map<string, string>; readonly cwd: string } | null;
}

const KEEP = 'portside-keep';
const STATUS = 'portside-status';

/**
 * Opens a shell for root on a node. The interpreter forgets all between two runs, so each pipeline is run with what the last
 * one left, by a script in three parts: what was kept, the pipeline itself, and a command that sees what is to be kept.
 */
export function nodeShell(input: NodeShellInput): NodeShell {
  const { interpreter, node, commands, openedAt } = input;
  const programs = new Set<string>([...PROGRAMS, ...commands.keys(), KEEP, STATUS]);
  const parser = new interpreter.Bash({ defenseInDepth: false, commands: [], executionLimits: LIMITS });
  let caught: readonly Statement[] = [];
  parser.registerTransformPlugin({
    name: 'portside',
    // What would be made of the tree is a text once more, which nobody needs.
    transform({ ast }) {
      caught = ast.statements;
      return { ast: scriptOf([]) };
    },
  });
  const parsed = (text: string): readonly Statement[] => {
    parser.transform(text);
    return caught;
  };
  const keepingAll = parsed(`/usr/bin/${KEEP} "$?" "\${PIPESTATUS[*]}" "$(declare -F)" "$(declare -p)"`);
  const keepingVariables = parsed(`/usr/bin/${KEEP} "$?" "\${PIPESTATUS[*]}"`);
  /** The short scripts that come again and again. */
  const known = new Map<string, readonly Statement[]>();
  const remembered = (text: string): readonly Statement[] => {
    const statements = known.get(text) ?? parsed(text);
    if (known.size < 200) known.set(text, statements);
    return statements;
  };
  const random = expressionOf(parsed(`(( ${RANDOM_EXPRESSION} ))`));

  let cwd = input.workingDirectory;
  let exported: Readonly<Record<string, string>> = initialEnvironment(cwd);
  let variables: Readonly<Record<string, string>> = {
    ...exported,
    ...initialVariables(node, input.pid * 7919 + (Math.floor(openedAt / 1000) % 65_521)),
  };
  let functions: ReadonlyMap<string, SyntaxNode> = new Map();
  let declarations: readonly Statement[] = [];
  let statuses: readonly string[] = ['0'];

  /** The script before a pipeline: makes the shell what the last one left it. */
  function kept(): readonly Statement[] {
    const options = (variables.SHELLOPTS ?? '').split(':').filter((name) => SETTABLE.has(name));
    const shopts = (variables.BASHOPTS ?? '').split(':').filter((name) => SHOPTS.has(name));
    return [
      ...[...functions.values()].map(statementOf),
      ...declarations,
      ...remembered(`shopt -s expand_aliases ${shopts.join(' ')}`),
      ...(options.length === 0 ? [] : remembered(`set ${options.map((name) => `-o ${name}`).join(' ')}`)),
      // With `set -e` a failed status would end the shell before the line begins.
      ...(options.includes('errexit')
        ? []
        : remembered(statuses.map((code) => `/usr/bin/${STATUS} ${code}`).join(' | '))),
    ];
  }

  function clockOf(turn: Turn): Readonly<Record<string, string>> {
    const { now } = turn.on.world();
    return {
      [SECONDS]: String(Math.floor((now - openedAt) / 1000)),
      EPOCHSECONDS: String(Math.floor(now / 1000)),
      EPOCHREALTIME: `${Math.floor(now / 1000)}.${String(now % 1000).padStart(3, '0')}000`,
    };
  }

  /** What is run at the moment, for the interpreter's callbacks. */
  let current: Running | null = null;
  /** The interpreter, and the exported variables that it was made with: those of programs within programs. */
  let made: { readonly bash: Bash; readonly exported: Readonly<Record<string, string>> } | null = null;

  function running(): Running {
    if (current === null) throw new Error('the interpreter calls back when nothing runs');
    return current;
  }

  const on: Changing = {
    node,
    world: () => running().turn.on.world(),
    apply: (event) => running().turn.on.apply(event),
  };
  const files = nodeFileSystem(on, programs, openedAt - 3_600_000);
  const keep: Command = {
    name: KEEP,
    execute: async (words, context) => {
      running().state = { words, env: new Map(context.env), cwd: context.cwd };
      exported = { ...context.exportedEnv };
      return { stdout: '', stderr: '', exitCode: 0 };
    },
  };
  const status: Command = {
    name: STATUS,
    execute: async ([code]) => ({ stdout: '', stderr: '', exitCode: Number(code) || 0 }),
  };
  const customCommands = [...commands.values()]
    .map((each) =>
      asCommand(each, {
        turn: () => running().turn,
        besides: () => besides(running().pipeline),
        files,
        node,
        commands,
        clock: clockOf,
        runOn,
      }),
    )
    .concat(keep, status, ...SPEAKERS.map((name) => speaker(name, () => running().turn)));

  /** The interpreter; another one when the exported variables are others. */
  function interpreterNow(): Bash {
    // What is readonly stays so in an interpreter, and cannot be declared to it once more.
    const keepsReadonly = declarations.some(({ sourceText }) => /^declare -\w*r/.test(sourceText ?? ''));
    if (made !== null && !keepsReadonly && isSame(made.exported, exported)) return made.bash;
    const bash = new interpreter.Bash({
      fs: files,
      cwd,
      env: { ...exported },
      commands: PROGRAMS,
      customCommands,
      executionLimits: LIMITS,
      defenseInDepth: false,
      processInfo: { pid: input.pid, ppid: input.pid - 1, uid: 0, gid: 0 },
      sleep: async (milliseconds) => {
        if (milliseconds > 0) on.apply({ type: 'advance', milliseconds: Math.round(milliseconds) });
      },
    });
    bash.registerTransformPlugin({
      name: 'portside',
      // Scripts within the script, of `bash -c` or xargs, are as they are.
      transform({ ast }) {
        const { script } = running();
        running().script = null;
        return { ast: script ?? withWorldsClock(ast, random) };
      },
    });
    made = { bash, exported };
    return bash;
  }

  /** A line typed for a shell of another node that is over when the line is: `ssh NODE LINE`. */
  async function runOn(other: string, line: string, stdin: string, turn: Turn): Promise<ProgramResult> {
    const shell = nodeShell({ ...input, node: other, workingDirectory: '/root', openedAt: turn.on.world().now });
    const there: Turn = { ...turn, on: { ...turn.on, node: other }, stdin, inherited: '', written: [], next: null };
    const read = shell.parse(line);
    if (!read.ok) return { stdout: '', stderr: read.message, exitCode: 2 };
    const written: Piece[] = [];
    let exitCode = 0;
    for (const part of partsOf(read.statements)) {
      if (part.joined === '&&' ? exitCode !== 0 : part.joined === '||' && exitCode === 0) continue;
      const result = await shell.run(part.pipeline, there);
      written.push(...result.written);
      exitCode = result.exitCode;
      if (result.isOver || result.isAborted) break;
    }
    return { ...streamsOf(written), written, exitCode };
  }

  async function run(pipeline: Pipeline, turn: Turn): Promise<Piped> {
    const defining = functionsIn(pipeline);
    // What only reads and writes files defines nothing, unless something is defined already that it may change.
    const isPlain = functions.size === 0 && declarations.length === 0 && definesNothing(pipeline);
    const keeping = isPlain ? keepingVariables : keepingAll;
    const asks = (name: string) => commands.has(name) || functions.has(name) || Object.hasOwn(variables, ALIAS + name);
    // What a pipeline takes is the world's time; the interpreter would tell the host's.
    turn.written.length = 0;
    const present: Running = { turn, pipeline, script: null, state: null };
    current = present;
    const globbing = !(variables.SHELLOPTS ?? '').includes('noglob');
    const untimed = { ...(globbing ? withDirectoryGlobs(pipeline, files, cwd) : pipeline), timed: false };
    const startedAt = turn.on.world().now;
    const statement: Statement = { type: 'Statement', pipelines: [untimed], operators: [], background: false };
    present.script = scriptOf([...kept(), withWorldsClock(withTerminal(statement, asks), random), ...keeping]);
    const env = { ...variables, ...clockOf(turn) };
    const result = await interpreterNow()
      .exec(':', {
        cwd,
        env,
        replaceEnv: true,
        signal: turn.signal as never,
        rawScript: true,
        ...(turn.stdin === '' ? {} : { stdin: turn.stdin }),
      })
      // The interpreter lets a file system's refusal of a redirection through.
      .catch((error: unknown) => ({ stdout: '', stderr: refusal(error, cwd, pipeline), exitCode: 1 }));
    const { state } = present;
    const took = pipeline.timed === true ? timeText(turn.on.world().now - startedAt, pipeline.timePosix === true) : '';
    const said = inBashsWords(withoutOurs(result.stderr, variables.SHELLOPTS), () =>
      JSON.stringify(pipeline).includes('"["'),
    )
      // A directory is no program, whatever its mode.
      .replace(/^(bash: (.*): )Permission denied$/gm, (all, before: string, path: string) =>
        files.status(absolutePath(cwd, path))?.kind === 'directory' ? `${before}Is a directory` : all,
      );
    current = null;
    const shown = inOrder(turn.written, { stdout: result.stdout, stderr: said });
    const written = took === '' ? shown : [...shown, { stream: 'stderr', text: took } as const];
    const output = { stdout: result.stdout, stderr: said + took, written };
    if (state === null) {
      const isOver = runs(pipeline, ['exit', 'logout']) || (variables.SHELLOPTS ?? '').includes('errexit');
      statuses = [String(result.exitCode)];
      return { ...output, exitCode: result.exitCode, isOver, isAborted: 'env' in result };
    }
    const [code = '0', piped = '', defined = '', declared = ''] = state.words;
    state.env.delete(TERMINAL_MARK);
    variables = Object.fromEntries(state.env);
    cwd = state.cwd;
    const codes = piped.split(' ');
    // `!` and `pipefail` make the status another than the last command's.
    statuses = codes.at(-1) === code ? codes : [code];
    if (isPlain) return { ...output, exitCode: Number(code) || 0, isOver: false, isAborted: false };
    functions = definedNow(defined, functions, defining);
    declarations = /^declare -[aAinlur]/m.test(declared) ? declarationsIn(declared, parsed) : [];
    return { ...output, exitCode: Number(code) || 0, isOver: false, isAborted: false };
  }

  return {
    node,
    parse: (text) => syntaxOf(text, parsed),
    run,
    workingDirectory: () => cwd,
    variables: () => variables,
    exported: () => exported,
    aliases: () =>
      Object.keys(variables)
        .filter((name) => name.startsWith(ALIAS))
        .map((name) => name.slice(ALIAS.length)),
    functions: () => [...functions.keys()],
    alias: (name) => (Object.hasOwn(variables, ALIAS + name) ? variables[ALIAS + name] : undefined),
    programs: () => programs,
    status: () => Number(statuses.at(-1)) || 0,
  };
}

function expressionOf(statements: readonly Statement[]): unknown {
  const [command] = statements[0]?.pipelines[0]?.commands ?? [];
  return command?.type === 'ArithmeticCommand' ? command.expression.expression : { type: 'ArithNumber', value: 0 };
}

function isSame(left: Readonly<Record<string, string>>, right: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(left);
  return (
    left === right || (names.length === Object.keys(right).length && names.every((name) => left[name] === right[name]))
  );
}
