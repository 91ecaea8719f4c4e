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
