import { isObject, type Json, type JsonObject } from '../json.ts';

/**
 * Reading objects that a learner or an author wrote: any shape may come, so each reader answers with the empty value
 * where the shape is another one.
 */

/** The object at a key, or `{}`. */
export function objectAt(object: JsonObject, key: string): JsonObject {
  return asObject(valueAt(object, key));
}

/** The text at a key, or `''`. */
export function textAt(object: JsonObject, key: string): string {
  const value = valueAt(object, key);
  return typeof value === 'string' ? value : '';
}

/** The list at a key, or `[]`. */
export function listAt(object: JsonObject, key: string): readonly Json[] {
  const value = valueAt(object, key);
  return isList(value) ? value : [];
}

/** The texts of the list at a key; elements of other types are left out. */
export function textsAt(object: JsonObject, key: string): readonly string[] {
  return listAt(object, key).filter((item): item is string => typeof item === 'string');
}

/** The objects of the list at a key; elements of other types are left out. */
export function objectsAt(object: JsonObject, key: string): readonly JsonObject[] {
  return listAt(object, key).filter(isObject);
}

/** The value itself when it is an object, or `{}`. */
export function asObject(value: Json): JsonObject {
  return isObject(value) ? value : {};
}

/** The value at an own key, or null. */
export function valueAt(object: JsonObject, key: string): Json {
  return (Object.hasOwn(object, key) ? object[key] : undefined) ?? null;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
