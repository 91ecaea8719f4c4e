const SHOWN: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/** A line as `l` shows it: nothing invisible, `$` at its end, broken at a width. */
export function visible(text: string, width: number): string {
  const pieces = [...new TextEncoder().encode(text)].map((byte) => {
    const char = String.fromCharCode(byte);
    return SHOWN[char] ?? (byte >= 32 && byte < 127 ? char : `\\${byte.toString(8).padStart(3, '0')}`);
  });
  let [out, line] = ['', ''];
  for (const piece of pieces) {
    if (width > 1 && line.length + piece.length > width - 1) {
      out += `${line}\\\n`;
      line = '';
    }
    line += piece;
  }
  return `${out}${line}$\n`;
}
