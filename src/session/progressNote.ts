import type { ProgressNote } from './view/catalogue.ts';
import type { SessionView } from './view.ts';

/** Under which key a scenario's progress note lies in plain storage. */
export function progressKey(id: string): string {
  return `portside.progress.${id}`;
}

/** The note of a session as it now is; null while nothing was done in it, or it has nothing to solve. */
export function progressNote({ tasks, solved, undo, redo }: SessionView, at: number): ProgressNote | null {
  if (tasks.length === 0 || (undo === null && redo === null)) return null;
  return { met: tasks.filter(({ state }) => state === 'met').length, tasks: tasks.length, solved, at };
}

/** A note from its text; null for whatever is none. */
export function readProgressNote(text: string): ProgressNote | null {
  try {
    const { met, tasks, solved, at } = Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
    if (typeof solved !== 'boolean' || !isCount(met) || !isCount(tasks) || !isCount(at) || met > tasks) return null;
    return { met, tasks, solved, at };
  } catch {
    return null;
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
