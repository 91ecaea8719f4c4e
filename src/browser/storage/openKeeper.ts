import { plainKeeper } from '#session/keeping/plainKeeper.ts';
import type { Keeper, LeavableKeeper, Progress } from '#session/ports.ts';
import { parseJson } from '#session/saved/saved.ts';
import { openDatabase } from './database.ts';
import { databaseKeeper } from './databaseKeeper.ts';
import { tabMemory } from './tabMemory.ts';

/** This browser's plain storage. Everything about it may throw, the mere mention included. */
export const plainStorage: Progress = {
  load: (key) => localStorage.getItem(key),
  save: (key, text) => localStorage.setItem(key, text),
};

/** Runs are opened one after the other; one that is opened again is written to its end first. */
let opened: Promise<Keeper | null> = Promise.resolve(null);
/** Sessions stay as long as the page lives, and so do their keepers: whoever comes back to one goes on being saved. */
const keepers = new Map<string, LeavableKeeper>();

/** Where a scenario's run is kept: in the database, or as one text where a browser has none. Never rejects. */
export function openKeeper(run: string): Promise<Keeper> {
  const next = opened.then(() => open(run));
  opened = next;
  return next;
}

async function open(run: string): Promise<Keeper> {
  const key = `portside.session.${run}`;
  keepers.get(run)?.leave();
  keepers.delete(run);
  try {
    const database = await openDatabase('portside');
    const keeper = await databaseKeeper(database, run, tabMemory(run), {
      found: earlier(key),
      forget() {
        try {
          localStorage.removeItem(key);
        } catch {
          // It is older than what the database holds, and never read again.
        }
      },
    });
    keepers.set(run, keeper);
    return keeper;
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
