import { KEY_SEQUENCES, type KeyName } from './keys.table.ts';

/** One thing that was typed. */
export type Press =
  | { readonly kind: 'key'; readonly name: KeyName }
  | { readonly kind: 'text'; readonly text: string }
  /** What was pasted, of several lines perhaps; it is not run before Enter. */
  | { readonly kind: 'paste'; readonly text: string };

const PASTE_START = '\u001b[200~';
const PASTE_END = '\u001b[201~';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal sends.
const SEQUENCE = /^(?:\u001b\[[0-9;?<>=]*[ -/]*[@-~]|\u001bO[ -~]|\u001b[^[O\u001b]|[\u0000-\u001f\u007f])/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: see above.
const TEXT = /^[^\u0000-\u001f\u007f]+/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: see above.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Reads what a terminal's keyboard sent. Sequences that mean nothing here are `nothing`; no text whatsoever throws. */
export function decode(data: string): readonly Press[] {
  const presses: Press[] = [];
  let rest = data;
  while (rest !== '') {
    if (rest.startsWith(PASTE_START)) {
      const end = rest.indexOf(PASTE_END);
      const pasted = rest.slice(PASTE_START.length, end === -1 ? undefined : end);
      presses.push({ kind: 'paste', text: pastedText(pasted) });
      rest = end === -1 ? '' : rest.slice(end + PASTE_END.length);
      continue;
    }
    const text = TEXT.exec(rest)?.[0];
    if (text !== undefined) {
      presses.push({ kind: 'text', text });
      rest = rest.slice(text.length);
      continue;
    }
    const sequence = SEQUENCE.exec(rest)?.[0] ?? rest.slice(0, 1);
    presses.push({ kind: 'key', name: KEY_SEQUENCES.get(sequence) ?? 'nothing' });
    rest = rest.slice(sequence.length);
  }
  return presses;
}

/** Pasted text as a line can hold it: line ends as `\n`, none at the end, so that nobody wonders about an empty line. */
export function pastedText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNSEEN, '').replace(/\n+$/, '');
}
