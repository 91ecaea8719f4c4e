import { isObject, type Json, type JsonObject } from '../../../json.ts';
import { textAt } from '../../json.ts';
import { jsonType } from '../../objectShape.ts';
import { badRequest, type Failure } from '../status.ts';
import { readValue } from './decode.ts';
import { mergeKeyOf } from './mergeKeys.table.ts';

/** How a patch's body is meant, by its media type. */
export type PatchKind = 'merge' | 'strategic' | 'json' | 'apply';

const KINDS: Readonly<Record<string, PatchKind>> = {
  'application/merge-patch+json': 'merge',
  'application/strategic-merge-patch+json': 'strategic',
  'application/json-patch+json': 'json',
  'application/apply-patch+yaml': 'apply',
};

/** The kind that a media type names, or null. */
export function patchKind(type: string): PatchKind | null {
  const bare = type.split(';')[0]?.trim() ?? '';
  return (Object.hasOwn(KINDS, bare) ? KINDS[bare] : undefined) ?? null;
}

const UNPROCESSABLE: Failure = {
  code: 422,
  reason: 'Invalid',
  message: 'the server rejected our request due to an error in our request',
  details: {},
};

/** What a patch made. */
export interface Patched {
  readonly object: JsonObject;
}

/** The object that a patch makes of another. Models apiserver/pkg/endpoints/handlers/patch.go, v0.36. */
export function patched(kind: PatchKind, object: JsonObject, body: string): Patched | Failure {
  const read = readValue(body, kind === 'apply' ? 'yaml' : 'json');
  const decoding = kind === 'apply' ? 'error decoding YAML: ' : kind === 'strategic' ? '' : 'error decoding patch: ';
  if ('error' in read) return badRequest(`${decoding}${read.error}`);
  const patch = read.value;
  const wrong = (go: string) =>
    badRequest(`${decoding}json: cannot unmarshal ${jsonType(patch)} into Go value of type ${go}`);
  // Nothing is a patch of nothing, but for a merge patch, which it would make nothing of.
  if (patch === null) return kind === 'merge' ? badRequest('Invalid JSON Patch') : { object };
  if (kind === 'json') {
    if (!Array.isArray(patch)) return wrong('[]handlers.jsonPatchOp');
    const made = applyOperations(object, patch as readonly Json[]);
    return made === null || !isObject(made) ? UNPROCESSABLE : { object: made };
  }
  if (!isObject(patch)) return wrong('map[string]interface {}');
  const made = kind === 'merge' ? merged(object, patch) : strategic(object, patch, textAt(object, 'kind'));
  return isObject(made) ? { object: made } : UNPROCESSABLE;
}

/** RFC 7396: nulls delete, objects merge, everything else takes the place. */
function merged(target: Json, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const result: Record<string, Json> = Object.assign(Object.create(null), isObject(target) ? target : {});
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merged(result[key] ?? null, value);
  }
  return { ...result };
}

/** Models strategicpatch in apimachinery/pkg/util/strategicpatch/patch.go, v0.36. */
function strategic(target: Json, patch: Json, kind: string): Json {
  if (!isObject(patch)) return patch;
  if (patch.$patch === 'delete') return null;
  const base = patch.$patch === 'replace' || !isObject(target) ? {} : target;
  const result: Record<string, Json> = Object.assign(Object.create(null), base);
  const retained = patch.$retainKeys;
  if (Array.isArray(retained)) {
    for (const key of Object.keys(result)) if (!(retained as readonly Json[]).includes(key)) delete result[key];
  }
  for (const [key, value] of Object.entries(patch)) {
    if (key === '$patch' || key === '$retainKeys' || key.startsWith('$setElementOrder/')) continue;
    if (key.startsWith('$deleteFromPrimitiveList/')) {
      const field = key.slice('$deleteFromPrimitiveList/'.length);
      const gone = Array.isArray(value) ? (value as readonly Json[]) : [];
      const kept = result[field];
      if (Array.isArray(kept)) result[field] = (kept as readonly Json[]).filter((item) => !gone.includes(item));
      continue;
    }
    if (value === null) delete result[key];
    else result[key] = mergedField(kind, key, result[key] ?? null, value, patch[`$setElementOrder/${key}`] ?? null);
  }
  return { ...result };
}

function mergedField(kind: string, field: string, target: Json, patch: Json, order: Json): Json {
  if (!Array.isArray(patch)) return strategic(target, patch, kind);
  const list = patch as readonly Json[];
  const old = Array.isArray(target) ? (target as readonly Json[]) : [];
  const key = mergeKeyOf(kind, field);
  if (key === '') return [...old, ...list.filter((item) => !old.includes(item))];
  if (key === null || !list.every(isObject)) return list;
  return mergedList(kind, key, old.filter(isObject), list.filter(isObject), order);
}

