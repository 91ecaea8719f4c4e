import type { Json } from '../../json.ts';

/** Where a node stands in its text: offsets, `to` exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A decoded YAML or JSON value with its places: what Go sees after turning YAML into JSON. */
export type Tree = Scalar | ListNode | MapNode;

export type Scalar =
  | { readonly kind: 'null'; readonly span: Span }
  | { readonly kind: 'bool'; readonly value: boolean; readonly span: Span }
  /** `text` is the number as Go would marshal it. */
  | { readonly kind: 'number'; readonly value: number; readonly text: string; readonly span: Span }
  | { readonly kind: 'string'; readonly value: string; readonly span: Span };

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Tree[];
  readonly span: Span;
}

export interface MapNode {
  readonly kind: 'map';
  /** In the order of the text; of equal keys the last one counts. */
  readonly entries: readonly Entry[];
  readonly span: Span;
}

export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Tree;
}

/** A duplicate key, in the words of the decoder that found it. */
export interface Duplicate {
  readonly message: string;
  readonly span: Span;
}

/** What came of a text: a tree (null for an empty one), or the decoder's error. */
export type Parsed =
  | { readonly ok: true; readonly tree: Tree; readonly duplicates: readonly Duplicate[] }
  | { readonly ok: false; readonly error: string; readonly span: Span };

/** Entries as Go meets them after marshalling a map: each key once, the last value, sorted. */
export function sortedEntries(map: MapNode): readonly Entry[] {
  const last = new Map<string, Entry>();
  for (const entry of map.entries) last.set(entry.key, entry);
  return [...last.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** The plain value of a tree. */
export function plain(tree: Tree): Json {
  switch (tree.kind) {
    case 'null':
      return null;
    case 'bool':
    case 'number':
    case 'string':
      return tree.value;
    case 'list':
      return tree.items.map(plain);
    case 'map':
      return plainMap(tree);
  }
}

function plainMap(map: MapNode): Json {
  const object: Record<string, Json> = Object.create(null);
  for (const entry of map.entries) object[entry.key] = plain(entry.value);
  return object;
}
