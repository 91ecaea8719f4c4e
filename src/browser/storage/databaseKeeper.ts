import type { TabMemory } from '#session/keeping/plainKeeper.ts';
import type { KeeperState, LeavableKeeper } from '#session/ports.ts';
import type { SavedRun } from '#session/saved/saved.ts';
import { beside, freeCopy, removeKept, textOf } from './beside.ts';
import { done, stepsFrom, writing } from './database.ts';
import { copyRow, readRow, writeRow } from './rows.ts';
import { joinTabs, type TabNews } from './tabs.ts';

/** The run of an older version of the page, which kept it elsewhere. */
export interface Earlier {
  /** Null when there is none. */
  readonly found: unknown;
  /** Called when it is safe in the database. */
  forget(): void;
}

/** A tab that closed may only be loading again: so long, in milliseconds, its place is held. */
const GRACE = 1500;

/**
 * Keeps a run in the database, step by step: a key press writes one step and the run's head, in one transaction. While one
 * is on its way the next waits and takes up whatever came meanwhile. Each checks that no other tab wrote in between.
 */
export async function databaseKeeper(
  database: IDBDatabase,
  run: string,
  tab: TabMemory,
  earlier: Earlier,
): Promise<LeavableKeeper> {
  const row = await readRow(database.transaction(['runs', 'steps']), tab.copy ?? run);
  const found: unknown = row?.value ?? earlier.found;
  let place = tab.copy ?? run;
  let revision = row?.revision ?? 0;
  let state: KeeperState = { kind: 'saved' };
  let latest: SavedRun | null = null;
  /** The steps as last written; null when all must be written. */
  let written: readonly unknown[] | null = null;
  let aside: string | null = null;
  let dirty = false;
  let underway = 0;
  let left = false;
  const listeners = new Set<() => void>();
  const others = new Set<string>();
  let tabs = joinTabs(place, heard);
  tabs.say('hello');

  function become(next: KeeperState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  const parted = (): boolean => state.kind === 'unsaved' && (state.why === 'elsewhere' || state.why === 'overtaken');

  function heard(news: TabNews, from: string): void {
    if (news === 'bye') {
      others.delete(from);
      setTimeout(comeBack, GRACE);
      return;
    }
    others.add(from);
    if (news === 'hello' && !parted()) tabs.say('here');
    if (news === 'here' && written === null && !parted()) become({ kind: 'unsaved', why: 'elsewhere' });
    if (news === 'wrote') become({ kind: 'unsaved', why: 'overtaken' });
  }

  /** The other tab is gone without having written: this one may. */
  function comeBack(): void {
    if (others.size > 0 || state.kind !== 'unsaved' || state.why !== 'elsewhere') return;
    become({ kind: 'saved' });
    if (dirty) void write();
  }

  async function write(): Promise<void> {
    const saved = latest;
    if (saved === null) return;
    dirty = false;
    underway += 1;
    const transaction = writing(database);
    const finished = done(transaction);
    // Awaited below; until then a failure must not count as unheard.
    finished.catch(() => {});
    let overtaken = false;
    const first = written === null;
    const before = written ?? [];
    try {
      const head = await readHead(transaction, place);
      overtaken = head !== null && head.writer !== tabs.self && head.revision !== revision;
      if (overtaken) transaction.abort();
      else {
        const next = Math.max(revision, head?.revision ?? 0) + 1;
        if (aside !== null) transaction.objectStore('asides').put(aside, `${run} ${Date.now()}`);
        if (first) transaction.objectStore('steps').delete(stepsFrom(place, 0));
        writeRow(transaction, place, saved, before, { revision: next, writer: tabs.self, changed: Date.now() });
        written = saved.steps;
        revision = next;
        transaction.commit();
      }
      await finished;
      underway -= 1;
      aside = null;
      if (first && !left) tabs.say('wrote');
      if (place === run) earlier.forget();
      if (parted()) return;
      if (!dirty && underway === 0) become({ kind: 'saved' });
      else if (underway === 0) void write();
    } catch (error) {
      underway -= 1;
      written = null;
      dirty = true;
      become({ kind: 'unsaved', why: overtaken ? 'overtaken' : whyOf(error) });
    }
  }

  async function takeOver(): Promise<void> {
    const transaction = writing(database);
    const finished = done(transaction);
    const theirs = await readRow(transaction, place);
    const wentOn = theirs !== null && theirs.revision !== revision;
    if (wentOn && latest !== null) await copyRow(transaction, place, await freeCopy(transaction, run));
    revision = (theirs?.revision ?? 0) + 1;
    if (theirs !== null) {
      const head = await readHead(transaction, place);
      transaction.objectStore('runs').put({ ...head, revision, writer: tabs.self }, place);
    }
    await finished;
    tabs.say('wrote');
    // Nothing was done here: what the other tab did since is what to go on with.
    if (wentOn && latest === null) tab.reopen();
    written = null;
    become({ kind: 'saved' });
    if (latest !== null) await write();
  }

  async function keepAsCopy(): Promise<void> {
    const transaction = writing(database);
    const finished = done(transaction);
    const copy = await freeCopy(transaction, run);
    await copyRow(transaction, place, copy);
    await finished;
    tab.remember(copy);
    tabs.say('bye');
    tabs.close();
    others.clear();
    place = copy;
    written = null;
    tabs = joinTabs(place, heard);
    become({ kind: 'saved' });
    revision = (await readRow(database.transaction(['runs', 'steps']), place))?.revision ?? 0;
    if (latest !== null) await write();
  }

  const failed = (error: unknown): void => become({ kind: 'unsaved', why: whyOf(error) });

  const onHide = (): void => {
    if (dirty && !parted()) void write();
    tabs.say('bye');
  };
  const onShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) tabs.say('hello');
  };
  addEventListener('pagehide', onHide);
  addEventListener('pageshow', onShow);

  return {
    found,
    copy: tab.copy !== null,
    keep(saved) {
      if (left) return;
      latest = saved;
      dirty = true;
      if (parted()) return;
      become({ kind: 'saving' });
      if (underway === 0) void write();
    },
    setAside() {
      aside = JSON.stringify(found);
    },
    leave() {
      if (left) return;
      onHide();
      left = true;
      tabs.close();
      removeEventListener('pagehide', onHide);
      removeEventListener('pageshow', onShow);
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    takeOver: () => void takeOver().catch(failed),
    keepAsCopy: () => void keepAsCopy().catch(failed),
    beside: () => beside(database, run, place).catch(() => []),
    textOf: (id) => textOf(database, id).catch(() => null),
    open(id) {
      tab.remember(id === run ? null : id);
      tab.reopen();
    },
    remove: (id) => removeKept(database, id).catch(failed),
  };
}

interface Mark {
  readonly revision: number;
  readonly writer: string;
}

/** Who wrote a run last, and how often it was written; null when there is none. */
function readHead(transaction: IDBTransaction, place: string): Promise<Mark | null> {
  return new Promise((resolve, reject) => {
    const request: IDBRequest<Mark | undefined> = transaction.objectStore('runs').get(place);
    request.onsuccess = () => resolve(request.result ?? null);
    request.onerror = () => reject(request.error);
  });
}

function whyOf(error: unknown): 'full' | 'shut' {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'shut';
}
