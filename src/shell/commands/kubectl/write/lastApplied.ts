import { objectAt, textAt, valueAt } from '#engine/apiserver/json.ts';
import { isObject, type Json, type JsonObject } from '#engine/json.ts';
import { jsonObject } from '../client/apiClient.ts';
import { goJson, sortedJson } from '../print/json.ts';

/** The annotation in which `kubectl apply` keeps what was applied last. */
export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** What was applied last; an empty object when nobody did. */
export function lastApplied(object: JsonObject): JsonObject {
  return jsonObject(textAt(objectAt(objectAt(object, 'metadata'), 'annotations'), LAST_APPLIED));
}

/** Whether an object carries the annotation. */
export function hasLastApplied(object: JsonObject): boolean {
  return Object.hasOwn(objectAt(objectAt(object, 'metadata'), 'annotations'), LAST_APPLIED);
}

/** A manifest's object with itself in the annotation, keys in order. */
export function withLastApplied(object: JsonObject): JsonObject {
  const bare = withAnnotations(object, without(annotationsOf(object)));
  return withAnnotations(object, { ...annotationsOf(object), [LAST_APPLIED]: compactJson(sortedJson(bare)) });
}

/** An object of kubectl's own making with itself in the annotation, its keys in Go's order. */
export function withOwnConfiguration(object: JsonObject): JsonObject {
  return withAnnotations(object, { ...annotationsOf(object), [LAST_APPLIED]: compactJson(object) });
}

/** As Go's encoder writes it: on one line, with a line end. */
function compactJson(value: Json): string {
  return `${goJson(JSON.stringify(value))}\n`;
}

function annotationsOf(object: JsonObject): JsonObject {
  const annotations = valueAt(objectAt(object, 'metadata'), 'annotations');
  return isObject(annotations) ? annotations : {};
}

function without(annotations: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(annotations).filter(([key]) => key !== LAST_APPLIED));
}

function withAnnotations(object: JsonObject, annotations: JsonObject): JsonObject {
  return { ...object, metadata: { ...objectAt(object, 'metadata'), annotations } };
}
