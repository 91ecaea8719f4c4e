import type { Hints, Scenario } from '#packs/schema.ts';

/** The levels of help, in the order in which they open. */
export const HINT_LEVELS: readonly (keyof Hints)[] = ['nudge', 'pointer', 'answer'];

/** A scenario's hints from nudge to answer; none where it has none. */
export function hintsOf({ hints }: Scenario): readonly { readonly level: keyof Hints; readonly text: string }[] {
  return hints === undefined ? [] : HINT_LEVELS.map((level) => ({ level, text: hints[level] }));
}
