import { plainKeeper } from '#session/keeping/plainKeeper.ts';
import type { Keeper, Progress } from '#session/ports.ts';
import { parseJson } from '#session/saved/saved.ts';
import { openDatabase } from './database.ts';
import { databaseKeeper, type LeavableKeeper } from './databaseKeeper.ts';
import { tabMemory } from './tabMemory.ts';

/** This browser's plain storage. Everything about it may throw, the mere mention included. */
export const plainStorage: Progress = {
  load: (key) => localStorage.getItem(key),
  save: (key, text) => localStorage.setItem(key, text),
};

/** One run is open in a page at a time; what was open before is written to its end first. */
let opened: Promise<Keeper | null> = Promise.resolve(null);
let before: LeavableKeeper | null = null;

/** Where a scenario's run is kept: in the database, or as one text where a browser has none. Never rejects. */
export function openKeeper(run: string): Promise<Keeper> {
  const next = opened.then(() => open(run));
  opened = next;
  return next;
}

async function open(run: string): Promise<Keeper> {
  const key = `portside.session.${run}`;
  before?.leave();
  before = null;
  try {
    const database = await openDatabase('portside');
    before = await databaseKeeper(database, run, tabMemory(run), {
      found: earlier(key),
      forget() {
        try {
          localStorage.removeItem(key);
        } catch {
          // It is older than what the database holds, and never read again.
        }
      },
    });
    return before;
  } catch {
    return plainKeeper(plainStorage, key, tabMemory(key));
  }
}

/** What the first version kept as one text; null when there is nothing. */
function earlier(key: string): unknown {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : (parseJson(text) ?? text);
  } catch {
    return null;
  }
}
