import type { Exam } from '#packs/exam.ts';
import type { Scenario } from '#packs/schema.ts';
import type { Session } from '../commands.ts';
import { KEEPING } from '../keeping/words.ts';
import { type Play, playOf } from '../play.ts';
import type { Clock, LeavableKeeper, Progress } from '../ports.ts';
import { MOST_CHARACTERS } from '../saved/foreign.ts';
import { parseJson, readSaved, type SavedRun } from '../saved/saved.ts';
import { openSession } from '../session.ts';
import { EVERYTHING_ALLOWED, NOTHING_ALLOWED } from '../view/allowed.ts';
import type { ExamReport, ExamView, SessionExam } from '../view/exam.ts';
import type { SessionView } from '../view.ts';
import { type Moment, newContext } from './context.ts';
import { jumpTerminal } from './jumpHost.ts';
import { afterEvent, type ExamEvent } from './machine.ts';
import { lookingKeeper, recordingKeeper, unkept } from './recordingKeeper.ts';
import { earlierOf, keepFinished } from './records.ts';
import { reportOf } from './report.ts';
import { resultOf } from './result.ts';
import { examKey, readExportedExam, readSavedExam, runKey, type SavedExam } from './savedExam.ts';
import { examView, hostsOf } from './view.ts';
import { EXPORTED } from './words.ts';

/** What an exam is opened with. */
export interface ExamInput {
  readonly exam: Exam;
  /** The exam's scenarios, in the order of its tasks. */
  readonly scenarios: readonly Scenario[];
  /** Of a new one; an exam that was begun keeps its own. */
  readonly seed: number;
  /** What the wall shows, which may be set, and what only goes forward while the page lives. */
  readonly clock: Clock;
  readonly steady: Clock;
  readonly progress: Progress;
  openKeeper(run: string): Promise<LeavableKeeper>;
  /** Takes away a run that is kept no longer. */
  forgetRun(run: string): Promise<void>;
  /** Tells when another page wrote under a key of plain storage. */
  onForeignChange(key: string, listener: () => void): void;
}

const MINUTE = 60_000;
/** The state is written at least so often while time goes on, in milliseconds. */
const OFTEN = 5_000;

