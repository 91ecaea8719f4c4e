import type { JsonObject } from '#engine/json.ts';
import type { Result } from '../../kubeError.ts';

/** An object that a `kubectl create …` line asks for, its fields in Go's order; or why there is none. */
export type Made = Result<JsonObject>;

/** A new object as kubectl's own code writes it: `kind` stands first. */
export function made(object: JsonObject): Made {
  return { ok: true, value: object };
}

/** `metadata` of a new object; no namespace unless the line names one. */
export function metadataOf(name: string, namespace: string | null): JsonObject {
  return namespace === null ? { name } : { name, namespace };
}
