import { type Field, fieldOf, inner, inVersion, type Struct } from './field.ts';
import { KUBELET_CONFIGURATION } from './fields.table.ts';

/** A field that holds a value of its own: everything but the structs that are laid out. */
export interface Leaf {
  readonly path: string;
  readonly field: Field;
}

function collect(struct: Struct, prefix: string, minor: number): readonly Leaf[] {
  return struct.fields
    .filter((field) => inVersion(field, minor) && field.name !== 'kind' && field.name !== 'apiVersion')
    .flatMap((field) => {
      const path = prefix + field.name;
      const nested = inner(field);
      return nested === null ? [{ path, field: fieldOf(field, minor) }] : collect(nested, `${path}.`, minor);
    });
}

const byMinor = new Map<number, ReadonlyMap<string, Leaf>>();

/** Leaves of a minor version by path, in Go's order. The table never changes, so each version is worked out once. */
export function leavesOf(minor: number): ReadonlyMap<string, Leaf> {
  const known = byMinor.get(minor);
  if (known !== undefined) return known;
  const leaves = new Map(collect(KUBELET_CONFIGURATION, '', minor).map((leaf) => [leaf.path, leaf]));
  byMinor.set(minor, leaves);
  return leaves;
}

/** The field at a dotted path, struct or leaf; null when the version has none there. */
export function fieldAt(path: string, minor: number): Field | null {
  let struct: Struct | null = KUBELET_CONFIGURATION;
  let found: Field | null = null;
  for (const name of path.split('.')) {
    found = (struct === null ? null : fieldsOf(struct, minor).get(name)) ?? null;
    if (found === null) return null;
    struct = structWithin(found);
  }
  return found;
}

/** The struct whose fields may be written below a field: its own, its items', or none. */
export function structWithin(field: Field): Struct | null {
  if (typeof field.type === 'string') return null;
  if ('struct' in field.type) return field.type.struct;
  if ('list' in field.type && typeof field.type.list !== 'string' && 'struct' in field.type.list)
    return field.type.list.struct;
  return null;
}

const byStruct = new WeakMap<Struct, Map<number, ReadonlyMap<string, Field>>>();

/** Fields of a struct by JSON name in a minor version. */
export function fieldsOf(struct: Struct, minor: number): ReadonlyMap<string, Field> {
  const versions = byStruct.get(struct) ?? new Map<number, ReadonlyMap<string, Field>>();
  byStruct.set(struct, versions);
  const known = versions.get(minor);
  if (known !== undefined) return known;
  const there = struct.fields.filter((field) => inVersion(field, minor));
  const fields = new Map(there.map((field) => [field.name, fieldOf(field, minor)]));
  versions.set(minor, fields);
  return fields;
}