/** An exam: takes up the one that was begun, saves after every change, tells its listeners. */
export function openExam(input: ExamInput): SessionExam {
  const { exam, scenarios, progress } = input;
  const length = exam.minutes * MINUTE;
  const listeners = new Set<() => void>();
  /** The text that this page saw last in storage; another one is another tab's. */
  let seen: string | null = null;
  let saved: SessionView['saved'] = { state: 'saved', words: KEEPING.saved };
  /** Another tab went on with the exam: this one changes nothing any more until the learner takes it back. */
  let elsewhere = false;
  let writtenAt = Number.NEGATIVE_INFINITY;
  let arriving: string | null = null;
  let state = load();
  let plays: readonly Play[] = [];
  let sessions = new Map<number, Promise<Session>>();
  let keepers = new Map<number, Promise<LeavableKeeper>>();
  let terminals = new Map<number, () => boolean>();
  let report: Promise<ExamReport> | null = null;
  let view = viewNow();
  reopen();
  input.onForeignChange(examKey(exam.id), () => {
    if ((state.phase === 'running' || state.phase === 'paused') && isOvertaken()) part();
  });

  function moment(): Moment {
    return { wall: Math.round(input.clock.now()), steady: Math.round(input.steady.now()) };
  }

  function fresh(seed: number): SavedExam {
    return { format: 1, exam: exam.id, seed, phase: 'ready', context: newContext(scenarios.length, length) };
  }

  function load(): SavedExam {
    try {
      seen = progress.load(examKey(exam.id));
    } catch {
      saved = unsaved('shut');
    }
    return (seen === null ? null : readSavedExam(seen, exam.id, scenarios.length, length)) ?? fresh(input.seed);
  }

  function save(): void {
    writtenAt = state.context.last.steady;
    const text = JSON.stringify(state);
    try {
      if (isOvertaken()) {
        part();
        return;
      }
      progress.save(examKey(exam.id), text);
      seen = text;
      saved = { state: 'saved', words: KEEPING.saved };
    } catch (error) {
      const full = error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
      saved = unsaved(full ? 'full' : 'shut');
    }
  }

  /** Whether another tab began, went on or ended; one that only looks at the start page has nothing to lose. */
  function isOvertaken(): boolean {
    const there = progress.load(examKey(exam.id));
    if (there === seen || there === null) return false;
    return readSavedExam(there, exam.id, scenarios.length, length)?.phase !== 'ready';
  }

  /** Lets go of what the other tab now writes. What was done here so far can still be exported. */
  function part(): void {
    if (elsewhere) return;
    elsewhere = true;
    saved = unsaved('overtaken');
    for (const keeper of keepers.values()) void keeper.then((one) => one.leave());
    tell();
  }

  function tell(): void {
    view = viewNow();
    for (const listener of listeners) listener();
  }

  function viewNow(): ExamView {
    return examView(exam, scenarios, state, state.phase === 'ready' ? null : playsNow(), saved, elsewhere);
  }

  /** Every question as the seed has it; what was not prepared is made now. */
  function playsNow(): readonly Play[] {
    while (prepare());
    return plays;
  }

  /** Makes one question more; true while there are others. */
  function prepare(): boolean {
    const scenario = scenarios[plays.length];
    if (scenario === undefined) return false;
    plays = [...plays, playOf(scenario, state.seed, plays.length)];
    return plays.length < scenarios.length;
  }

  function playAt(question: number): Play {
    const play = playsNow()[question - 1];
    if (play === undefined) throw new Error(`the exam ${exam.id} has no question ${question}`);
    return play;
  }

  function send(event: ExamEvent): void {
    if (elsewhere) return;
    const next = afterEvent(state, event);
    const moved = event.type !== 'tick' || next.phase !== state.phase;
    state = { ...state, ...next };
    if (moved || state.context.last.steady - writtenAt >= OFTEN) save();
    tell();
  }

  /** Another exam in the place of this one. */
  function anew(next: SavedExam): void {
    turnTo(next);
    save();
    tell();
  }

  function turnTo(next: SavedExam): void {
    for (const keeper of keepers.values()) void keeper.then((one) => one.leave());
    state = next;
    plays = [];
    sessions = new Map();
    keepers = new Map();
    terminals = new Map();
    report = null;
  }

  /** The page was away, and time went on. */
  function reopen(): void {
    if (state.phase === 'running' || state.phase === 'paused') send({ type: 'reopen', at: moment() });
  }

  function tick(): void {
    if (state.phase === 'running' || state.phase === 'paused') send({ type: 'tick', at: moment() });
  }

  /** Time goes on first, so that nothing is done after the end. */
  function act(event: ExamEvent): void {
    tick();
    send(event);
  }

  function keeperOf(question: number): Promise<LeavableKeeper> {
    const known = keepers.get(question);
    if (known !== undefined) return known;
    const opening = input.openKeeper(runKey(state, question));
    keepers.set(question, opening);
    return opening;
  }

  async function openQuestion(question: number): Promise<Session> {
    const { scenario, start, node } = playAt(question);
    const attempt = state.context.began;
    const keeper = recordingKeeper(
      await keeperOf(question),
      state.context.moments[question - 1] ?? [],
      () => {
        tick();
        return state.context.used;
      },
      (moments, done) => {
        if (state.context.began === attempt) send({ type: 'work', question, moments, done });
      },
    );
    const session = openSession({
      scenario,
      start,
      node,
      clock: input.clock,
      progress: apart(progress, runKey(state, question)),
      keeper,
      allowed: NOTHING_ALLOWED,
    });
    const hosts = (): readonly string[] => hostsOf(exam, playsNow());
    const terminal = jumpTerminal({
      inner: session.terminal,
      host: hosts()[question - 1] ?? node,
      hosts,
      turnTo(host) {
        const target = hosts().indexOf(host) + 1;
        arriving = terminals.get(target)?.() === true ? '' : `ssh ${host}`;
        act({ type: 'jump', question: target });
      },
      opened: (isThere) => terminals.set(question, isThere),
    });
    return { ...session, terminal };
  }

  /** The steps of a question as they stand, whether it was opened in this page or before. */
  async function runOf(question: number): Promise<SavedRun | null> {
    const opened = sessions.get(question);
    const found =
      opened === undefined ? (await keeperOf(question)).found : parseJson((await opened).archive.exported().text);
    const read = readSaved(found);
    return read.kind === 'run' && read.saved.scenario === playAt(question).scenario.id ? read.saved : null;
  }

  async function makeReport(): Promise<ExamReport> {
    const runs = await Promise.all(scenarios.map((_, index) => runOf(index + 1)));
    const made = await reportOf(exam, state, playsNow(), runs);
    for (const run of keepFinished(progress, state, made)) void input.forgetRun(run);
    return made;
  }

  function finished(): Promise<ExamReport> | null {
    if (state.phase === 'over') report ??= makeReport();
    return report;
  }

  return {
    view: () => view,
    prepare,
    session(question) {
      const known = sessions.get(question);
      if (known !== undefined) return known;
      const opening = openQuestion(question);
      sessions.set(question, opening);
      return opening;
    },
    begin: () => send({ type: 'begin', at: moment() }),
    pause: () => act({ type: 'pause' }),
    resume: () => act({ type: 'resume' }),
    jump: (question) => act({ type: 'jump', question }),
    flag: (question, on) => act({ type: 'flag', question, flagged: on }),
    note: (text) => act({ type: 'note', text }),
    submit: () => act({ type: 'submit' }),
    tick,
    arriving() {
      const line = arriving;
      arriving = null;
      return line;
    },
    report: () => finished() ?? Promise.resolve(null),
    async result(name) {
      const made = await finished();
      if (made === null) return null;
      const runs = await Promise.all(scenarios.map((_, index) => runOf(index + 1)));
      return JSON.stringify(resultOf(name, state, made, playsNow(), runs));
    },
    async exported() {
      const runs = await Promise.all(scenarios.map((_, index) => runOf(index + 1)));
      return { name: `portside-exam-${exam.id}-${state.seed}.json`, text: JSON.stringify({ ...state, runs }) };
    },
    async takeUp(text) {
      const read = text.length > MOST_CHARACTERS ? null : readExportedExam(text, exam.id, scenarios.length, length);
      if (read === null) return EXPORTED.unreadable;
      if (state.phase !== 'ready') return EXPORTED.running;
      anew(read.saved);
      for (const [index, run] of read.runs.entries()) {
        if (run === null) continue;
        const keeper = await keeperOf(index + 1);
        keeper.keep(run);
        // What lay there when it was opened is not what lies there now.
        keepers.set(index + 1, Promise.resolve({ ...keeper, found: run }));
      }
      reopen();
      return null;
    },
    async review(question) {
      if (state.phase !== 'over') throw new Error('an exam is looked back on once it is over');
      const { scenario, start, node } = playAt(question);
      const session = openSession({
        scenario,
        start,
        node,
        clock: input.clock,
        progress: apart(progress, runKey(state, question)),
        keeper: lookingKeeper(await runOf(question)),
        allowed: EVERYTHING_ALLOWED,
      });
      return unkept(session);
    },
    again(seed) {
      if (state.phase !== 'running' && state.phase !== 'paused') anew(fresh(seed));
    },
    takeOver() {
      if (!elsewhere) return;
      elsewhere = false;
      saved = { state: 'saved', words: KEEPING.saved };
      turnTo(load());
      reopen();
      tell();
    },
    earlier: () => earlierOf(progress, exam.id),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function unsaved(why: 'full' | 'shut' | 'overtaken'): SessionView['saved'] {
  return { state: 'unsaved', words: KEEPING.unsaved[why] };
}

/** Storage of its own for the lines of a question, so that no earlier practice stands in its history. */
function apart(progress: Progress, run: string): Progress {
  return {
    load: (key) => progress.load(`${key}.${run}`),
    save: (key, text) => progress.save(`${key}.${run}`, text),
  };
}
