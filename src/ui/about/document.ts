/** A piece of a document. Texts are sentences in which code stands between backticks. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/**
 * Reads the little Markdown that our own documents are written in: headings, paragraphs, lists of one level, tables.
 * Whatever else it meets is a paragraph. Never throws.
 */
export function blocksOf(markdown: string): readonly Block[] {
  return markdown
    .split(/\n(?:[ \t]*\n)+|\n(?=#)|(?<=^#.*)\n/m)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(blockOf);
}

function blockOf(part: string): Block {
  const [, marks = '', title = ''] = /^(#{1,6}) +([^\n]+)$/.exec(part) ?? [];
  if (marks !== '') return { kind: 'heading', level: marks.length, text: title };
  const lines = part.split('\n').map((line) => line.trim());
  if (lines[0]?.startsWith('|') && /^\|[-:| ]+\|$/.test(lines[1] ?? '')) {
    return { kind: 'table', head: cellsOf(lines[0]), rows: lines.slice(2).map(cellsOf) };
  }
  if (part.startsWith('- ')) {
    // What goes on in the next line belongs to the same item.
    const items = `\n${lines.join('\n')}`.split(/\n- /).slice(1);
    return { kind: 'list', items: items.map((item) => item.replaceAll('\n', ' ')) };
  }
  return { kind: 'paragraph', text: lines.join(' ') };
}

function cellsOf(line: string): readonly string[] {
  return line
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** The blocks below a heading, to the next heading of its level or above; nothing when there is no such heading. */
export function sectionOf(blocks: readonly Block[], title: string): readonly Block[] {
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.text === title);
  const heading = blocks[start];
  if (heading?.kind !== 'heading') return [];
  const rest = blocks.slice(start + 1);
  const end = rest.findIndex((block) => block.kind === 'heading' && block.level <= heading.level);
  return end < 0 ? rest : rest.slice(0, end);
}
