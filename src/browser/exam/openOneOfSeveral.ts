import { plainKeeper } from '#session/keeping/plainKeeper.ts';
import type { LeavableKeeper } from '#session/ports.ts';
import { removeKept } from '../storage/beside.ts';
import { openDatabase } from '../storage/database.ts';
import { databaseKeeper } from '../storage/databaseKeeper.ts';
import { plainStorage } from '../storage/openKeeper.ts';
import { tabMemory } from '../storage/tabMemory.ts';

let database: Promise<IDBDatabase> | null = null;

const plainKey = (run: string): string => `portside.session.${run}`;

/** Where the run of an exam's question is kept, beside those of the others, which stay open. Never rejects. */
export async function openOneOfSeveral(run: string): Promise<LeavableKeeper> {
  const key = plainKey(run);
  try {
    database ??= openDatabase('portside');
    return await databaseKeeper(await database, run, tabMemory(run), { found: null, forget: () => {} });
  } catch {
    database = null;
    return { ...plainKeeper(plainStorage, key, tabMemory(key)), leave: () => {} };
  }
}

/** Takes away the run of a question, wherever it lies. Never rejects: what cannot be removed stays. */
export async function forgetRun(run: string): Promise<void> {
  try {
    localStorage.removeItem(plainKey(run));
    database ??= openDatabase('portside');
    await removeKept(await database, run);
  } catch {
    database = null;
  }
}
