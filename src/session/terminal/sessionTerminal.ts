import type { WorldEvent } from '#engine/world/event.ts';
import { step as stepWorld } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import type { Follower } from '#shell/foreground.ts';
import type { Terminal, Typed } from '#shell/terminal/terminal.ts';
import type { LineHistory } from '../asking/history.ts';
import type { LearnerStep } from '../step.ts';
import type { OpenTerminal, SessionTerminal, TerminalNext, TerminalPiece } from '../view/terminal.ts';

/** What a terminal works on: the session's run, and the one way to add to it. */
export interface TerminalInput {
  world(): World;
  /** The node the first shell is on. */
  readonly node: string;
  /** Milliseconds that passed on the learner's clock and not yet on the world's. */
  waited(): number;
  /** Plays a step, in which as many milliseconds pass first. */
  play(step: LearnerStep & { readonly kind: 'line' }, milliseconds: number): void;
  readonly history: LineHistory;
  /** Tells of each change of the run; returns its own undoing. */
  subscribe(listener: () => void): () => void;
  /** Tells that the run begins anew, before it does: at which time, in milliseconds since the epoch. */
  onStartOver(listener: (now: number) => void): void;
}

const HOME = '/root';
/** As wide as a terminal that nobody sees. */
const COLUMNS = 80;

type Write = (piece: TerminalPiece) => void;

/** The way to a session's terminal. Interpreter and programs come with the first one that is opened. */
export function sessionTerminal(input: TerminalInput): SessionTerminal {
  return {
    async open(left) {
      const [{ createTerminal }, { COMMANDS }] = await Promise.all([
        import('#shell/terminal/terminal.ts'),
        import('#shell/terminal/commands.table.ts'),
      ]);
      const { node, world } = input;
      const openedAt = world().now;
      const shell = await createTerminal({ commands: COMMANDS, node, workingDirectory: HOME, openedAt });
      return openTerminal(shell, input, left);
    },
  };
}

/** A shell as the screen drives it: each line that does something is one step of the run. */
export function openTerminal(shell: Terminal, input: TerminalInput, left: () => void = () => {}): OpenTerminal {
  const { history } = input;
  let running: AbortController | null = null;
  let unfollow: (() => void) | null = null;
  let ended: Promise<void> = Promise.resolve();
  /** How often the run began anew; what a line of an earlier one still does is for nobody. */
  let beginnings = 0;
  const listeners = new Set<() => void>();
  let edit: {
    readonly text: string;
    readonly line: string;
    readonly unchanged: string;
    readonly typed: string;
  } | null = null;
  let columns = COLUMNS;
  let status = 0;

  /** Runs a line; `title` is what the timeline calls it. */
  async function type(line: string, title: string, write: Write, stdin = ''): Promise<TerminalNext> {
    unfollow?.();
    const controller = new AbortController();
    running = controller;
    const milliseconds = input.waited();
    const before: readonly WorldEvent[] = milliseconds > 0 ? [{ type: 'advance', milliseconds }] : [];
    const world = before.reduce((now, event) => stepWorld(now, event).world, input.world());
    const node = shell.node();
    const beginning = beginnings;
    const typed = await shell.type(line, {
      world,
      stdin,
      columns,
      signal: controller.signal,
      history: history.lines(),
      write,
    });
    running = null;
    if (beginning !== beginnings) return { kind: 'prompt' };
    status = typed.exitCode;
    // What only looks is no step: there is nothing that an undo would take back.
    if (typed.events.length > 0)
      input.play({ kind: 'line', node, line: title, events: [...before, ...typed.events] }, milliseconds);
    if (controller.signal.aborted) write({ stream: 'stdout', text: '\n' });
    if (typed.isOver) left();
    return next(typed, title, write);
  }

  function next({ next: then }: Typed, typed: string, write: Write): TerminalNext {
    switch (then?.kind) {
      case 'follow':
        follow(then.follower, write);
        return unfollow === null ? { kind: 'prompt' } : { kind: 'following', ended };
      case 'edit-text':
        edit = { ...then, typed };
        return { kind: 'edit-text', title: then.title, text: then.text };
      case 'edit':
        return then;
      case 'clear':
        return { kind: 'clear' };
      default:
        return { kind: 'prompt' };
    }
  }

  /** Looks at once, and after each change of the run, until there is nothing more to see or Ctrl-C. */
  function follow(first: Follower, write: Write): void {
    let follower: Follower | null = first;
    let last: World | null = null;
    const look = (): void => {
      const world = input.world();
      if (follower === null || world === last) return;
      last = world;
      const seen = follower.look(world);
      follower = seen.next;
      if (seen.text !== '') write({ stream: 'stdout', text: seen.text });
      if (follower === null) unfollow?.();
    };
    const unsubscribe = input.subscribe(look);
    ended = new Promise((resolve) => {
      unfollow = () => {
        unsubscribe();
        unfollow = null;
        resolve();
      };
    });
    look();
  }

  input.onStartOver((now) => {
    beginnings += 1;
    running?.abort();
    unfollow?.();
    edit = null;
    shell.restart(now);
    status = 0;
    for (const listener of listeners) listener();
  });

  return {
    prompt: () => shell.prompt(),
    isUnfinished: (text) => shell.isUnfinished(text),
    run(line, write, width) {
      columns = width;
      if (!line.startsWith(' ')) history.add(line);
      return type(line, line.trim(), write);
    },
    async edited(text, write) {
      if (edit === null) return { kind: 'prompt' };
      const { line, unchanged, text: before, typed } = edit;
      edit = null;
      if (text !== null && text !== before) return await type(line, typed, write, text);
      write({ stream: 'stdout', text: unchanged.endsWith('\n') ? unchanged : `${unchanged}\n` });
      return { kind: 'prompt' };
    },
    interrupt() {
      running?.abort();
      unfollow?.();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    complete: (line, cursor) => shell.complete(line, cursor, input.world()),
    history: () => history.lines(),
    depth: () => shell.depth(),
    status: () => status,
  };
}
