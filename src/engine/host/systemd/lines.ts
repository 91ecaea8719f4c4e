/** A physical line of a file, without its end. `number` starts at 1. */
export interface PhysicalLine {
  readonly number: number;
  readonly text: string;
}

/**
 * Splits a text as systemd's line reader does: `\n`, `\r` and NUL end a line; different ones in a row (`\r\n`)
 * are one end. A last line without an end counts, an empty rest does not. Models src/basic/fileio.c, v252.
 */
export function physicalLines(text: string): readonly PhysicalLine[] {
  const lines: PhysicalLine[] = [];
  let start = 0;
  let index = 0;
  while (index < text.length) {
    if (!isEnd(text[index])) {
      index += 1;
      continue;
    }
    lines.push({ number: lines.length + 1, text: text.slice(start, index) });
    const seen: string[] = [];
    while (index < text.length && isEnd(text[index]) && !seen.includes(text[index] ?? '')) {
      seen.push(text[index] ?? '');
      index += 1;
    }
    start = index;
  }
  if (start < text.length) lines.push({ number: lines.length + 1, text: text.slice(start) });
  return lines;
}

function isEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r' || character === '\0';
}
