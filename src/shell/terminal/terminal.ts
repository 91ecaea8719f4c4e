import type { WorldEvent } from '#engine/world/event.ts';
import type { World } from '#engine/world/world.ts';
import type { NodeCommand } from '../command.ts';
import { type PrivateWorld, privateWorld } from '../files/privateWorld.ts';
import type { Foreground, Frame } from '../foreground.ts';
import type { Piece } from '../written.ts';
import { type Completion, completeLine } from './complete.ts';
import { containerPrompt, typeInContainer } from './containerShell.ts';
import { expandHistory } from './historyExpansion.ts';
import { loadInterpreter } from './interpreter.ts';
import { type NodeShell, nodeShell, type Turn } from './nodeShell.ts';
import { type Part, partsOf } from './parts.ts';
import type { ShellProgram } from './program.ts';
import { isUnfinished } from './unfinished.ts';
import { tilde } from './words.ts';

/** What is typed, and where. */
export interface Typing {
  readonly world: World;
  /** Standard input of the line; the terminal's own, empty, when absent. */
  readonly stdin?: string;
  readonly columns: number;
  readonly signal: AbortSignal;
  /** Lines typed before, oldest first. */
  readonly history: readonly string[];
  write(piece: Piece): void;
}

/** What a line came to. `events` are to be played on the world in order; everything it printed went to `write`. */
export interface Typed {
  readonly events: readonly WorldEvent[];
  /** The world given with the events played on it. */
  readonly world: World;
  readonly exitCode: number;
  /** What holds the terminal now; shells inside the shell are the terminal's own business. */
  readonly next: Exclude<Foreground, { readonly kind: 'enter' | 'leave' }> | null;
  /** The first shell was left: whoever has a window may close it. */
  readonly isOver: boolean;
}

/** A terminal on a node: shells within shells, and what each keeps between lines. It holds no world. */
export interface Terminal {
  /** `root@node01:~# ` */
  prompt(): string;
  isUnfinished(text: string): boolean;
  /** Types a whole line, which may be several: an open quote, a here-document. Never rejects, whatever the text. */
  type(line: string, typing: Typing): Promise<Typed>;
  complete(line: string, cursor: number, world: World): Completion;
  /** Leaves all shells for a new first one, as if the terminal had been opened at that time, in milliseconds since the epoch. */
  restart(openedAt: number): void;
  /** How many shells are open inside the first. */
  depth(): number;
  /** The node that the innermost shell is on. */
  node(): string;
}

export interface TerminalInput {
  readonly commands: readonly (NodeCommand | ShellProgram)[];
  readonly node: string;
  readonly workingDirectory: string;
  /** The world's time at which it is opened, in milliseconds since the epoch. */
  readonly openedAt: number;
}

type Shell =
  | { readonly kind: 'node'; readonly shell: NodeShell; readonly closing: string; rest: readonly Part[] }
  | { readonly kind: 'container'; readonly frame: Frame & { readonly kind: 'container' }; readonly closing: string };

