import type { KeptBeside } from '#session/ports.ts';
import { answered, done, stepsFrom, writing } from './database.ts';
import { readRow } from './rows.ts';

/** `~` stands in no scenario's id, so the copies of one run lie together and apart from all others. */
const copiesOf = (run: string): IDBKeyRange => IDBKeyRange.bound(`${run}~`, `${run}~\uffff`);
const asidesOf = (run: string): IDBKeyRange => IDBKeyRange.bound(`${run} `, `${run} \uffff`);

/** The place for a further copy of a run. */
export async function freeCopy(transaction: IDBTransaction, run: string): Promise<string> {
  const taken = await answered(transaction.objectStore('runs').getAllKeys(copiesOf(run)));
  const numbers = taken.map((key) => Number(String(key).slice(run.length + 1))).filter(Number.isFinite);
  return `${run}~${Math.max(0, ...numbers) + 1}`;
}

/** All that is kept of a scenario but `place`, newest first. */
export async function beside(database: IDBDatabase, run: string, place: string): Promise<readonly KeptBeside[]> {
  const transaction = database.transaction(['runs', 'steps', 'asides']);
  const runs = transaction.objectStore('runs');
  const [copies, asides] = await Promise.all([
    answered(runs.getAllKeys(copiesOf(run))),
    answered(transaction.objectStore('asides').getAllKeys(asidesOf(run))),
  ]);
  const ids = [run, ...copies.map(String)].filter((id) => id !== place);
  const rows = await Promise.all(ids.map((id) => readRow(transaction, id)));
  return [
    ...ids.flatMap((id, index): KeptBeside[] => {
      const row = rows[index];
      return row ? [{ id, kind: id === run ? 'run' : 'copy', changed: row.changed }] : [];
    }),
    ...asides.map((key): KeptBeside => {
      const id = String(key);
      return { id, kind: 'aside', changed: Number(id.slice(run.length + 1)) || 0 };
    }),
  ].toSorted((one, other) => other.changed - one.changed);
}

/** What is kept under an id, as text; null when nothing is. */
export async function textOf(database: IDBDatabase, id: string): Promise<string | null> {
  const transaction = database.transaction(['runs', 'steps', 'asides']);
  const aside = await answered<unknown>(transaction.objectStore('asides').get(id));
  if (typeof aside === 'string') return aside;
  const row = await readRow(transaction, id);
  return row === null ? null : JSON.stringify(row.value);
}

export async function removeKept(database: IDBDatabase, id: string): Promise<void> {
  const transaction = writing(database);
  const finished = done(transaction);
  transaction.objectStore('asides').delete(id);
  transaction.objectStore('runs').delete(id);
  transaction.objectStore('steps').delete(stepsFrom(id, 0));
  await finished;
}
