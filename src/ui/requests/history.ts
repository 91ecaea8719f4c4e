/** What the arrow keys bring back into the request line. `at` is the index of the line shown, `lines.length` for the draft. */
export interface History {
  readonly at: number;
  readonly draft: string;
}

/** The step that a press of ArrowUp (-1) or ArrowDown (1) makes; null when there is nothing further. */
export function recall(
  lines: readonly string[],
  history: History,
  shown: string,
  step: -1 | 1,
): { readonly history: History; readonly line: string } | null {
  const from = Math.min(history.at, lines.length);
  const at = from + step;
  if (at < 0 || at > lines.length) return null;
  // Leaving the draft keeps it, so that the way back down ends in it.
  const draft = from === lines.length ? shown : history.draft;
  return { history: { at, draft }, line: at === lines.length ? draft : (lines[at] ?? draft) };
}
