import type { Line } from './line.ts';

/** A search backwards through the lines entered before. */
export interface Search {
  readonly query: string;
  /** The line that was found last, the cursor where the query begins in it. */
  readonly line: Line;
  /** Where that stands in the history; its length before anything was found. */
  readonly at: number;
  /** Nothing (more) holds the query. */
  readonly failed: boolean;
  /** The line on which it began, for Ctrl-G. */
  readonly before: Line;
}

export function startSearch(line: Line): Search {
  return { query: '', line, at: Number.POSITIVE_INFINITY, failed: false, before: line };
}

/** The search after more was typed, something was rubbed out, or an older line was asked for. */
export function searchKey(
  search: Search,
  typed: { readonly kind: 'text'; readonly text: string } | { readonly kind: 'older' | 'shorter' },
  history: readonly string[],
): Search {
  if (typed.kind === 'older') return look(search, search.query, Math.min(search.at, history.length) - 1, history);
  const query = typed.kind === 'text' ? search.query + typed.text : [...search.query].slice(0, -1).join('');
  if (query === '') return { ...startSearch(search.before) };
  // What is rubbed out is searched for from the newest on; what is added may be in the line already found.
  const from = typed.kind === 'text' ? Math.min(search.at, history.length - 1) : history.length - 1;
  return look(search, query, from, history);
}

/** The prompt that stands in place of the shell's own. */
export function searchPrompt({ query, failed }: Search): string {
  return `(${failed ? 'failed ' : ''}reverse-i-search)\`${query}': `;
}

function look(search: Search, query: string, from: number, history: readonly string[]): Search {
  if (query === '') return search;
  for (let at = from; at >= 0; at -= 1) {
    const text = history[at] ?? '';
    const found = text.lastIndexOf(query);
    if (found === -1 || (text === search.line.text && at !== search.at)) continue;
    return { ...search, query, at, failed: false, line: { text, cursor: found } };
  }
  return { ...search, query, failed: true };
}
