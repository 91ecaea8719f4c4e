/** A JSON value: what a world is made of, and what YAML and JSON files decode to. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. Built with `Object.create(null)` or plain literals; never read through its prototype. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Whether a value is an object: neither null nor a list. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
