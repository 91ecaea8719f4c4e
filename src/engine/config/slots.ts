import type { Json } from '../json.ts';
import { isEmpty } from './decode/unmarshal.ts';
import type { Field } from './fields/field.ts';
import type { Beaten, Source } from './provenance.ts';

/** The value of a leaf while the configuration is put together, with its source and what it beat. */
export interface Slot {
  readonly value: Json;
  readonly source: Source;
  readonly beaten: readonly Beaten[];
}

/** Leaves by field path. */
export type Slots = ReadonlyMap<string, Slot>;

/** Whether nobody wrote a value: it is a default. */
export function isDefault(source: Source): boolean {
  return source.from === 'default' || source.from === 'legacy-default';
}

/** What a slot leaves behind when another value wins: itself, if somebody wrote it, and what it had beaten. */
export function losers(slot: Slot | undefined): readonly Beaten[] {
  if (slot === undefined) return [];
  if (isDefault(slot.source)) return slot.beaten;
  return [{ value: slot.value, source: slot.source }, ...slot.beaten];
}

/** Whether a value counts as "not set", so that the default takes its place. */
export function isUnset(field: Field, value: Json): boolean {
  if (value === null) return true;
  if (field.presence !== 'value' || (typeof field.type !== 'string' && !('struct' in field.type))) return false;
  return isEmpty(value) || value === '0s';
}
