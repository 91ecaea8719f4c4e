import type { JsonObject } from '#engine/json.ts';

/** Objects around the one described; events are null when they are not wanted or not to be had. */
export interface Surroundings {
  readonly events: readonly JsonObject[] | null;
  readonly now: number;
}

/** Writes about an object of one kind; an error's text when it cannot. */
export type Describer = (
  object: JsonObject,
  around: Surroundings,
) => { readonly text: string } | { readonly error: string };
