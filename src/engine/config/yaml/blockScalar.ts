import type { Cursor } from './cursor.ts';
import { tokenRefusal } from './refusal.ts';

/**
 * Reads the text behind `|` or `>`, the cursor on that sign. `around` is the column of the block it stands in, -1 for
 * none. Models yaml_parser_scan_block_scalar.
 */
export function blockScalar(cursor: Cursor, around: number): string {
  const isFolded = cursor.take() === '>';
  const { keep, increment } = header(cursor);
  let indent = increment === 0 ? 0 : Math.max(around, 0) + increment;
  let text = '';
  let before = '';
  let wasBlank = false;
  let breaks = emptyLines();
  while (cursor.mark().column === indent && !cursor.isEnd()) {
    const isBlank = cursor.isBlank();
    if (isFolded && before === '\n' && !wasBlank && !isBlank) text += breaks === '' ? ' ' : '';
    else text += before;
    text += breaks;
    wasBlank = isBlank;
    while (!cursor.isBreakOrEnd()) text += cursor.take();
    before = cursor.takeBreak();
    breaks = emptyLines();
  }
  if (keep !== '-') text += before;
  return keep === '+' ? text + breaks : text;

  /** Takes empty lines and the indentation behind them; the first time it finds out how deep the text is. */
  function emptyLines(): string {
    let found = '';
    let deepest = 0;
    for (;;) {
      while ((indent === 0 || cursor.mark().column < indent) && cursor.peek() === ' ') cursor.take();
      const { column } = cursor.mark();
      deepest = Math.max(deepest, column);
      if ((indent === 0 || column < indent) && cursor.peek() === '\t') {
        throw tokenRefusal('found a tab character where an indentation space is expected', cursor.mark());
      }
      if (!cursor.isBreak()) break;
      found += cursor.takeBreak();
    }
    if (indent === 0) indent = Math.max(deepest, around + 1, 1);
    return found;
  }
}

/** `-` or `+` and the indentation, in either order, up to the end of the line. */
function header(cursor: Cursor): { readonly keep: string; readonly increment: number } {
  let keep = '';
  let increment = 0;
  const sign = (): void => {
    if (keep === '' && /[-+]/.test(cursor.peek())) keep = cursor.take();
  };
  sign();
  if (/[0-9]/.test(cursor.peek())) {
    if (cursor.peek() === '0') throw tokenRefusal('found an indentation indicator equal to 0', cursor.mark());
    increment = Number(cursor.take());
    sign();
  }
  endOfLine(cursor);
  return { keep, increment };
}

/** Only blanks and a comment may stand before the end of a line. */
export function endOfLine(cursor: Cursor): void {
  cursor.skipBlanks();
  cursor.skipComment();
  if (!cursor.isBreakOrEnd()) throw tokenRefusal('did not find expected comment or line break', cursor.mark());
  cursor.takeBreak();
}
