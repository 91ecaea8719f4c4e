import type { ReplacementPart } from './program.ts';

/** Whether a match that is not empty ends at a place. */
export function lastEnd(text: string, pattern: RegExp, place: number): boolean {
  for (const match of text.matchAll(pattern)) {
    if (match[0] !== '' && match.index + match[0].length === place) return true;
    if (match.index >= place) return false;
  }
  return false;
}

/** Letter by letter: what would become two letters stays. */
function cased(text: string, fold: string): string {
  return [...text]
    .map((char) => [char, fold === 'U' ? char.toUpperCase() : char.toLowerCase()] as const)
    .map(([char, other]) => (other.length === char.length ? other : char))
    .join('');
}

/** A replacement with what was matched in its place. */
export function filled(replacement: readonly ReplacementPart[], match: RegExpExecArray): string {
  let [out, fold, once] = ['', '', ''];
  for (const part of replacement) {
    if (typeof part === 'object') {
      if (part.fold === 'u' || part.fold === 'l') once = part.fold;
      else [fold, once] = [part.fold, ''];
      continue;
    }
    let text = typeof part === 'number' ? (match[part] ?? '') : part;
    if (fold === 'U') text = cased(text, 'U');
    if (fold === 'L') text = cased(text, 'L');
    if (once !== '' && text !== '') {
      const head = cased(text.charAt(0), once.toUpperCase());
      [text, once] = [head + text.slice(1), ''];
    }
    out += text;
  }
  return out;
}