/** Opens a terminal; the interpreter is loaded when the first one is. */
export async function createTerminal(input: TerminalInput): Promise<Terminal> {
  const interpreter = await loadInterpreter();
  const commands = new Map(input.commands.map((command) => [command.name, command] as const));
  let opened = 0;
  let bornAt = input.openedAt;

  function open(node: string, workingDirectory: string, now: number, closing: string): Shell {
    opened += 1;
    const shell = nodeShell({ interpreter, node, workingDirectory, commands, openedAt: now, pid: 1100 + 57 * opened });
    return { kind: 'node', shell, closing, rest: [] };
  }

  const first = () => open(input.node, input.workingDirectory, bornAt, '');
  let shells: readonly Shell[] = [first()];
  const inner = (): Shell => shells.at(-1) ?? first();

  async function type(line: string, typing: Typing): Promise<Typed> {
    const fork = privateWorld(typing.world);
    const shell = inner();
    let isOver = false;
    const ended = (exitCode: number, next: Typed['next'] = null): Typed => ({
      events: fork.events(),
      world: fork.world(),
      exitCode,
      next,
      isOver,
    });

    /** Closes shells from the inside out, going on with what was typed behind the command that opened each. */
    async function leave(exitCode: number): Promise<Typed> {
      const left = inner();
      if (shells.length === 1) {
        shells = [first()];
        isOver = true;
        return ended(exitCode);
      }
      shells = shells.slice(0, -1);
      if (left.closing !== '') typing.write({ stream: 'stdout', text: left.closing });
      const outer = inner();
      if (outer.kind === 'container' || outer.rest.length === 0) return ended(exitCode);
      const { rest } = outer;
      outer.rest = [];
      return await play(outer, rest, exitCode);
    }

    async function play(on: Shell & { readonly kind: 'node' }, parts: readonly Part[], before: number): Promise<Typed> {
      let code = before;
      for (const [index, part] of parts.entries()) {
        if (typing.signal.aborted) return ended(130);
        if (fork.isFull() || index >= MOST_PARTS) {
          typing.write({ stream: 'stderr', text: TOO_MUCH });
          return ended(126);
        }
        if (part.joined === '&&' ? code !== 0 : part.joined === '||' && code === 0) continue;
        const turn = turnOf(on.shell.node, fork, typing);
        const result = await on.shell.run(part.pipeline, turn);
        for (const piece of result.written) typing.write(piece);
        if (part.isBackground) typing.write({ stream: 'stderr', text: IN_FOREGROUND });
        code = result.exitCode;
        if (typing.signal.aborted) return ended(130);
        if (result.isOver) return await leave(code);
        if (turn.next === null) {
          if (result.isAborted) return ended(code);
          continue;
        }
        const rest = parts.slice(index + 1);
        if (turn.next.kind === 'leave') return await leave(turn.next.exitCode);
        if (turn.next.kind === 'enter') {
          on.rest = rest;
          enter(turn.next.frame, fork.world().now);
          return ended(code);
        }
        if (turn.next.kind === 'follow' && part.isBackground) continue;
        if (rest.length > 0 && turn.next.kind !== 'clear') typing.write({ stream: 'stderr', text: NOT_RUN });
        if (turn.next.kind !== 'clear' || rest.length === 0) return ended(code, turn.next);
      }
      return ended(code);
    }

    if (shell.kind === 'container') {
      const words = line.trim();
      if (/^exit(\s+\d+)?$/.test(words)) return await leave(Number(words.slice(4)) || 0);
      const typed = typeInContainer(fork.world(), shell.frame, line);
      if (typed === null) {
        typing.write({ stream: 'stderr', text: 'command terminated with exit code 137\n' });
        return await leave(137);
      }
      for (const piece of typed.pieces) typing.write(piece);
      if (typed.isInterrupted) typing.write({ stream: 'stdout', text: '^C\n' });
      return ended(typed.exitCode);
    }
    const before = typing.history.at(-1) === line.trim() ? typing.history.slice(0, -1) : typing.history;
    const expanded = expandHistory(line, before);
    if (!expanded.ok) {
      typing.write({ stream: 'stderr', text: expanded.message });
      return ended(1);
    }
    if (expanded.isChanged) typing.write({ stream: 'stdout', text: `${expanded.line}\n` });
    const read = shell.shell.parse(expanded.line);
    if (!read.ok) {
      typing.write({ stream: 'stderr', text: read.message });
      return ended(2);
    }
    return await play(shell, partsOf(read.statements), shell.shell.status());
  }

  function enter(frame: Frame, now: number): void {
    const closing = frame.closing ?? '';
    if (frame.kind === 'container') shells = [...shells, { kind: 'container', frame, closing }];
    else shells = [...shells, open(frame.node, frame.workingDirectory, now, closing)];
  }

  return {
    prompt() {
      const shell = inner();
      if (shell.kind === 'container') return containerPrompt(shell.frame);
      return `root@${shell.shell.node}:${tilde(shell.shell.workingDirectory(), '/root')}# `;
    },
    isUnfinished: (text) => inner().kind === 'node' && isUnfinished(text),
    async type(line, typing) {
      try {
        return await type(line, typing);
      } catch (error) {
        // The interpreter's own failures: too deep a nesting, a limit that it tells by throwing.
        const why = error instanceof Error ? error.message : String(error);
        typing.write({ stream: 'stderr', text: `portside: the line could not be run: ${why}\n` });
        return { events: [], world: typing.world, exitCode: 1, next: null, isOver: false };
      }
    },
    complete(line, cursor, world) {
      const shell = inner();
      if (shell.kind === 'container') return { from: cursor, candidates: [], common: '' };
      return completeLine(line, cursor, { shell: shell.shell, world, commands });
    },
    restart(openedAt) {
      bornAt = openedAt;
      opened = 0;
      shells = [first()];
    },
    depth: () => shells.length - 1,
    node: () => {
      const shell = inner();
      return shell.kind === 'container' ? shell.frame.node : shell.shell.node;
    },
  };
}

/** A line has no more pipelines than this that are run. */
const MOST_PARTS = 2000;
const TOO_MUCH = 'portside: stopped, since a line ends sometime here: the rest of it was not run\n';
const IN_FOREGROUND = 'portside: background jobs are not modelled; the command ran to its end instead\n';
const NOT_RUN = 'portside: what follows on the line was not run: the command before it holds the terminal\n';

function turnOf(node: string, fork: PrivateWorld, typing: Typing): Turn {
  return {
    on: { node, world: fork.world, apply: fork.apply },
    columns: typing.columns,
    signal: typing.signal,
    stdin: typing.stdin ?? '',
    history: typing.history,
    inherited: '',
    written: [],
    next: null,
  };
}
