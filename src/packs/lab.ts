import * as v from 'valibot';
import { slug, text } from './fields.ts';

/** An instructor-led lab: what is done, in which order, by which rules. A link or a file. */
export const labSchema = v.strictObject({
  kind: v.literal('portside-lab'),
  format: v.literal(1),
  title: v.pipe(text, v.maxLength(200)),
  /** From the instructor, paragraphs. */
  message: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(2000))), v.maxLength(20)), []),
  /** Scenarios in their order, or one exam. */
  items: v.pipe(
    v.array(v.strictObject({ kind: v.picklist(['scenario', 'exam']), id: slug })),
    v.minLength(1, 'needs at least one item'),
    v.maxLength(50),
    v.check((items) => new Set(items.map(({ id }) => id)).size === items.length, 'names an item twice'),
    v.check(
      (items) => items.length === 1 || items.every(({ kind }) => kind === 'scenario'),
      'holds an exam beside others',
    ),
  ),
  /** Shared by the class; null leaves everything as it is written. */
  seed: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999_999_999))),
  /** Minutes for all of it; null without a limit. */
  minutes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(600))),
  allowed: v.strictObject({
    hints: v.boolean(),
    diagnosis: v.boolean(),
    checks: v.boolean(),
    solutions: v.boolean(),
    sandbox: v.boolean(),
  }),
  /** The instructor's own scenarios as YAML texts, by id. In a learner's file their solutions may be left out. */
  packs: v.optional(v.record(slug, v.pipe(v.string(), v.maxLength(200_000))), {}),
});

export type Lab = v.InferOutput<typeof labSchema>;
