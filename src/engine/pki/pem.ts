import { decodeBase64, encodeBase64 } from './bytes.ts';

/** A PEM block: the label of its BEGIN line, whether it carries headers, and its decoded bytes. */
export interface PemBlock {
  readonly type: string;
  readonly headers: boolean;
  readonly bytes: string;
}

/**
 * Every PEM block in a text, in order. Junk around blocks, CRLF and trailing blanks are forgiven; a block whose
 * lines or base64 are mangled is passed over. Any text at all is taken.
 * Models encoding/pem.Decode called until it finds no more, Go 1.26.
 */
export function pemBlocks(text: string): readonly PemBlock[] {
  const blocks: PemBlock[] = [];
  let rest = text;
  for (;;) {
    const found = nextBlock(rest);
    if (found === null) return blocks;
    blocks.push(found.block);
    rest = found.rest;
  }
}

/** A PEM block as Go and OpenSSL write it: 64 characters a line, a newline at the end. */
export function encodePem(type: string, bytes: string): string {
  const lines = encodeBase64(bytes).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${type}-----`, ...lines, `-----END ${type}-----`, ''].join('\n');
}

const BEGIN = '-----BEGIN ';
const END = '\n-----END ';

function nextBlock(data: string): { readonly block: PemBlock; readonly rest: string } | null {
  for (let from = 0; ; ) {
    // The first END line counts, with the last BEGIN before it: a BEGIN without its END is skipped over.
    const end = data.indexOf(END, from);
    if (end < 0) return null;
    const begin = data.slice(from, end).lastIndexOf(BEGIN) + from;
    const block = begin < from || (begin > from && data[begin - 1] !== '\n') ? null : blockBetween(data, begin, end);
    const afterEnd = data.indexOf('\n', end + END.length);
    if (block !== null) return { block, rest: afterEnd < 0 ? '' : data.slice(afterEnd + 1) };
    from = end + END.length;
  }
}

/** The block whose BEGIN line starts at `begin` and whose END line starts behind the newline at `end`. */
function blockBetween(data: string, begin: number, end: number): PemBlock | null {
  const [first = '', ...lines] = data.slice(begin + BEGIN.length, end).split('\n');
  const label = trimLine(`${first}\n`);
  if (!label.endsWith('-----')) return null;
  const type = label.slice(0, -5);
  // A carriage return counts as part of a line end only before a newline, so not at the very end of the text.
  const endLine = /^[^\n]*\n?/.exec(data.slice(end + END.length))?.[0] ?? '';
  if (trimLine(endLine) !== `${type}-----`) return null;
  const content = lines.findIndex((line) => !line.includes(':'));
  const headers = content !== 0 && lines.length > 0;
  if (content < 0 && lines.length > 0) return null;
  const bytes = decodeBase64(lines.slice(Math.max(content, 0)).join('\n').replace(/[ \t]/g, ''));
  return bytes === null ? null : { type, headers, bytes };
}

function trimLine(line: string): string {
  return line.replace(/\r?\n$/, '').replace(/[ \t]+$/, '');
}
