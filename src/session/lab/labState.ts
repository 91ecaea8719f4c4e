import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const stateSchema = v.object({
  name: v.pipe(v.string(), v.maxLength(120)),
  /** Milliseconds since the epoch; null before it began. */
  began: v.nullable(count),
  /** Milliseconds of its time that are over; it never grows less. */
  used: v.optional(v.pipe(v.number(), v.minValue(0)), 0),
  handedIn: count,
  /** By the place of the item, from 0. */
  items: v.record(
    v.pipe(v.string(), v.regex(/^\d{1,2}$/)),
    v.object({ begun: v.boolean(), met: count, solved: v.boolean(), spent: v.pipe(v.number(), v.minValue(0)) }),
  ),
});

/** What a browser keeps of a lab beside its runs. */
export type LabState = {
  readonly name: string;
  readonly began: number | null;
  readonly used: number;
  readonly handedIn: number;
  readonly items: Readonly<Record<number, LabItemState>>;
};

export interface LabItemState {
  readonly begun: boolean;
  readonly met: number;
  readonly solved: boolean;
  /** Milliseconds on the screen. */
  readonly spent: number;
}

export const NEW_LAB: LabState = { name: '', began: null, used: 0, handedIn: 0, items: {} };

/** Any value as a lab's state; a new one for whatever is none. */
export function readLabState(value: unknown, items: number): LabState {
  const read = v.safeParse(stateSchema, value);
  if (!read.success) return NEW_LAB;
  const kept = Object.entries(read.output.items).filter(([index]) => Number(index) < items);
  return { ...read.output, items: Object.fromEntries(kept) };
}
