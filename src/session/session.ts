import type { WorldEvent } from '#engine/world/event.ts';
import { step as stepWorld } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import type { Scenario } from '#packs/schema.ts';
import { sessionArchive } from './archive.ts';
import { ask } from './asked.ts';
import { lineHistory, TYPED } from './asking/history.ts';
import { sessionClock } from './clock/sessionClock.ts';
import type { Session, SessionCommands } from './commands.ts';
import { sessionCounterfactual } from './counterfactual/sessionCounterfactual.ts';
import { diagnosisViews } from './diagnosis/views.ts';
import { fleetView } from './fleet/fleetView.ts';
import { sessionGrid } from './grid/sessionGrid.ts';
import { sessionHelp } from './help.ts';
import { hintsOf } from './hints.ts';
import { plainKeeper } from './keeping/plainKeeper.ts';
import { KEEPING } from './keeping/words.ts';
import { latest } from './latest.ts';
import { sessionLogs } from './logs/sessionLogs.ts';
import { nodeDesk } from './nodeDesk.ts';
import { openFiles } from './openFiles.ts';
import type { Clock, Keeper, KeeperState, Progress } from './ports.ts';
import { newRun, play, playEdit, playWait, type Run, redo, repliesOf, sentIn, undo, worldOf } from './run.ts';
import { readSaved, replay, savedOf } from './saved/saved.ts';
import { scorer } from './score/score.ts';
import { accessView } from './screen/access.ts';
import { sessionRequests } from './screen/asking.ts';
import { compareRequests } from './screen/compare.ts';
import { configurationOf } from './screen/configuration.ts';
import { sentRequest } from './screen/requests.ts';
import { sessionView } from './screen/session.ts';
import { tabsOf } from './screen/tabs.ts';
import { unjudged } from './screen/unadvised.ts';
import { sessionVersions } from './screen/versions.ts';
import type { LearnerStep } from './step.ts';
import { sessionTerminal } from './terminal/sessionTerminal.ts';
import { type Allowed, EVERYTHING_ALLOWED } from './view/allowed.ts';
import type { SessionView } from './view.ts';

/** What a session is opened with. */
export interface SessionInput {
  readonly scenario: Scenario;
  readonly start: World;
  /** The node the scenario plays on. */
  readonly node: string;
  readonly clock: Clock;
  readonly progress: Progress;
  /** Where the run is kept; a text in `progress` when absent. */
  readonly keeper?: Keeper;
  /** Everything, when absent. */
  readonly allowed?: Allowed;
  /** Whether a task stays met once it was, as the steps of a lesson do. */
  readonly stays?: boolean;
}

/** A diagnosis reads no more lines than this. */
const MOST_TYPED = 200;

/** Longer pauses than this do not pass on the node: whoever comes back tomorrow finds it as they left it. */
const LONGEST_PAUSE = 10 * 60_000;
/** So long after a keystroke somebody may still be typing, in milliseconds. */
const TYPING = 2_500;

