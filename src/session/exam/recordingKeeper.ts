import type { Session } from '../commands.ts';
import type { Keeper } from '../ports.ts';
import type { SavedRun } from '../saved/saved.ts';
import type { SessionView } from '../view.ts';
import { REPORT } from './words.ts';

/**
 * A keeper that also notes when each step was done. Steps that stayed are the same objects as before, so whatever is new or
 * differs was done now. `known` are the moments of the steps that were found.
 */
export function recordingKeeper(
  keeper: Keeper,
  known: readonly number[],
  now: () => number,
  tell: (moments: readonly number[], done: number) => void,
): Keeper {
  let steps: SavedRun['steps'] | null = null;
  let moments = known;
  return {
    ...keeper,
    keep(run) {
      const before = steps;
      const at = now();
      // The first time the steps before the last are those that were found.
      const stayed = (index: number): boolean =>
        before === null ? index < known.length && index < run.steps.length - 1 : before[index] === run.steps[index];
      let same = true;
      moments = run.steps.map((_, index) => {
        same = same && stayed(index);
        return same ? (moments[index] ?? at) : at;
      });
      steps = run.steps;
      keeper.keep(run);
      tell(moments, run.at);
    },
  };
}

/** A keeper for looking back: it holds what it was given, and keeps nothing. */
export function lookingKeeper(found: unknown): Keeper {
  return {
    found,
    copy: false,
    keep: () => {},
    setAside: () => {},
    state: () => ({ kind: 'saved' }),
    subscribe: () => () => {},
    takeOver: () => {},
    keepAsCopy: () => {},
    beside: () => Promise.resolve([]),
    textOf: () => Promise.resolve(null),
    open: () => {},
    remove: () => Promise.resolve(),
  };
}

/** A session over such a keeper: its view does not say that anything were saved. */
export function unkept(session: Session): Session {
  let from: SessionView | null = null;
  let view: SessionView | null = null;
  return {
    ...session,
    view() {
      const now = session.view();
      if (view === null || from !== now) view = { ...now, saved: { state: 'saved', words: REPORT.unkept } };
      from = now;
      return view;
    },
  };
}
