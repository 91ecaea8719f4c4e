import type { CompletionView } from '#session/view/terminal.ts';
import type { Line } from './line.ts';

/** What could stand at the cursor, as a list shows it. */
export type Listing = readonly string[];

/** What Tab makes of a line, and what there is to list; null when there is no choice. `above` are the lines before it. */
export function completed(
  line: Line,
  above: string,
  complete: (line: string, cursor: number) => CompletionView,
): { readonly line: Line; readonly listing: Listing | null } {
  const { from, candidates, common } = complete(`${above}${line.text}`, above.length + line.cursor);
  const start = Math.max(0, from - above.length);
  const [only] = candidates;
  if (only === undefined || start > line.cursor) return { line, listing: null };
  const put = candidates.length === 1 ? whole(only.insert, line.text.charAt(line.cursor)) : common;
  const typed = line.text.slice(start, line.cursor);
  const listing = candidates.length === 1 ? null : candidates.map(({ label }) => label);
  // A prefix that is no longer than what stands there would only rub it out.
  if (put === typed || (candidates.length > 1 && put.length < typed.length)) return { line, listing };
  const text = line.text.slice(0, start) + put + line.text.slice(line.cursor);
  return { line: { text, cursor: start + put.length }, listing };
}

/** The only candidate, closed as a word: its quotation, and a blank unless more of the word may follow. */
function whole(insert: string, next: string): string {
  if (/[/=:@ ]$/.test(insert)) return insert;
  const quote = /^["']/.exec(insert)?.[0];
  const closed = quote !== undefined && insert.split(quote).length === 2 ? insert + quote : insert;
  return next === ' ' ? closed : `${closed} `;
}
