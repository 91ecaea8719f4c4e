import * as v from 'valibot';
import type { Progress } from '../ports.ts';
import { parseJson } from '../saved/saved.ts';
import type { ExamRecord, ExamReport } from '../view/exam.ts';
import { finishedKey, readAnyExam, runKeys, type SavedExam } from './savedExam.ts';

/** Under which key the results of all exams lie in plain storage. */
export const RECORDS_KEY = 'portside.exams';
/** No more are kept; with the oldest its steps go, too. A two-hour exam takes some 10 KB here and 200 KB of steps. */
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

type Recorded = v.InferOutput<typeof recordsSchema>[number];

/** Exams that were taken in this browser, newest first; none for a text that is no such list, or null. */
export function readRecords(text: string | null): readonly Recorded[] {
  const parsed = v.safeParse(recordsSchema, text === null ? [] : parseJson(text));
  return parsed.success ? parsed.output : [];
}

/**
 * Keeps an exam that is over, once: one that ended at the same moment is the same. Its state is kept beside the result, so
 * that it can be opened again. Returns the runs of those that are kept no longer. Storage that is full or shut keeps the old ones.
 */
export function keepFinished(progress: Progress, state: SavedExam, report: ExamReport): readonly string[] {
  const { exam, title, seed, ended, score, passed } = report;
  try {
    const known = readRecords(progress.load(RECORDS_KEY));
    if (known.some((one) => one.exam === exam && one.ended === ended)) return [];
    progress.save(RECORDS_KEY, JSON.stringify([{ exam, title, seed, ended, score, passed }, ...known].slice(0, MOST)));
    progress.save(finishedKey(exam, ended), JSON.stringify(state));
    return known.slice(MOST - 1).flatMap((old) => forgotten(progress, old));
  } catch {
    // The result stands on the screen, and can be downloaded.
    return [];
  }
}

/** Takes away the state of an exam; returns the keys of its runs. */
function forgotten(progress: Progress, { exam, ended }: Recorded): readonly string[] {
  const key = finishedKey(exam, ended);
  const saved = readAnyExam(progress.load(key) ?? '');
  // This storage has no removal of its own.
  if (saved !== null) progress.save(key, '');
  return saved === null ? [] : runKeys(saved);
}

/** The results of one exam, newest first. */
export function earlierOf(progress: Progress, exam: string): readonly ExamRecord[] {
  try {
    return readRecords(progress.load(RECORDS_KEY))
      .filter((record) => record.exam === exam)
      .map((record) => ({ ...record, kept: (progress.load(finishedKey(exam, record.ended)) ?? '') !== '' }));
  } catch {
    return [];
  }
}
