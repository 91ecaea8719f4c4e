import { mergeKeyOf } from '#engine/apiserver/serve/write/mergeKeys.table.ts';
import { isObject, type Json, type JsonObject } from '#engine/json.ts';

/**
 * The strategic merge patch that takes `current` to `modified`: what `modified` says and `current` does not, and the
 * end of what `original` (the last that was applied) says and `modified` does not. An empty object when there is nothing
 * to do. Models CreateThreeWayMergePatch in apimachinery/pkg/util/strategicpatch, v0.36.
 */
export function threeWayPatch(original: JsonObject, modified: JsonObject, current: JsonObject): JsonObject {
  const kind = typeof modified.kind === 'string' ? modified.kind : '';
  return objectPatch(original, modified, current, { kind, path: [] });
}

interface Position {
  readonly kind: string;
  readonly path: readonly string[];
}

function objectPatch(original: JsonObject, modified: JsonObject, current: JsonObject, at: Position): JsonObject {
  const patch: Record<string, Json> = Object.create(null);
  for (const [key, wanted] of Object.entries(modified)) {
    const below = { ...at, path: [...at.path, key] };
    const change = valuePatch(own(original, key), wanted, own(current, key), below);
    for (const [name, value] of change) patch[name] = value;
  }
  for (const key of Object.keys(original)) {
    if (!Object.hasOwn(modified, key)) patch[key] = null;
  }
  return { ...patch };
}

type Changes = readonly (readonly [key: string, value: Json])[];

/** What a patch says about one key; nothing when it is as it should be. */
function valuePatch(original: Json, wanted: Json, present: Json, at: Position): Changes {
  const key = at.path.at(-1) ?? '';
  if (wanted === null) return present === null ? [] : [[key, null]];
  if (present === null) return [[key, wanted]];
  if (isObject(wanted) && isObject(present)) {
    const inner = objectPatch(isObject(original) ? original : {}, wanted, present, at);
    return Object.keys(inner).length === 0 ? [] : [[key, inner]];
  }
  if (isList(wanted) && isList(present)) {
    const mergeKey = mergeKeyOf(at.kind, key);
    if (mergeKey === '') return textsPatch(isList(original) ? original : [], wanted, present, key);
    if (mergeKey !== null && [...wanted, ...present].every((item) => identity(item, mergeKey) !== null)) {
      const items = listPatch(isList(original) ? original : [], wanted, present, mergeKey, at);
      return items.length === 0 ? [] : [[key, items]];
    }
  }
  return sameValue(wanted, present) ? [] : [[key, wanted]];
}

function listPatch(
  original: readonly Json[],
  wanted: readonly Json[],
  present: readonly Json[],
  mergeKey: string,
  at: Position,
): readonly Json[] {
  const find = (list: readonly Json[], id: string | null): JsonObject | null => {
    const found = list.find((item) => identity(item, mergeKey) === id);
    return isObject(found) ? found : null;
  };
  const changed = wanted.flatMap((item) => {
    if (!isObject(item)) return [];
    const id = identity(item, mergeKey);
    const there = find(present, id);
    if (there === null) return [item];
    const inner = objectPatch(find(original, id) ?? {}, item, there, at);
    return Object.keys(inner).length === 0 ? [] : [{ ...inner, [mergeKey]: own(item, mergeKey) }];
  });
  const gone = original.flatMap((item) => {
    const id = identity(item, mergeKey);
    if (!isObject(item) || find(wanted, id) !== null || find(present, id) === null) return [];
    return [{ $patch: 'delete', [mergeKey]: own(item, mergeKey) }];
  });
  return [...changed, ...gone];
}

/** Texts that are missing are added, those no longer wanted deleted by name. */
function textsPatch(
  original: readonly Json[],
  wanted: readonly Json[],
  present: readonly Json[],
  key: string,
): Changes {
  const added = wanted.filter((item) => !present.includes(item));
  const gone = original.filter((item) => !wanted.includes(item) && present.includes(item));
  return [
    ...(added.length === 0 ? [] : [[key, added] as const]),
    ...(gone.length === 0 ? [] : [[`$deleteFromPrimitiveList/${key}`, gone] as const]),
  ];
}

function identity(item: Json, mergeKey: string): string | null {
  if (!isObject(item)) return null;
  const value = own(item, mergeKey);
  return value === null ? null : JSON.stringify(value);
}

function own(object: JsonObject, key: string): Json {
  return Object.hasOwn(object, key) ? (object[key] ?? null) : null;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether two values are the same, whatever the order of keys. */
export function sameValue(left: Json, right: Json): boolean {
  if (left === right) return true;
  if (isList(left) && isList(right)) {
    return left.length === right.length && left.every((item, index) => sameValue(item, right[index] ?? null));
  }
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameValue(left[key] ?? null, right[key] ?? null))
  );
}
