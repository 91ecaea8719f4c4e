import type { Keeper, KeeperState, KeptBeside, Progress } from '../ports.ts';
import { parseJson, type SavedRun } from '../saved/saved.ts';

/** More copies than these are not made where storage is this plain. */
const MOST_COPIES = 20;

/** What a keeper knows of the tab it is in: which copy it works on, and how to open the page on another. */
export interface TabMemory {
  /** Null for the run itself. */
  readonly copy: string | null;
  remember(copy: string | null): void;
  reopen(): void;
}

const FORGETFUL: TabMemory = { copy: null, remember: () => {}, reopen: () => {} };

/**
 * Keeps a run as one text in plain storage: where there is no database, and in tests. Another tab's writing is noticed
 * because the text is no longer the one last seen; it is never written over.
 */
export function plainKeeper(progress: Progress, key: string, tab: TabMemory = FORGETFUL): Keeper {
  let place = tab.copy ?? key;
  let seen: string | null = null;
  /** What must go aside before anything is written over it. */
  let owed: string | null = null;
  let latest: SavedRun | null = null;
  let state: KeeperState = { kind: 'saved' };
  const listeners = new Set<() => void>();

  function become(next: KeeperState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  /** Undefined when storage cannot be read, which is told. An empty text counts as nothing. */
  function load(at: string): string | null | undefined {
    try {
      return progress.load(at) || null;
    } catch {
      become({ kind: 'unsaved', why: 'shut' });
      return undefined;
    }
  }

  function write(at: string, text: string): boolean {
    try {
      progress.save(at, text);
      return true;
    } catch (error) {
      const full = error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
      become({ kind: 'unsaved', why: full ? 'full' : 'shut' });
      return false;
    }
  }

  function keep(run: SavedRun): void {
    latest = run;
    const there = load(place);
    if (there === undefined) return;
    if (there !== seen) {
      become({ kind: 'unsaved', why: 'overtaken' });
      return;
    }
    if (owed !== null && !write(`${key}.set-aside`, owed)) return;
    owed = null;
    const text = JSON.stringify(run);
    if (!write(place, text)) return;
    seen = text;
    become({ kind: 'saved' });
  }

  /** The places of copies, taken or free. */
  const copies = (): readonly string[] => Array.from({ length: MOST_COPIES }, (_, index) => `${key}.copy-${index + 1}`);
  const freeCopy = (): string => copies().find((at) => load(at) === null) ?? `${key}.copy-${MOST_COPIES}`;

  seen = load(place) ?? null;
  const found = seen === null ? null : (parseJson(seen) ?? seen);
  return {
    found,
    copy: tab.copy !== null,
    keep,
    setAside() {
      if (seen === null || !write(`${key}.set-aside`, seen)) owed = seen;
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    takeOver() {
      const theirs = load(place) ?? null;
      if (theirs !== null && theirs !== seen) write(freeCopy(), theirs);
      seen = theirs;
      if (latest !== null) keep(latest);
    },
    keepAsCopy() {
      place = freeCopy();
      tab.remember(place);
      seen = load(place) ?? null;
      if (latest !== null) keep(latest);
    },
    beside: () =>
      Promise.resolve(
        [...copies(), `${key}.set-aside`, key]
          .filter((at) => at !== place && (load(at) ?? null) !== null)
          .map((id): KeptBeside => ({ id, kind: kindOf(id, key), changed: 0 })),
      ),
    textOf: (id) => Promise.resolve(load(id) ?? null),
    open(id) {
      tab.remember(id === key ? null : id);
      tab.reopen();
    },
    remove(id) {
      // This storage has no removal of its own.
      write(id, '');
      return Promise.resolve();
    },
  };
}

function kindOf(id: string, key: string): KeptBeside['kind'] {
  if (id === key) return 'run';
  return id.endsWith('.set-aside') ? 'aside' : 'copy';
}
