import type { WorldEvent } from '#engine/world/event.ts';
import { step as stepWorld } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import type { Scenario } from '#packs/schema.ts';
import { ask } from './asked.ts';
import type { Session, SessionCommands } from './commands.ts';
import { sessionHelp } from './help.ts';
import type { Clock, Progress } from './ports.ts';
import { newRun, play, playEdit, playWait, type Run, redo, undo, worldOf } from './run.ts';
import { restore, saveText } from './saved.ts';
import { accessView } from './screen/access.ts';
import { compareRequests } from './screen/compare.ts';
import { sentRequest } from './screen/requests.ts';
import { sessionView } from './screen/session.ts';
import { WORDS } from './screen/words.ts';
import type { LearnerStep } from './step.ts';
import type { SessionView } from './view.ts';

/** What a session is opened with. */
export interface SessionInput {
  readonly scenario: Scenario;
  readonly start: World;
  /** The node the scenario plays on. */
  readonly node: string;
  readonly clock: Clock;
  readonly progress: Progress;
}

/** Longer pauses than this do not pass on the node: whoever comes back tomorrow finds it as they left it. */
const LONGEST_PAUSE = 10 * 60_000;

/** A running session: takes up the saved run of its scenario, saves after every step, tells its listeners. */
export function openSession({ scenario, start, node, clock, progress }: SessionInput): Session {
  const key = `portside.session.${scenario.id}`;
  const listeners = new Set<() => void>();
  const opened = open(scenario, start, key, progress);
  let run = opened.run;
  let saved: SessionView['saved'] = opened.saved;
  let lastMoment = clock.now();
  let view = sessionView(run, node, saved);

  function settle(next: Run): void {
    if (next === run) return;
    run = next;
    saved = save(run, key, progress);
    view = sessionView(run, node, saved);
    for (const listener of listeners) listener();
  }

  /** What passed on the learner's clock since the last step, in whole seconds as milliseconds. */
  function elapsed(): number {
    const now = clock.now();
    const milliseconds = Math.min(LONGEST_PAUSE, Math.max(0, Math.floor((now - lastMoment) / 1000) * 1000));
    lastMoment += milliseconds;
    if (now - lastMoment > 1000) lastMoment = now;
    return milliseconds;
  }

  /** The same as the first event of the next step. */
  function passed(): readonly WorldEvent[] {
    const milliseconds = elapsed();
    return milliseconds > 0 ? [{ type: 'advance', milliseconds }] : [];
  }

  function service(kind: 'restart' | 'start' | 'stop'): void {
    settle(play(run, { kind, events: [...passed(), { type: kind, node, unit: 'kubelet.service' }] }));
  }

  const commands: SessionCommands = {
    edit(path, text) {
      const entry = worldOf(run).nodes[node]?.host.files[path];
      if (entry?.kind === 'file' && entry.text === text) return;
      const step: LearnerStep & { kind: 'edit' } = {
        kind: 'edit',
        path,
        events: [...passed(), { type: 'write', node, path, text }],
      };
      settle(playEdit(run, step));
    },
    daemonReload: () =>
      settle(play(run, { kind: 'daemon-reload', events: [...passed(), { type: 'daemon-reload', node }] })),
    restart: () => service('restart'),
    start: () => service('start'),
    stop: () => service('stop'),
    advance: (milliseconds) => settle(playWait(run, elapsed() + milliseconds)),
    tick() {
      const milliseconds = worldOf(run).nodes[node]?.kubelet.state === 'waiting' ? elapsed() : 0;
      if (milliseconds > 0) settle(playWait(run, milliseconds));
    },
    ask(line, guess) {
      const before = passed();
      const world = before.reduce((now, event) => stepWorld(now, event).world, worldOf(run));
      settle(play(run, { kind: 'ask', line, guess, events: [...before, ...ask(line, world, node).events] }));
    },
    undo: () => settle(undo(run)),
    redo: () => settle(redo(run)),
    startOver: () => settle({ ...newRun(scenario, start) }),
    openHint() {
      if (run.hintsOpened < scenario.hints.length) settle({ ...run, hintsOpened: run.hintsOpened + 1 });
    },
  };

  return {
    commands,
    help: sessionHelp(() => worldOf(run).nodes[node]),
    view: () => view,
    access(number) {
      const sent = sentRequest(run, number);
      return sent === null ? null : accessView(sent.trace, sent.world);
    },
    compare(kept, shown) {
      const [left, right] = [kept, shown].map((number) => view.requests.find((one) => one.number === number));
      const sent = left !== undefined && right !== undefined && 'stages' in left && 'stages' in right;
      return sent ? compareRequests(left, right) : null;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function open(
  scenario: Scenario,
  start: World,
  key: string,
  progress: Progress,
): { readonly run: Run; readonly saved: SessionView['saved'] } {
  const fresh = newRun(scenario, start);
  try {
    const text = progress.load(key);
    if (text === null) return { run: fresh, saved: { state: 'saved', words: WORDS.saved } };
    const run = restore(scenario, start, text);
    if (run !== null) return { run, saved: { state: 'saved', words: WORDS.saved } };
    progress.save(`${key}.set-aside`, text);
    return { run: fresh, saved: { state: 'unsaved', words: WORDS.setAside } };
  } catch {
    return { run: fresh, saved: { state: 'unsaved', words: WORDS.saveFailed } };
  }
}

function save(run: Run, key: string, progress: Progress): SessionView['saved'] {
  try {
    progress.save(key, saveText(run));
    return { state: 'saved', words: WORDS.saved };
  } catch {
    return { state: 'unsaved', words: WORDS.saveFailed };
  }
}
