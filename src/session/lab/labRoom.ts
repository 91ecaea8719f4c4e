import type { Scenario } from '#packs/schema.ts';
import type { Session } from '../commands.ts';
import type { Clock, Progress } from '../ports.ts';
import type { Assignment } from '../result/assignment.ts';
import { type DonePart, makeResult } from '../result/makeResult.ts';
import { parseJson, type SavedRun } from '../saved/saved.ts';
import type { HandedIn, LabItemView, LabView, SessionLab } from '../view/lab.ts';
import { slugOf } from './fileName.ts';
import { type LabState, NEW_LAB, readLabState } from './labState.ts';
import type { ReadyLab } from './readLab.ts';
import { LAB_WORDS } from './words.ts';

/** What a learner's lab works on. */
export interface LabRoomInput {
  readonly ready: ReadyLab;
  readonly assignment: Assignment;
  /** The scenario of each part, in order. */
  readonly scenarios: readonly Scenario[];
  readonly clock: Clock;
  /** Only goes forward while the page lives, whatever the other is set to. */
  readonly steady: Clock;
  readonly progress: Progress;
  /** Opens a part's session, from 0, and tells of each change in it. */
  openPart(index: number, changed: (session: Session) => void): Promise<Session>;
  /** What was done in a part so far; null when it was never opened. */
  runOf(index: number): Promise<SavedRun | null>;
}

/** What was used is written at least so often while time goes on, in milliseconds. */
const OFTEN = 10_000;

/** A lab as a learner takes it: its clock, its items, and what is handed in. State is kept under the lab's digest. */
export function labRoom(input: LabRoomInput): SessionLab {
  const { ready, assignment, scenarios, clock, steady, progress, openPart, runOf } = input;
  const { lab, digest, judgeable } = ready;
  const judges = lab.allowed.checks && judgeable;
  const key = `portside.lab.${digest}`;
  const listeners = new Set<() => void>();
  let kept = true;
  let state = found(NEW_LAB);
  /** The steady clock and what was used, when this page last looked. */
  let looked = { at: steady.now(), used: state.used };
  let view = viewNow();

  /** As it is kept; the fallback where nothing is, or nothing can be read. */
  function found(otherwise: LabState): LabState {
    try {
      const text = progress.load(key);
      return text === null ? otherwise : readLabState(parseJson(text), assignment.parts.length);
    } catch {
      kept = false;
      return otherwise;
    }
  }

  /** Changes what is kept now: another tab of the lab may have written since this one read it. */
  function settle(change: (before: LabState) => Partial<LabState>): void {
    const before = kept ? found(state) : state;
    state = { ...before, ...change(before) };
    state = { ...state, used: Math.round(usedNow()) };
    try {
      progress.save(key, JSON.stringify(state));
      kept = true;
    } catch {
      kept = false;
    }
    tell();
  }

  function tell(): void {
    view = viewNow();
    for (const listener of listeners) listener();
  }

  /** Of the wall's clock and the steady one that counts which went further, so that nobody gains time by setting one back. */
  function usedNow(): number {
    if (state.began === null) return 0;
    const now = steady.now();
    const used = Math.max(state.used, clock.now() - state.began, looked.used + now - looked.at);
    looked = { at: now, used };
    return used;
  }

  function left(): number | null {
    if (lab.minutes === null) return null;
    return Math.max(0, lab.minutes * 60_000 - usedNow());
  }

  function viewNow(): LabView {
    const { title, message, seed, minutes, allowed } = lab;
    const remaining = left();
    return {
      digest,
      title,
      message,
      seed,
      minutes,
      allowed: { ...allowed, checks: judges, solutions: judges && allowed.solutions },
      boardOnly: !judgeable,
      items: scenarios.map((scenario, index) => itemView(scenario, index)),
      name: state.name,
      phase: state.began === null ? 'ready' : remaining === 0 ? 'over' : 'running',
      left: remaining,
      handedIn: state.handedIn,
      kept,
    };
  }

  function itemView({ title, tasks }: Scenario, index: number): LabItemView {
    const done = state.items[index];
    return {
      number: index + 1,
      title,
      tasks: tasks.length,
      met: judges ? (done?.met ?? 0) : null,
      state: done === undefined || !done.begun ? 'untouched' : judges && done.solved ? 'solved' : 'begun',
    };
  }

  /** What the item's own page now shows, for the list. */
  function changed(index: number, session: Session): void {
    const { undo, redo, tasks, solved } = session.view();
    const before = state.items[index];
    const next = {
      begun: undo !== null || redo !== null,
      met: tasks.filter((task) => task.state === 'met').length,
      solved,
    };
    if (before?.begun === next.begun && before.met === next.met && before.solved === next.solved) return;
    settle(({ items }) => ({ items: { ...items, [index]: { ...next, spent: items[index]?.spent ?? 0 } } }));
  }

  /** Gathers every run, and makes the result's file. */
  async function handIn(): Promise<HandedIn | { readonly words: string }> {
    const now = clock.now();
    const parts: DonePart[] = [];
    for (const [index, scenario] of scenarios.entries()) {
      parts.push({ scenario, run: await runOf(index), spent: state.items[index]?.spent ?? 0 });
    }
    if (parts.every(({ run }) => run === null)) return { words: LAB_WORDS.nothingDone };
    const limit = lab.minutes === null ? Number.POSITIVE_INFINITY : lab.minutes * 60_000;
    const made = makeResult({
      assignment,
      name: state.name.trim(),
      began: state.began ?? now,
      ended: state.began === null ? now : state.began + Math.round(Math.min(usedNow(), limit)),
      judged: judges,
      parts,
    });
    if (made === null) return { words: LAB_WORDS.tooLong };
    settle(({ handedIn }) => ({ handedIn: handedIn + 1 }));
    return {
      file: { name: `portside-${slugOf(lab.title, 'lab')}-${slugOf(state.name, 'learner')}.json`, text: made.text },
      score: made.score,
    };
  }

  return {
    view: () => view,
    rename: (name) => settle(() => ({ name: name.slice(0, 120) })),
    begin() {
      if (state.began !== null) return;
      looked = { at: steady.now(), used: 0 };
      settle(({ began }) => ({ began: began ?? clock.now() }));
    },
    tick() {
      if (view.phase !== 'running' || view.left === null) return;
      if (usedNow() - state.used >= OFTEN) settle(() => ({}));
      else tell();
    },
    spend(number, milliseconds) {
      if (milliseconds <= 0) return;
      settle(({ items }) => {
        const item = items[number - 1] ?? { begun: false, met: 0, solved: false, spent: 0 };
        return { items: { ...items, [number - 1]: { ...item, spent: item.spent + milliseconds } } };
      });
    },
    async session(number) {
      const { phase } = viewNow();
      if (phase === 'ready') throw new Error(LAB_WORDS.notBegun);
      if (phase === 'over') throw new Error(LAB_WORDS.over);
      return openPart(number - 1, (session) => changed(number - 1, session));
    },
    handIn,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
