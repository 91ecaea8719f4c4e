import * as v from 'valibot';
import { MOST_COST, replayCost } from '../saved/cost.ts';
import { parseJson, readSaved, type SavedRun } from '../saved/saved.ts';
import { foreignSchema } from '../saved/schema.ts';
import type { ExamState } from './machine.ts';

/** What is kept of an exam beside the runs of its questions. */
export interface SavedExam extends ExamState {
  readonly format: 1;
  readonly exam: string;
  readonly seed: number;
}

const time = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const moment = { wall: time, steady: time };

const savedSchema = v.strictObject({
  format: v.literal(1),
  exam: v.string(),
  seed: v.pipe(count, v.minValue(1), v.maxValue(999_999_999)),
  phase: v.picklist(['ready', 'running', 'paused', 'over']),
  context: v.strictObject({
    questions: count,
    length: time,
    began: time,
    ended: time,
    used: v.pipe(time, v.minValue(0)),
    anchor: v.strictObject({ ...moment, used: time }),
    last: v.strictObject(moment),
    jumped: v.nullable(time),
    current: v.pipe(count, v.minValue(1)),
    flagged: v.array(count),
    spent: v.array(time),
    moments: v.array(v.array(time)),
    done: v.array(count),
    notes: v.string(),
  }),
});

/** Under which key an exam lies in plain storage. */
export function examKey(exam: string): string {
  return `portside.exam.${exam}`;
}

/** Under which key the run of a question lies: a run for each time that the exam is begun, so that none takes up another's. */
export function runKey({ exam, seed, context }: SavedExam, question: number): string {
  return `exam-${exam}-${seed}-${context.began.toString(36)}-${question}`;
}

/** Under which key a finished exam lies, so that it can be looked back on. */
export function finishedKey(exam: string, ended: number): string {
  return `${examKey(exam)}.${ended}`;
}

/** The keys of the runs of all questions. */
export function runKeys(saved: SavedExam): readonly string[] {
  return saved.context.spent.map((_, index) => runKey(saved, index + 1));
}

/** An exam that was exported: its state, and the steps of each question, null where nothing was done. */
export interface ExportedExam {
  readonly saved: SavedExam;
  readonly runs: readonly (SavedRun | null)[];
}

/** Reads a stranger's text as an exported exam of this id; null for whatever is none. Never throws. */
export function readExportedExam(text: string, exam: string, questions: number, length: number): ExportedExam | null {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || !('runs' in value) || !Array.isArray(value.runs)) return null;
  const { runs: given, ...state }: { readonly runs: readonly unknown[] } = { ...value, runs: value.runs };
  const saved = readSavedExam(JSON.stringify(state), exam, questions, length);
  const runs = given.map((run) => (run === null ? null : readSaved(run, foreignSchema)));
  if (saved === null || runs.length !== questions || runs.some((run) => run !== null && run.kind !== 'run'))
    return null;
  if (runs.some((run) => run?.kind === 'run' && replayCost(run.saved) > MOST_COST)) return null;
  return { saved, runs: runs.map((run) => (run?.kind === 'run' ? run.saved : null)) };
}

/** Reads a text as the exam of this id with so many questions and milliseconds; null for whatever is none. Never throws. */
export function readSavedExam(text: string, exam: string, questions: number, length: number): SavedExam | null {
  const saved = readAnyExam(text);
  if (saved === null) return null;
  const { context } = saved;
  const fits = context.questions === questions && context.current <= questions && context.length === length;
  return saved.exam === exam && fits ? saved : null;
}

/** Reads a text as any exam whose parts fit each other; null for whatever is none. Never throws. */
export function readAnyExam(text: string): SavedExam | null {
  const parsed = v.safeParse(savedSchema, parseJson(text));
  if (!parsed.success) return null;
  const { spent, moments, done, questions } = parsed.output.context;
  return [spent, moments, done].every((list) => list.length === questions) ? parsed.output : null;
}
