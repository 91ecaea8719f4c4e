import type { Json, JsonObject } from '../json.ts';
import { isEmpty } from './decode/unmarshal.ts';
import { type Field, inner, type Struct } from './fields/field.ts';
import { KUBELET_CONFIGURATION } from './fields/fields.table.ts';

/** Leaves by field path; those that the version does not have are missing. */
type Values = ReadonlyMap<string, { readonly value: Json }>;

/** The `kubeletconfig` object of `/configz`: Go's key order, `omitempty` applied. Models setConfigz, v1.36. */
export function configzObject(values: Values, identity: boolean): JsonObject {
  const fields = printed(KUBELET_CONFIGURATION, '', values) ?? {};
  return identity ? { kind: 'KubeletConfiguration', apiVersion: 'kubelet.config.k8s.io/v1beta1', ...fields } : fields;
}

/** A struct as it prints; null when the version has none of its fields. */
function printed(struct: Struct, prefix: string, values: Values): JsonObject | null {
  const object: Record<string, Json> = {};
  let known = false;
  for (const field of struct.fields) {
    const path = prefix + field.name;
    const nested = inner(field);
    if (nested !== null) {
      const value = printed(nested, `${path}.`, values);
      if (value === null) continue;
      object[field.name] = value;
    } else {
      const slot = values.get(path);
      if (slot === undefined) continue;
      if (isPrinted(field, slot.value)) object[field.name] = slot.value;
    }
    known = true;
  }
  return known ? object : null;
}

/** Whether a leaf is printed: `omitempty` drops zeros of plain values, and nil where the internal type has a pointer too. */
export function isPrinted(field: Field, value: Json): boolean {
  if (field.presence !== 'value') return value !== null;
  return field.always === true || field.type === 'duration' || !isEmpty(value);
}
