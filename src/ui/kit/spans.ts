/** A stretch of a sentence. */
export interface Span {
  readonly kind: 'text' | 'code';
  readonly text: string;
}

/** A hint to look elsewhere: without the way there it says nothing. */
const HINT = / \(\[[^\][]*\]\([^()\s]*\)\)/g;
const LINK = /\[([^\][]*)\]\([^()\s]*\)/g;

/**
 * The stretches of a sentence: what stands between backticks is code, a link is its words alone (and nothing where it is but a hint), stars of emphasis go. A
 * backtick without a partner is a backtick. Never throws.
 */
export function spans(text: string): readonly Span[] {
  const parts = text.split('`');
  const open = parts.length % 2 === 0 ? parts.length - 1 : parts.length;
  const found = parts.map((part, index): Span => {
    if (index >= open) return { kind: 'text', text: `\`${plain(part)}` };
    return index % 2 === 1 ? { kind: 'code', text: part } : { kind: 'text', text: plain(part) };
  });
  return found.filter((span) => span.text !== '');
}

function plain(text: string): string {
  return text.replace(HINT, '').replace(LINK, '$1').replaceAll('**', '');
}
