/** URLs that a pattern stands for, or the text behind `curl: (3) `. */
export type Globbed =
  | { readonly ok: true; readonly urls: readonly string[] }
  | { readonly ok: false; readonly error: string };

/** More URLs than anyone types on purpose: the line is refused rather than run for minutes. */
const MOST_URLS = 100;

/**
 * Expands `{a,b}` and `[1-3]`, `[a-c]`, `[0-8:2]` in a URL; an IPv6 host in brackets is left alone. Takes any text.
 * Models src/tool_urlglob.c, 7.88.1.
 */
export function globUrl(pattern: string): Globbed {
  let urls: readonly string[] = [''];
  let index = 0;
  const fail = (reason: string, at: number): Globbed => ({
    ok: false,
    error: `${reason} in URL position ${at + 1}:\n${pattern}\n${' '.repeat(at)}^`,
  });
  while (index < pattern.length) {
    const char = pattern.charAt(index);
    let pieces: readonly string[] = [char];
    let end = index + 1;
    if (char === '\\' && '{}[]'.includes(pattern.charAt(index + 1)) && end < pattern.length) {
      pieces = [pattern.charAt(index + 1)];
      end = index + 2;
    } else if (char === '{') {
      const close = pattern.indexOf('}', index);
      if (close < 0) return fail('unmatched brace', index);
      const inner = pattern.slice(index + 1, close);
      if (inner === '') return fail('empty string within braces', close);
      const nested = inner.search(/[{[\]]/);
      if (nested >= 0) return fail('nested brace', index + 1 + nested);
      pieces = inner.split(',');
      end = close + 1;
    } else if (char === '[') {
      const address = /^\[[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(?:%[^\]]*)?\]/.exec(pattern.slice(index));
      if (address === null) {
        const range = /^\[([^\]-]+)-([^\]:]+)(?::(\d+))?\]/.exec(pattern.slice(index));
        const values = range === null ? null : rangeOf(range[1] ?? '', range[2] ?? '', Number(range[3] ?? '1'));
        if (range === null) return fail(rangeReason(pattern.charAt(index + 1)), index + 1);
        if (values === null) return fail('bad range', index + range[0].length);
        pieces = values;
        end = index + range[0].length;
      } else {
        pieces = [address[0]];
        end = index + address[0].length;
      }
    } else if (char === '}' || char === ']') return fail('unmatched close brace/bracket', index);
    if (urls.length * pieces.length > MOST_URLS) return fail('range overflow', index);
    urls = urls.flatMap((url) => pieces.map((piece) => url + piece));
    index = end;
  }
  return { ok: true, urls };
}

function rangeReason(first: string): string {
  return /[A-Za-z]/.test(first) ? 'bad range' : 'bad range specification';
}

function rangeOf(from: string, to: string, step: number): readonly string[] | null {
  if (step < 1) return null;
  if (/^\d+$/.test(from) && /^\d+$/.test(to)) {
    const width = from.startsWith('0') ? from.length : 0;
    return counted(Number(from), Number(to), step, (number) => String(number).padStart(width, '0'));
  }
  if (!/^[A-Za-z]$/.test(from) || !/^[A-Za-z]$/.test(to)) return null;
  return counted(from.charCodeAt(0), to.charCodeAt(0), step, (code) => String.fromCharCode(code));
}

function counted(from: number, to: number, step: number, show: (n: number) => string): readonly string[] | null {
  if (to < from || !Number.isSafeInteger(to)) return null;
  const count = Math.min(Math.floor((to - from) / step) + 1, MOST_URLS + 1);
  return Array.from({ length: count }, (_, index) => show(from + index * step));
}
