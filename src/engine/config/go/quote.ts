const SHORT: Readonly<Record<string, string>> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '"': '\\"',
  '\\': '\\\\',
};

/** Text as Go's `%q` and `strconv.Quote` print it. Printable means: no control, format, surrogate, private or separator character but space. */
export function goQuote(text: string): string {
  let quoted = '"';
  for (const char of text) {
    const short = SHORT[char];
    if (short !== undefined) quoted += short;
    else if (char === ' ' || !/[\p{C}\p{Z}]/u.test(char)) quoted += char;
    else quoted += escaped(char.codePointAt(0) ?? 0);
  }
  return `${quoted}"`;
}

function escaped(code: number): string {
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}

/** Text as package time quotes it in its errors: control characters and every byte outside ASCII as `\xhh`. */
export function goQuoteBytes(text: string): string {
  let quoted = '"';
  for (const char of text) {
    if (char === '"' || char === '\\') quoted += `\\${char}`;
    else if (char >= ' ' && char < '\u0080') quoted += char;
    else
      quoted += utf8(char.codePointAt(0) ?? 0)
        .map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`)
        .join('');
  }
  return `${quoted}"`;
}

/** Bytes of a character; a lone surrogate becomes U+FFFD. */
function utf8(code: number): readonly number[] {
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), 0x80 | (code & 63)];
  if (code >= 0xd800 && code <= 0xdfff) return [0xef, 0xbf, 0xbd];
  const low = [0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
  if (code < 0x10000) return [0xe0 | (code >> 12), ...low];
  return [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), ...low];
}
