import type { SavedRun } from '#session/saved/saved.ts';
import { answered, stepsFrom } from './database.ts';

/** What stands in the database for a run beside its steps. */
export interface Head extends Omit<SavedRun, 'steps'> {
  /** How many steps belong to it. */
  readonly length: number;
  /** Grows with each writing. */
  readonly revision: number;
  /** The tab that wrote last. */
  readonly writer: string;
  /** When, in milliseconds since the epoch. */
  readonly changed: number;
}

/** A run as it lies in the database, unchecked, with what is needed to notice that another tab wrote. */
export interface Row {
  readonly value: unknown;
  readonly revision: number;
  readonly writer: string;
  readonly changed: number;
}

/** Reads head and steps within one transaction; null when there is no such run. */
export async function readRow(transaction: IDBTransaction, run: string): Promise<Row | null> {
  const [head, steps] = await Promise.all([
    answered<unknown>(transaction.objectStore('runs').get(run)),
    answered<unknown[]>(transaction.objectStore('steps').getAll(stepsFrom(run, 0))),
  ]);
  if (head === undefined) return null;
  const { revision, writer, changed, length, ...rest } = fieldsOf(head);
  const at = {
    revision: typeof revision === 'number' ? revision : 0,
    writer: typeof writer === 'string' ? writer : '',
    changed: typeof changed === 'number' ? changed : 0,
  };
  // A head that does not fit its steps is no run; whoever reads it sees both as they are.
  return { ...at, value: steps.length === length ? { ...rest, steps } : { head, steps } };
}

/** Writes a run: its head, and of its steps those that are not the very values that were written before. */
export function writeRow(
  transaction: IDBTransaction,
  run: string,
  { steps, ...rest }: SavedRun,
  before: readonly unknown[],
  mark: Pick<Head, 'revision' | 'writer' | 'changed'>,
): void {
  const store = transaction.objectStore('steps');
  for (const [index, step] of steps.entries()) if (step !== before[index]) store.put(step, [run, index]);
  if (before.length > steps.length) store.delete(stepsFrom(run, steps.length));
  const head: Head = { ...rest, ...mark, length: steps.length };
  transaction.objectStore('runs').put(head, run);
}

/** Copies a run within one transaction. */
export async function copyRow(transaction: IDBTransaction, from: string, to: string): Promise<void> {
  const [head, steps] = await Promise.all([
    answered<unknown>(transaction.objectStore('runs').get(from)),
    answered<unknown[]>(transaction.objectStore('steps').getAll(stepsFrom(from, 0))),
  ]);
  if (head === undefined) return;
  transaction.objectStore('runs').put(head, to);
  for (const [index, step] of steps.entries()) transaction.objectStore('steps').put(step, [to, index]);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
