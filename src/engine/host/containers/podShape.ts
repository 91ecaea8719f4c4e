import { parseQuantity, QUANTITY_ERROR } from '../../config/go/quantity.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { POD_FIELDS } from './podFields.table.ts';

/** A value in Go's order and shape, or the error of its decoder. */
export type Shaped = { readonly ok: true; readonly value: JsonObject } | { readonly ok: false; readonly error: string };

interface Field {
  readonly name: string;
  readonly kind: string;
  readonly empty: 'written' | 'omitted' | 'pointer';
}

const parsed = new Map<string, readonly Field[]>();

function fieldsOf(type: string): readonly Field[] {
  const known = parsed.get(type);
  if (known !== undefined) return known;
  const fields = (POD_FIELDS[type] ?? '').split(' ').map((text): Field => {
    const [head = '', kind = 'any'] = text.split(':');
    const mark = head.at(-1);
    const empty = mark === '?' ? 'omitted' : mark === '*' ? 'pointer' : 'written';
    return { name: empty === 'written' ? head : head.slice(0, -1), kind, empty };
  });
  parsed.set(type, fields);
  return fields;
}

/** Ends the walk where Go's decoder ends; never leaves this file. */
class Mismatch extends Error {}

/**
 * Brings an object into a type's shape: unknown fields go, known ones stand in Go's order, empty ones as `omitempty`
 * says. A wrong kind of value is the decoder's error. Models encoding/json over k8s.io/api/core/v1, v1.36.
 */
export function shape(value: Json, type: string, path = ''): Shaped {
  try {
    return { ok: true, value: shapeStruct(value, type, path) };
  } catch (problem) {
    if (problem instanceof Mismatch) return { ok: false, error: problem.message };
    throw problem;
  }
}

function shapeStruct(value: Json, type: string, path: string): JsonObject {
  if (value !== null && !isObject(value)) throw mismatch(value, type, path, `v1.${type}`);
  const result: Record<string, Json> = {};
  for (const field of fieldsOf(type)) {
    const given = value !== null && Object.hasOwn(value, field.name) ? (value[field.name] ?? null) : null;
    if (given === null && field.empty !== 'written') continue;
    const below = path === '' ? field.name : `${path}.${field.name}`;
    const shaped = given === null ? zero(field.kind) : shapeKind(given, field.kind, type, below);
    if (field.empty === 'omitted' && isEmpty(shaped)) continue;
    result[field.name] = shaped;
  }
  return result;
}

function shapeKind(value: Json, kind: string, owner: string, path: string): Json {
  if (kind.startsWith('[]')) {
    if (!Array.isArray(value)) throw mismatch(value, owner, path, `[]${goType(kind.slice(2))}`);
    return value.map((item: Json) =>
      item === null ? zero(kind.slice(2)) : shapeKind(item, kind.slice(2), owner, path),
    );
  }
  if (kind.startsWith('{}')) {
    if (!isObject(value)) throw mismatch(value, owner, path, `map[string]${goType(kind.slice(2))}`);
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, item]) => [key, shapeKind(item, kind.slice(2), owner, path)]));
  }
  if (kind === 'any') return value;
  if (kind === 'quantity') return shapeQuantity(value);
  if (kind === 'intOrString' && (typeof value === 'number' || typeof value === 'string')) return value;
  if (kind === 'string' || kind === 'time') {
    if (typeof value !== 'string') throw mismatch(value, owner, path, 'string');
    return value;
  }
  if (kind === 'bool') {
    if (typeof value !== 'boolean') throw mismatch(value, owner, path, 'bool');
    return value;
  }
  if (kind === 'int') {
    if (typeof value !== 'number' || !Number.isInteger(value)) throw mismatch(value, owner, path, 'int32');
    return value;
  }
  return shapeStruct(value, kind, path);
}

function shapeQuantity(value: Json): Json {
  const text = typeof value === 'number' ? String(value) : value;
  const quantity = typeof text === 'string' ? parseQuantity(text) : null;
  if (quantity === null) throw new Mismatch(QUANTITY_ERROR);
  return quantity.canonical;
}

function zero(kind: string): Json {
  if (kind === 'string' || kind === 'quantity' || kind === 'time')
    return kind === 'quantity' ? '0' : kind === 'time' ? null : '';
  if (kind === 'int' || kind === 'intOrString') return 0;
  if (kind === 'bool') return false;
  return Object.hasOwn(POD_FIELDS, kind) ? shapeStruct(null, kind, '') : null;
}

function isEmpty(value: Json): boolean {
  if (value === null || value === '' || value === 0 || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function goType(kind: string): string {
  if (kind === 'int') return 'int32';
  return Object.hasOwn(POD_FIELDS, kind) ? `v1.${kind}` : kind;
}

function mismatch(value: Json, owner: string, path: string, type: string): Mismatch {
  const found = Array.isArray(value)
    ? 'array'
    : value === null
      ? 'null'
      : typeof value === 'boolean'
        ? 'bool'
        : typeof value;
  const shown = found === 'number' && type === 'int32' ? `number ${String(value)}` : found;
  return new Mismatch(`json: cannot unmarshal ${shown} into Go struct field ${owner}.${path} of type ${type}`);
}
