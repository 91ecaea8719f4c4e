/** A JSON value: what a world is made of, and what YAML and JSON files decode to. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. Built with `Object.create(null)` or plain literals; never read through its prototype. */
export interface JsonObject {
  readonly [key: string]: Json;
}
