import * as v from 'valibot';
import { slug, text } from './fields.ts';

/** An exam: tasks drawn from scenarios, against the clock. */
export const examSchema = v.strictObject({
  id: slug,
  title: text,
  order: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** 120 for a whole one, 30 for a sprint. */
  minutes: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(240)),
  /** Percent of the points that pass. */
  pass: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 67),
  /** Whether a notepad is there. */
  notes: v.optional(v.boolean(), true),
  /** What awaits the learner. */
  says: v.pipe(v.array(text), v.minLength(1)),
  /** In their order. Weights are shares of the whole. */
  tasks: v.pipe(
    v.array(
      v.strictObject({
        scenario: slug,
        weight: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
      }),
    ),
    v.minLength(2, 'needs at least two tasks'),
  ),
});

export type Exam = v.InferOutput<typeof examSchema>;
