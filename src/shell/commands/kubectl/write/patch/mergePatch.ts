import { isObject, type Json, type JsonObject } from '#engine/json.ts';
import { sameValue } from './threeWay.ts';

/** The JSON merge patch from one object to another: what is new or other, and null for what is gone. RFC 7386. */
export function mergePatch(before: JsonObject, after: JsonObject): JsonObject {
  const patch: Record<string, Json> = Object.create(null);
  for (const [key, value] of Object.entries(after)) {
    const old = Object.hasOwn(before, key) ? (before[key] ?? null) : undefined;
    if (old === undefined) patch[key] = value;
    else if (isObject(value) && isObject(old)) {
      const inner = mergePatch(old, value);
      if (Object.keys(inner).length > 0) patch[key] = inner;
    } else if (!sameValue(value, old)) patch[key] = value;
  }
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) patch[key] = null;
  return { ...patch };
}