/** Members with the same key merge; new ones follow, unless the patch says in which order all stand. */
function mergedList(
  kind: string,
  key: string,
  old: readonly JsonObject[],
  patch: readonly JsonObject[],
  order: Json,
): Json {
  if (patch.some((item) => item.$patch === 'replace')) return patch.filter((item) => item.$patch !== 'replace');
  const gone = patch.filter((item) => item.$patch === 'delete').map((item) => item[key]);
  const changes = patch.filter((item) => item.$patch !== 'delete');
  const kept = old
    .filter((item) => !gone.includes(item[key]))
    .map((item) => {
      const change = changes.find((one) => one[key] === item[key]);
      return change === undefined ? item : (strategic(item, change, kind) as JsonObject);
    });
  const fresh = changes
    .filter((one) => !old.some((item) => item[key] === one[key]))
    .map((one) => strategic({}, one, kind) as JsonObject);
  const all = [...kept, ...fresh];
  const places = Array.isArray(order) ? (order as readonly Json[]).map((one) => (isObject(one) ? one[key] : one)) : [];
  if (places.length === 0) return all;
  const place = (item: JsonObject) => {
    const at = places.indexOf(item[key]);
    return at === -1 ? places.length : at;
  };
  return [...all].sort((left, right) => place(left) - place(right));
}

/** RFC 6902; null when an operation does not fit. */
function applyOperations(object: JsonObject, operations: readonly Json[]): Json | null {
  let current: Json = object;
  for (const operation of operations) {
    if (!isObject(operation)) return null;
    const { op, path, from, value = null } = operation;
    if (typeof op !== 'string' || typeof path !== 'string') return null;
    const parts = pointer(path);
    const source = typeof from === 'string' ? at(current, pointer(from)) : undefined;
    let next: Json | undefined;
    if (op === 'add') next = placed(current, parts, value, 'add');
    else if (op === 'replace')
      next = at(current, parts) === undefined ? undefined : placed(current, parts, value, 'replace');
    else if (op === 'remove') next = placed(current, parts, null, 'remove');
    else if (op === 'test') next = JSON.stringify(at(current, parts)) === JSON.stringify(value) ? current : undefined;
    else if (op === 'copy') next = source === undefined ? undefined : placed(current, parts, source, 'add');
    else if (op === 'move' && source !== undefined && typeof from === 'string') {
      const without = placed(current, pointer(from), null, 'remove');
      next = without === undefined ? undefined : placed(without, parts, source, 'add');
    }
    if (next === undefined) return null;
    current = next;
  }
  return current;
}

function pointer(path: string): readonly string[] {
  return path === ''
    ? []
    : path
        .slice(1)
        .split('/')
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function at(value: Json, parts: readonly string[]): Json | undefined {
  const [first, ...rest] = parts;
  if (first === undefined) return value;
  const inner = Array.isArray(value)
    ? (value as readonly Json[])[Number(first)]
    : isObject(value) && Object.hasOwn(value, first)
      ? value[first]
      : undefined;
  return inner === undefined ? undefined : at(inner, rest);
}

/** The value with something put, replaced or removed at a place; undefined when there is no such place. */
function placed(
  target: Json,
  parts: readonly string[],
  value: Json,
  how: 'add' | 'replace' | 'remove',
): Json | undefined {
  const [first, ...rest] = parts;
  if (first === undefined) return how === 'remove' ? undefined : value;
  if (Array.isArray(target)) {
    const list = target as readonly Json[];
    const index = first === '-' ? list.length : /^\d+$/.test(first) ? Number(first) : -1;
    if (index < 0 || index > list.length || (index === list.length && (how !== 'add' || rest.length > 0)))
      return undefined;
    if (rest.length > 0) {
      const inner = placed(list[index] ?? null, rest, value, how);
      return inner === undefined ? undefined : list.map((item, place) => (place === index ? inner : item));
    }
    if (how === 'remove') return list.filter((_, place) => place !== index);
    if (how === 'add') return [...list.slice(0, index), value, ...list.slice(index)];
    return list.map((item, place) => (place === index ? value : item));
  }
  if (!isObject(target)) return undefined;
  const known = Object.hasOwn(target, first);
  if (rest.length > 0) {
    const inner = known ? placed(target[first] ?? null, rest, value, how) : undefined;
    return inner === undefined ? undefined : { ...target, [first]: inner };
  }
  if (how === 'remove') {
    if (!known) return undefined;
    const { [first]: _gone, ...left } = target;
    return left;
  }
  return { ...target, [first]: value };
}
