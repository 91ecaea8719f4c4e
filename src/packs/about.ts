import * as v from 'valibot';

/**
 * A schema together with what it is for. These words are its only documentation: they are read here, in
 * `docs/scenario-format.md`, and by the author's editor from `public/schema/`. Examples are values that the schema takes.
 */
export function about<const Schema extends v.GenericSchema>(
  description: string,
  schema: Schema,
  ...examples: readonly v.InferInput<Schema>[]
) {
  return v.pipe(schema, v.metadata({ description, ...(examples.length === 0 ? {} : { examples }) }));
}

/** Whole numbers from `least` to `most`. */
export function whole(least: number, most?: number) {
  const number = v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(least, `must be ${least} or more`));
  return most === undefined ? number : v.pipe(number, v.maxValue(most, `must be ${most} or less`));
}

/** A list that is not empty. */
export function several<const Item extends v.GenericSchema>(item: Item, complaint = 'must not be empty') {
  return v.pipe(v.array(item), v.minLength(1, complaint));
}
