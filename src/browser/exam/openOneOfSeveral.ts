import { plainKeeper } from '#session/keeping/plainKeeper.ts';
import type { Keeper } from '#session/ports.ts';
import { openDatabase } from '../storage/database.ts';
import { databaseKeeper } from '../storage/databaseKeeper.ts';
import { plainStorage } from '../storage/openKeeper.ts';
import { tabMemory } from '../storage/tabMemory.ts';

let database: Promise<IDBDatabase> | null = null;

/** Where the run of an exam's question is kept, beside those of the others, which stay open. Never rejects. */
export async function openOneOfSeveral(run: string): Promise<Keeper> {
  const key = `portside.session.${run}`;
  try {
    database ??= openDatabase('portside');
    return await databaseKeeper(await database, run, tabMemory(run), { found: null, forget: () => {} });
  } catch {
    database = null;
    return plainKeeper(plainStorage, key, tabMemory(key));
  }
}
