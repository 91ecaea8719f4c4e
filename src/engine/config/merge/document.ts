import type { Json } from '../../json.ts';
import { type Entry, type MapNode, plain, type Span, sortedEntries, type Tree } from '../decode/tree.ts';
import type { Beaten, Source } from '../provenance.ts';
import { losers, type Slot } from '../slots.ts';

/** A JSON document under merge patches, every key with where its value came from. */
export type Document = Map<string, Node>;

export interface Node {
  value: Tree | Document;
  origin: Slot;
}

/** Values that a patch removed, by dotted path: the default that takes their place has beaten them. */
export type Removed = Map<string, readonly Beaten[]>;

/** Where the keys of a patch come from. */
export type SourceOf = (span: Span) => Source;

/** Whether a node is an object. */
export function isDocument(value: Tree | Document): value is Document {
  return value instanceof Map;
}

/** JSON as a tree without places. */
export function treeOf(json: Json, span: Span): Tree {
  if (json === null) return { kind: 'null', span };
  if (typeof json === 'boolean') return { kind: 'bool', value: json, span };
  if (typeof json === 'number') return { kind: 'number', value: json, text: String(json), span };
  if (typeof json === 'string') return { kind: 'string', value: json, span };
  if (Array.isArray(json)) return { kind: 'list', items: json.map((item: Json) => treeOf(item, span)), span };
  const entries = Object.entries(json).map(([key, value]) => ({ key, keySpan: span, value: treeOf(value, span) }));
  return { kind: 'map', entries, span };
}

/**
 * Applies a JSON merge patch: objects merge, null removes, all else replaces. Models evanphx/json-patch MergePatch.
 */
export function mergePatch(target: Document, patch: MapNode, sourceOf: SourceOf, removed: Removed, path = ''): void {
  for (const entry of sortedEntries(patch)) {
    const at = path === '' ? entry.key : `${path}.${entry.key}`;
    const old = target.get(entry.key);
    if (entry.value.kind === 'null') {
      if (old !== undefined) noteRemoved(old, at, removed);
      target.delete(entry.key);
      continue;
    }
    const source = sourceOf(entry.keySpan);
    if (old !== undefined && isDocument(old.value) && entry.value.kind === 'map') {
      const before = losers({ ...old.origin, value: documentJson(old.value) });
      mergePatch(old.value, entry.value, sourceOf, removed, at);
      old.origin = { value: null, source, beaten: before };
      continue;
    }
    const before = old === undefined ? (removed.get(at) ?? []) : losers(old.origin);
    target.set(entry.key, fresh(entry, source, before, sourceOf));
  }
}

/** A node made of a patch alone; nulls inside objects fall away. */
function fresh(entry: Entry, source: Source, beaten: readonly Beaten[], sourceOf: SourceOf): Node {
  const origin = { value: plain(entry.value), source, beaten };
  if (entry.value.kind !== 'map') return { value: entry.value, origin };
  const document: Document = new Map();
  for (const inner of sortedEntries(entry.value)) {
    if (inner.value.kind === 'null') continue;
    document.set(inner.key, fresh(inner, sourceOf(inner.keySpan), [], sourceOf));
  }
  return { value: document, origin };
}

function noteRemoved(node: Node, path: string, removed: Removed): void {
  removed.set(path, losers(node.origin));
  if (!isDocument(node.value)) return;
  for (const [key, inner] of node.value) noteRemoved(inner, `${path}.${key}`, removed);
}

function documentJson(document: Document): Json {
  const object: Record<string, Json> = Object.create(null);
  for (const [key, { value }] of document) object[key] = isDocument(value) ? documentJson(value) : plain(value);
  return object;
}

/**
 * The document as a tree for decoding. Its spans are no places but numbers into `origins`: what a decoded leaf or a
 * decode error stems from.
 */
export function numberedTree(document: Document, origins: Slot[], own = 0): Tree {
  const entries: Entry[] = [];
  for (const [key, node] of document) {
    const number = origins.push(node.origin) - 1;
    const span = { from: number, to: number };
    const value = isDocument(node.value) ? numberedTree(node.value, origins, number) : treeOf(plain(node.value), span);
    entries.push({ key, keySpan: span, value: isBigNumber(node.value) ? { ...node.value, span } : value });
  }
  return { kind: 'map', entries, span: { from: own, to: own } };
}

/** Numbers keep their own text: JSON values of this language would lose digits of large ones. */
function isBigNumber(value: Tree | Document): value is Tree & { kind: 'number' } {
  return !isDocument(value) && value.kind === 'number';
}
