/** What the arrow keys bring back into the request line. `at` is the index of the line shown, `lines.length` for the draft. */
export interface History {
  readonly at: number;
  readonly draft: string;
}

/**
 * The step that a press of ArrowUp (-1) or ArrowDown (1) makes; null when there is nothing further. What stood in the
 * line before the first press is kept as the draft: only lines that contain it are met, and the way down ends in it.
 */
export function recall(
  lines: readonly string[],
  history: History,
  shown: string,
  step: -1 | 1,
): { readonly history: History; readonly line: string } | null {
  const from = Math.min(history.at, lines.length);
  const draft = from === lines.length ? shown : history.draft;
  const sought = draft.trim().toLowerCase();
  for (let at = from + step; at >= 0 && at <= lines.length; at += step) {
    const line = lines[at];
    if (line === undefined) return { history: { at, draft }, line: draft };
    if (line !== shown && line.toLowerCase().includes(sought)) return { history: { at, draft }, line };
  }
  return null;
}
