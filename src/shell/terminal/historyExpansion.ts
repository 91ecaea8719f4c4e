/** A line with its `!` events put in; what bash says when one is not found. `changed` lines are shown before they run. */
export type Expanded =
  | { readonly ok: true; readonly line: string; readonly isChanged: boolean }
  | { readonly ok: false; readonly message: string };

/**
 * Puts earlier lines in for `!!`, `!5`, `!-2`, `!sys`, `!?text?`, and `!$` and `!*` for words of the last. Nothing happens in
 * single quotes, behind a backslash, and before a blank, `=` or `(`. Models history expansion of bash 5.2, without modifiers.
 * @param history Lines before this one, oldest first.
 */
export function expandHistory(line: string, history: readonly string[]): Expanded {
  let out = '';
  let quote = '';
  let isChanged = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (character === '\\' && quote !== "'") {
      out += line.slice(at, at + 2);
      at += 1;
      continue;
    }
    if (quote === '' ? character === "'" || character === '"' : character === quote) {
      quote = quote === '' ? character : '';
    }
    const event = character === '!' && quote !== "'" ? eventAt(line, at, quote) : null;
    // `$!` and `[!a]` are the shell's own, and a text of several lines is a script.
    if (event === null || /[$[{]$/.test(out) || line.includes('\n')) {
      out += character;
      continue;
    }
    const found = lookUp(event, history);
    if (found === null) return { ok: false, message: `bash: ${event}: event not found\n` };
    out += found;
    isChanged = true;
    at += event.length - 1;
  }
  return { ok: true, line: out, isChanged };
}

function eventAt(line: string, at: number, quote: string): string | null {
  const rest = line.slice(at);
  const found = /^!(?:!|-?\d+|\$|\*|\?[^?]*\??|[^\s=(!$*?"'`;&|<>)]+)/.exec(rest);
  if (found === null) return null;
  return quote === '"' && rest.charAt(1) === '"' ? null : found[0];
}

function lookUp(event: string, history: readonly string[]): string | null {
  const last = history.at(-1);
  const body = event.slice(1);
  if (body === '!') return last ?? null;
  if (body === '$') return last?.trim().split(/\s+/).at(-1) ?? null;
  if (body === '*') return last?.trim().split(/\s+/).slice(1).join(' ') ?? null;
  if (/^-\d+$/.test(body)) return history.at(Number(body)) ?? null;
  if (/^\d+$/.test(body)) return history[Number(body) - 1] ?? null;
  if (body.startsWith('?')) return history.findLast((line) => line.includes(body.slice(1).replace(/\?$/, ''))) ?? null;
  return history.findLast((line) => line.startsWith(body)) ?? null;
}
