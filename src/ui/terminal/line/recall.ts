/** Where one stands in the lines entered before; `at` is null on the line that is being typed, which `draft` keeps. */
export interface Recall {
  readonly at: number | null;
  readonly draft: string;
}

export const NO_RECALL: Recall = { at: null, draft: '' };

/** The line to which Up, Down, the first or the last leads; null where there is none. `typed` is the line that is left. */
export function recalled(
  recall: Recall,
  typed: string,
  history: readonly string[],
  way: 'up' | 'down' | 'first' | 'last',
): { readonly recall: Recall; readonly text: string } | null {
  const here = recall.at ?? history.length;
  const to = { up: here - 1, down: here + 1, first: 0, last: history.length }[way];
  if (to < 0 || to > history.length || to === here) return null;
  const draft = recall.at === null ? typed : recall.draft;
  const text = history[to];
  if (text === undefined) return { recall: NO_RECALL, text: draft };
  return { recall: { at: to, draft }, text };
}
