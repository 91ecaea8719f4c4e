import * as v from 'valibot';
import type { Progress } from '../ports.ts';
import { parseJson } from '../saved/saved.ts';
import type { ExamRecord } from '../view/exam.ts';

/** Under which key the results of all exams lie in plain storage. */
export const RECORDS_KEY = 'portside.exams';
/** No more are kept. */
const MOST = 50;

const number = v.pipe(v.number(), v.finite());
const recordsSchema = v.array(
  v.strictObject({
    exam: v.string(),
    title: v.string(),
    seed: number,
    ended: number,
    score: number,
    passed: v.boolean(),
  }),
);

/** Exams that were taken in this browser, newest first; none for a text that is no such list, or null. */
export function readRecords(text: string | null): readonly ExamRecord[] {
  const parsed = v.safeParse(recordsSchema, text === null ? [] : parseJson(text));
  return parsed.success ? parsed.output : [];
}

/** Adds a result, once: an exam that ended at the same moment is the same. Storage that is full or shut keeps the old ones. */
export function keepRecord(progress: Progress, record: ExamRecord): void {
  try {
    const known = readRecords(progress.load(RECORDS_KEY));
    if (known.some(({ exam, ended }) => exam === record.exam && ended === record.ended)) return;
    progress.save(RECORDS_KEY, JSON.stringify([record, ...known].slice(0, MOST)));
  } catch {
    // The result stands on the screen, and can be downloaded.
  }
}

export function loadRecords(progress: Progress): readonly ExamRecord[] {
  try {
    return readRecords(progress.load(RECORDS_KEY));
  } catch {
    return [];
  }
}
