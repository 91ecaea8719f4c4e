/** The longest piece that is given to the screen at once, in characters: between two it may draw and take keys. */
const PIECE = 16_384;

/** Puts a terminal's modes back to what a line editor needs, whatever a file's bytes have done to them. Moves nothing. */
export const SANE =
  '\u001b[!p\u001b[0m\u001b(B\u000f\u001b[4l\u001b[?7h\u001b[?25h\u001b[?1l\u001b[?9l\u001b[?1000l\u001b[?1002l\u001b[?1003l\u001b[?1004l\u001b[?2004h';

/** A text in pieces of a length after which the screen may take breath; no character is torn. */
export function pieces(text: string): readonly string[] {
  const found: string[] = [];
  let at = 0;
  while (at < text.length) {
    let end = Math.min(text.length, at + PIECE);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
    found.push(text.slice(at, end));
    at = end;
  }
  return found;
}
