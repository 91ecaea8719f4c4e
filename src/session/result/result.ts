import * as v from 'valibot';
import { foreignSchema } from '../saved/schema.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a date can be. */
const moment = v.pipe(count, v.maxValue(8_640_000_000_000_000));

/** One scenario of a result: its run, and what the page said it scores. */
const partSchema = v.strictObject({
  scenario: v.pipe(v.string(), v.maxLength(200)),
  /** As `playOf` takes it. */
  part: count,
  run: foreignSchema,
  /** Thousandths of the scenario's points; null where the page did not judge. */
  score: v.nullable(v.pipe(count, v.maxValue(1000))),
  /** Milliseconds that it was on the screen. */
  spent: count,
});

/**
 * What a learner hands in: the event log and the score. Whoever reads it replays the log and must come to the same score.
 * Who typed it cannot be proved.
 */
export const resultSchema = v.strictObject({
  kind: v.literal('portside-result'),
  format: v.literal(1),
  /** As the learner typed it. */
  name: v.pipe(v.string(), v.maxLength(120)),
  /** The digest of the lab that it belongs to, the exam's id, or empty. */
  lab: v.pipe(v.string(), v.maxLength(100)),
  seed: v.nullable(v.pipe(count, v.maxValue(999_999_999))),
  /** Milliseconds since the epoch. */
  began: moment,
  ended: moment,
  /** Of 100, rounded down; null where the page did not judge. */
  score: v.nullable(v.pipe(count, v.maxValue(100))),
  parts: v.pipe(v.array(partSchema), v.minLength(1), v.maxLength(50)),
});

export type Result = v.InferOutput<typeof resultSchema>;
export type ResultPart = Result['parts'][number];
