import { parseJson, readSaved, type SavedRun } from '#session/saved/saved.ts';
import { openDatabase } from '../storage/database.ts';
import { plainStorage } from '../storage/openKeeper.ts';
import { readRow } from '../storage/rows.ts';
import { tabMemory } from '../storage/tabMemory.ts';

/** A run as this browser keeps it, without taking it up; null when it keeps none that can be read. Never rejects. */
export async function keptRun(run: string): Promise<SavedRun | null> {
  const value = (await inDatabase(tabMemory(run).copy ?? run)) ?? asText(`portside.session.${run}`);
  if (value === null) return null;
  const read = readSaved(value);
  return read.kind === 'run' ? read.saved : null;
}

async function inDatabase(place: string): Promise<unknown> {
  try {
    const database = await openDatabase('portside');
    const row = await readRow(database.transaction(['runs', 'steps']), place);
    database.close();
    return row?.value ?? null;
  } catch {
    return null;
  }
}

function asText(key: string): unknown {
  try {
    return parseJson(plainStorage.load(key) ?? '') ?? null;
  } catch {
    return null;
  }
}