/** A running session: takes up the saved run of its scenario, saves after every step, tells its listeners. */
export function openSession({ scenario, start, node, clock, progress, ...input }: SessionInput): Session {
  const keeper = input.keeper ?? plainKeeper(progress, `portside.session.${scenario.id}`);
  const { allowed = EVERYTHING_ALLOWED, stays = false } = input;
  const listeners = new Set<() => void>();
  const beginners = new Set<(now: number) => void>();
  const history = lineHistory(progress);
  const typedBefore = lineHistory(progress, TYPED);
  /** Lines of this run, those that changed nothing too: what a diagnosis may have to read. */
  let typed: readonly string[] = [];
  const addTyped = (line: string): void => {
    typed = [...typed, line].slice(-MOST_TYPED);
    typedBefore.add(line);
  };
  const opened = open(scenario, start, keeper);
  let run = opened.run;
  let lastMoment = clock.now();
  let lastEdit = Number.NEGATIVE_INFINITY;
  let settling = false;
  const desk = nodeDesk(node);
  let view = viewNow();

  function viewNow(): SessionView {
    return sessionView(
      run,
      { home: node, shown: desk.shown(), opened: desk.opened(), allowed, stays },
      savedWords(keeper.state()),
    );
  }

  function settle(next: Run): void {
    if (next === run) return;
    run = next;
    // The keeper may tell at once; then the view it tells of must be the run's.
    settling = true;
    keeper.keep(savedOf(run));
    settling = false;
    view = viewNow();
    tell();
  }

  function openTab(path: string): void {
    desk.open(path);
    view = viewNow();
    tell();
  }

  /** Every telling has a view of its own, whatever it tells of: by that a screen knows whether it missed one. */
  function tell(): void {
    view = { ...view };
    for (const listener of listeners) listener();
  }

  keeper.subscribe(() => {
    if (settling) return;
    const saved = savedWords(keeper.state());
    if (saved.words !== view.saved.words) view = { ...view, saved };
    tell();
  });

  /** What passed on the learner's clock since the last step, in whole seconds as milliseconds. */
  function elapsed(): number {
    return taken(waited());
  }

  /** The same, still to be taken. */
  function waited(): number {
    return Math.min(LONGEST_PAUSE, Math.max(0, Math.floor((clock.now() - lastMoment) / 1000) * 1000));
  }

  function taken(milliseconds: number): number {
    lastMoment += milliseconds;
    if (clock.now() - lastMoment > 1000) lastMoment = clock.now();
    return milliseconds;
  }

  /** The same as the first event of the next step. */
  function passed(): readonly WorldEvent[] {
    const milliseconds = elapsed();
    return milliseconds > 0 ? [{ type: 'advance', milliseconds }] : [];
  }

  /** Where it is done, when that is not the scenario's own node. */
  function elsewhere(): { readonly node?: string } {
    return desk.shown() === node ? {} : { node: desk.shown() };
  }

  function service(kind: 'restart' | 'start' | 'stop'): void {
    settle(play(run, { kind, events: [...passed(), { type: kind, node: desk.shown(), unit: 'kubelet.service' }] }));
  }

  const recognised = latest((of: Run, lines: readonly string[]) => diagnosisViews(of, node, lines));
  const scoring = latest((of: Scenario, from: World) => scorer(of, from, node));
  const scored = latest(
    (of: Run) => scoring(scenario, start)(worldOf(of), repliesOf(of), () => sentIn(of)).thousandths,
  );
  const grid = latest((name: string) => sessionGrid(() => worldOf(run), name));

  const commands: SessionCommands = {
    edit(path, text) {
      const where = desk.shown();
      const entry = worldOf(run).nodes[where]?.host.files[path];
      if (entry?.kind === 'file' && entry.text === text) return;
      const step: LearnerStep & { kind: 'edit' } = {
        kind: 'edit',
        ...elsewhere(),
        path,
        events: [...passed(), { type: 'write', node: where, path, text }],
      };
      settle(playEdit(run, step));
      lastEdit = clock.now();
    },
    daemonReload: () =>
      settle(
        play(run, { kind: 'daemon-reload', events: [...passed(), { type: 'daemon-reload', node: desk.shown() }] }),
      ),
    restart: () => service('restart'),
    start: () => service('start'),
    stop: () => service('stop'),
    switchVersion(version) {
      const where = desk.shown();
      const installed = worldOf(run).nodes[where]?.kubelet.version;
      if (version === installed || !sessionVersions.choices().some((choice) => choice.version === version)) return;
      settle(play(run, { kind: 'switch', version, events: [...passed(), { type: 'upgrade', node: where, version }] }));
    },
    advance: (milliseconds) => settle(playWait(run, elapsed() + milliseconds)),
    tick() {
      // While steps lie ahead time stands still by itself: a wait would end them.
      if (run.undone.length > 0) return;
      const milliseconds = worldOf(run).nodes[desk.shown()]?.kubelet.state === 'waiting' ? elapsed() : 0;
      if (milliseconds > 0) settle(playWait(run, milliseconds));
    },
    ask(line, guess) {
      history.add(line);
      const before = passed();
      const world = before.reduce((now, event) => stepWorld(now, event).world, worldOf(run));
      const events = [...before, ...ask(line, world, desk.shown()).events];
      settle(play(run, { kind: 'ask', ...elsewhere(), line, guess, events }));
    },
    selectNode(name) {
      if (name === desk.shown() || !Object.hasOwn(worldOf(run).nodes, name)) return;
      desk.select(name);
      view = viewNow();
      tell();
    },
    reply: (task, text) => settle(play(run, { kind: 'reply', task, text, events: passed() })),
    undo: () => settle(undo(run)),
    redo: () => settle(redo(run)),
    startOver() {
      typed = [];
      for (const begin of beginners) begin(start.now);
      settle({ ...newRun(scenario, start) });
    },
    openHint() {
      if (allowed.hints && run.hintsOpened < hintsOf(scenario).length)
        settle({ ...run, hintsOpened: run.hintsOpened + 1 });
    },
  };

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return {
    commands,
    archive: sessionArchive({
      scenario,
      start,
      node,
      clock,
      keeper,
      run: () => run,
      settle,
      tell,
      opening: opened.trouble,
    }),
    files: openFiles({
      files: () => worldOf(run).nodes[desk.shown()]?.host.files ?? {},
      tabs: () => tabsOf(run, { node: desk.shown(), home: desk.shown() === node }, desk.opened()),
      open: openTab,
      write: (path) => commands.edit(path, ''),
    }),
    grid: {
      view: (from) => grid(desk.shown()).view(from),
      cell: (id) => grid(desk.shown()).cell(id),
    },
    help: sessionHelp(() => worldOf(run).nodes[desk.shown()]),
    versions: sessionVersions,
    logs: sessionLogs(() => worldOf(run), node),
    counterfactual: allowed.diagnosis ? sessionCounterfactual(() => run, node) : NO_COUNTERFACTUAL,
    requests: sessionRequests({ world: () => worldOf(run), node: desk.shown, requests: () => view.requests, history }),
    view: () => view,
    configuration() {
      const whole = configurationOf(worldOf(run), desk.shown());
      return allowed.diagnosis ? whole : unjudged(whole);
    },
    fleet: () => fleetView(worldOf(run), desk.shown()),
    diagnosis: () => (allowed.diagnosis ? recognised(run, typed) : []),
    score: () => Math.floor(scored(run) / 10),
    access(number) {
      const sent = sentRequest(run, number);
      return sent === null ? null : accessView(sent.trace, sent.world);
    },
    compare(kept, shown) {
      const [left, right] = [kept, shown].map((number) => view.requests.find((one) => one.number === number));
      const sent = left !== undefined && right !== undefined && 'stages' in left && 'stages' in right;
      return sent ? compareRequests(left, right) : null;
    },
    terminal: sessionTerminal({
      world: () => worldOf(run),
      node,
      waited,
      play(step, milliseconds) {
        taken(milliseconds);
        settle(play(run, step));
      },
      history: { ...typedBefore, add: addTyped },
      subscribe,
      onStartOver: (listener) => beginners.add(listener),
    }),
    clock: sessionClock({
      world: () => worldOf(run),
      held: () => run.undone.length > 0,
      pass() {
        // Typing goes on as one step: its time passes with the next of it, or when it is over.
        if (clock.now() - lastEdit < TYPING) return;
        const milliseconds = elapsed();
        if (milliseconds > 0) settle(playWait(run, milliseconds));
      },
      forget() {
        lastMoment = clock.now();
      },
    }),
    subscribe,
  };
}

/** Where nobody may be told what would change an answer. */
const NO_COUNTERFACTUAL: Session['counterfactual'] = { view: () => null, advance: () => false };

/** The run that was kept, or a new one and why. What cannot be read goes aside. */
function open(
  scenario: Scenario,
  start: World,
  keeper: Keeper,
): { readonly run: Run; readonly trouble: 'set-aside' | 'newer' | null } {
  const fresh = newRun(scenario, start);
  if (keeper.found === null) return { run: fresh, trouble: null };
  const read = readSaved(keeper.found);
  const run = read.kind === 'run' && read.saved.scenario === scenario.id ? replay(scenario, start, read.saved) : null;
  if (run !== null) return { run, trouble: null };
  keeper.setAside();
  return { run: fresh, trouble: read.kind === 'newer' ? 'newer' : 'set-aside' };
}

function savedWords(state: KeeperState): SessionView['saved'] {
  return { state: state.kind, words: state.kind === 'unsaved' ? KEEPING.unsaved[state.why] : KEEPING[state.kind] };
}
