import { parseQuantity } from '#engine/config/go/quantity.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import type { Json, JsonObject } from '#engine/json.ts';
import { failed, type Result } from '../kubeError.ts';
import { findResults } from '../print/jsonPath/evaluate.ts';
import { type PathNode, parseJsonPath, relaxed } from '../print/jsonPath/parse.ts';

/**
 * Objects in the order of a field (`.metadata.name`); those without it come first, and one of them must have it.
 * Models TableSorter and SortObjects in kubectl/pkg/cmd/get/sorter.go, v0.36.
 */
export function sortObjects(objects: readonly JsonObject[], field: string): Result<readonly JsonObject[]> {
  if (objects.length === 0) return { ok: true, value: objects };
  const written = relaxedPath(field);
  const parsed = parseJsonPath(written);
  if (!parsed.ok) return failed(`sorting error: ${parsed.error}`);
  const values: (Json | undefined)[] = [];
  for (const object of objects) {
    const found = valueAtPath(parsed.nodes, object);
    if (!found.ok) return found;
    values.push(found.value);
  }
  if (values.every((value) => value === undefined)) {
    return failed(`couldn't find any field with path ${goQuote(written)} in the list of objects`);
  }
  const order = objects.map((_object, index) => index).sort((left, right) => compare(values[left], values[right]));
  return { ok: true, value: order.map((index) => objects[index] ?? {}) };
}

/** A field as people write it made a template; what cannot be one stays as it is. */
export function relaxedPath(field: string): string {
  const path = relaxed(field);
  return path.ok ? path.path : field;
}

function valueAtPath(nodes: readonly PathNode[], object: JsonObject): Result<Json | undefined> {
  const found = findResults(nodes, object, { allowMissingKeys: true });
  return found.ok ? { ok: true, value: found.results[0]?.[0] } : failed(found.error);
}

function compare(left: Json | undefined, right: Json | undefined): number {
  if (left === undefined || right === undefined) return left === right ? 0 : left === undefined ? -1 : 1;
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left !== 'string' || typeof right !== 'string') return 0;
  const [one, other] = [parseQuantity(left), parseQuantity(right)];
  if (one !== null && other !== null) return one.value - other.value;
  return left < right ? -1 : left > right ? 1 : 0;
}
