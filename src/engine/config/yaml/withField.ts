import { type Document, isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import type { Json } from '../../json.ts';

/**
 * A YAML text with one field set, everything else as it was written. `path` is dotted. Null when the text is no mapping
 * in which the field can be set; what comes back reads as what was set.
 */
export function withField(text: string, path: string, value: Json): string | null {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  const keys = path.split('.');
  const next = replaced(text, document, keys, value) ?? inserted(text, document.contents, keys, value);
  if (next === null) return null;
  // A scalar in an odd style, a document's end: a text that would not say it is none.
  const reread = parseDocument(next);
  return reread.errors.length === 0 && reread.getIn(keys) === value ? next : null;
}

/** The value's own characters exchanged. */
function replaced(text: string, document: Document, keys: readonly string[], value: Json): string | null {
  const node = document.getIn(keys, true);
  if (!isScalar(node) || !node.range) return null;
  const [from, to] = node.range;
  // A key without a value has an empty range right behind its colon.
  return `${text.slice(0, from)}${from === to ? ' ' : ''}${scalarText(value)}${text.slice(to)}`;
}

/** New lines in the innermost mapping that is there: in front of its first key, or at the end of the file. */
function inserted(text: string, root: YAMLMap, keys: readonly string[], value: Json): string | null {
  let map: YAMLMap = root;
  let depth = 0;
  for (; depth < keys.length - 1; depth += 1) {
    const inner: unknown = map.get(keys[depth], true);
    if (!isMap(inner)) {
      if (inner !== undefined) return null;
      break;
    }
    map = inner;
  }
  const rest = keys.slice(depth);
  if (map.flow) return inFlow(text, map, rest, value);
  if (depth === 0) return `${text === '' || text.endsWith('\n') ? text : `${text}\n`}${lines(rest, value, 0)}\n`;
  const first = firstOffset(map);
  if (first === null) return null;
  const indent = first - (text.lastIndexOf('\n', first - 1) + 1);
  return `${text.slice(0, first)}${lines(rest, value, indent)}\n${' '.repeat(indent)}${text.slice(first)}`;
}

function inFlow(text: string, map: YAMLMap, keys: readonly string[], value: Json): string | null {
  const from = map.range?.[0];
  if (from === undefined) return null;
  const nested = keys.reduceRight(
    (inner, key, index) => `${index === 0 ? '' : '{'}${key}: ${inner}${index === 0 ? '' : '}'}`,
    scalarText(value),
  );
  return `${text.slice(0, from + 1)}${nested}${map.items.length === 0 ? '' : ', '}${text.slice(from + 1)}`;
}

function firstOffset({ items: [first] }: YAMLMap): number | null {
  return isScalar(first?.key) ? (first.key.range?.[0] ?? null) : null;
}

function lines(keys: readonly string[], value: Json, indent: number): string {
  return keys
    .map((key, index) => {
      const before = index === 0 ? '' : ' '.repeat(indent + 2 * index);
      return `${before}${key}:${index === keys.length - 1 ? ` ${scalarText(value)}` : ''}`;
    })
    .join('\n');
}

function scalarText(value: Json): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}
