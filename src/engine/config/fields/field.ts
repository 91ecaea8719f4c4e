import type { Json } from '../../json.ts';

/** A Go type of v1beta1 as its JSON decoder tells types apart. */
export type FieldType =
  | 'bool'
  | 'int32'
  | 'int64'
  | 'uint32'
  | 'float64'
  | 'string'
  /** metav1.Duration: text such as `2m`. */
  | 'duration'
  /** TimeOrMetaDuration: such text, or a number of nanoseconds. */
  | 'time-or-duration'
  /** metav1.Time: text as RFC 3339 has it. */
  | 'time'
  | 'quantity'
  | { readonly list: FieldType }
  | { readonly map: FieldType }
  | { readonly struct: Struct };

/** A Go struct: `go` as a decode error names the type, `name` as it names the owner of a field. */
export interface Struct {
  readonly go: string;
  readonly name: string;
  readonly fields: readonly Field[];
}

/**
 * How absence is told: `value` is a plain Go value whose zero means "not set"; `pointer` can hold a zero, and
 * always prints in `/configz` because the internal type has no pointer; `nullable` is a pointer in both.
 */
export type Presence = 'value' | 'pointer' | 'nullable';

/** A field of KubeletConfiguration: one row drives decoding, defaults, `/configz` and the editor's help. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly presence: Presence;
  /** In one sentence, what it does. */
  readonly says: string;
  /** The Go name of the type, where it is not the plain one (`v1beta1.KubeletAuthorizationMode`). */
  readonly go?: string;
  /** The Go struct that holds it inside its own one; only errors name it. */
  readonly embedded?: string;
  /** v1beta1's default. Fields whose default depends on others are in defaults.ts. */
  readonly fallback?: Json;
  /** The default of a start without `--config`, where it differs. */
  readonly legacy?: Json;
  /** The flag that sets the same value. */
  readonly flag?: string;
  /** Printed in `/configz` even when empty: no `omitempty`. */
  readonly always?: true;
  /** A path: relative ones in the file are taken from the file's folder. */
  readonly file?: true;
  readonly security?: true;
  /** What a hardened node has here. */
  readonly hardened?: Json;
  /** What may be written. */
  readonly values?: readonly string[];
  /** First and last minor version that has the field. */
  readonly since?: number;
  readonly until?: number;
  /** The default that it had up to a minor version. */
  readonly formerly?: { readonly until: number; readonly fallback: Json };
}

/** A field as a minor version has it: with the default of its time. */
export function fieldOf(field: Field, minor: number): Field {
  const { formerly } = field;
  return formerly === undefined || minor > formerly.until ? field : { ...field, fallback: formerly.fallback };
}

/** Whether a field or flag is there in a minor version. */
export function inVersion(row: { readonly since?: number; readonly until?: number }, minor: number): boolean {
  return minor >= (row.since ?? 0) && minor <= (row.until ?? Number.POSITIVE_INFINITY);
}

/** The nested struct of a field that is laid out into leaves of its own; null for a leaf. */
export function inner(field: Field): Struct | null {
  if (field.presence === 'nullable' || typeof field.type === 'string') return null;
  return 'struct' in field.type ? field.type.struct : null;
}
