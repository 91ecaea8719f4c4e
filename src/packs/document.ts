import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { PackProblem } from './problem.ts';

/** A place in a document: keys and indices from its root. */
export type Path = readonly (string | number)[];

/** A YAML text's value, and the line, from 1, of any place in it; or what is wrong with its YAML. */
export type PackDocument =
  | { readonly ok: true; readonly value: unknown; readonly lineOf: (path: Path) => number }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** Reads a pack's YAML. Any text whatever comes back as a value or as problems. */
export function readDocument(file: string, text: string): PackDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', uniqueKeys: true });
  const broken = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    message: error.message.split('\n')[0] ?? error.code,
    advice: 'Mend the YAML there; nothing else was looked at.',
  }));
  if (broken.length > 0) return { ok: false, problems: broken };
  try {
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    return { ok: true, value, lineOf: (path) => lineAt(document.contents, path, lines) };
  } catch {
    const message = 'the file: its aliases (*name) unfold without end';
    return { ok: false, problems: [{ file, line: 1, message, advice: 'Write out what they stand for.' }] };
  }
}

/** An alias may stand for so much: more is a bomb, or nothing that anybody could read. */
const MOST_ALIASES = 100;

/** The line of the deepest node along a path that the file has. */
function lineAt(root: Node | null, path: Path, lines: LineCounter): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    const next = child(node, step);
    if (next === null) break;
    offset = next.offset;
    node = next.node;
  }
  return lines.linePos(offset).line;
}

function child(node: unknown, step: string | number): { node: unknown; offset: number } | null {
  if (isMap(node)) {
    const pair = node.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
    );
    if (pair === undefined || !isScalar(pair.key)) return null;
    return { node: pair.value, offset: pair.key.range?.[0] ?? 0 };
  }
  if (isSeq(node) && typeof step === 'number') {
    const item: unknown = node.items[step];
    const range = isMap(item) || isSeq(item) || isScalar(item) ? item.range : null;
    return item === undefined ? null : { node: item, offset: range?.[0] ?? 0 };
  }
  return null;
}
