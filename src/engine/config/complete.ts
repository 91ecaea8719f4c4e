import { type Release, releaseOf } from '../versions/release.ts';
import { linesOf, offsetAt } from './decode/lines.ts';
import type { Tree } from './decode/tree.ts';
import { parseYaml } from './decode/yaml.ts';
import type { Field, Struct } from './fields/field.ts';
import { KUBELET_CONFIGURATION } from './fields/fields.table.ts';
import { fieldAt, fieldsOf, structWithin } from './fields/leaves.ts';
import { gateNames, gateSpec } from './gates/gates.ts';
import { describeField, type Help } from './help.ts';

/** The dotted path of the field whose key or value stands at a place (line and column from 1); null between fields. */
export function fieldPathAt(text: string, line: number, column: number): string | null {
  const parsed = parseYaml(text);
  const found = parsed.ok ? pathIn(parsed.tree, offsetAt(linesOf(text), line, column, text.length), '') : null;
  if (found !== null) return found;
  const key = /^[ -]*([\w.-]+)\s*:/.exec(text.split('\n')[line - 1] ?? '')?.[1];
  return key === undefined ? null : join(parentPath(text.split('\n'), line), key);
}

/** The innermost key whose entry covers an offset. Items of a list belong to the list's key. */
function pathIn(tree: Tree, offset: number, path: string): string | null {
  if (tree.kind === 'list') {
    const item = tree.items.find(({ span }) => span.from <= offset && offset <= span.to);
    return item === undefined ? null : pathIn(item, offset, path);
  }
  if (tree.kind !== 'map') return null;
  for (const { key, keySpan, value } of tree.entries) {
    const at = join(path, key);
    if (keySpan.from <= offset && offset <= keySpan.to) return at;
    if (keySpan.from <= offset && offset <= value.span.to) return pathIn(value, offset, at) ?? at;
  }
  return null;
}

/**
 * What may be written at a place: the fields of the map that the cursor is in, without those that are there already,
 * or the values of the field on whose line it stands. Works on unfinished text: indentation decides.
 */
export function completionsAt(text: string, line: number, column: number, version: string): readonly Help[] {
  const release = releaseOf(version);
  const { minor } = release;
  const lines = text.split('\n');
  const before = (lines[line - 1] ?? '').slice(0, column - 1);
  const parent = parentPath(lines, line, before);
  const value = /^[ ]*(?:- )?([\w.-]+):\s+\S*$/.exec(before);
  if (value !== null) return valuesOf(fieldAt(join(parent, value[1] ?? ''), minor));
  if (!/^[ ]*(?:- ?)?[\w.-]*$/.test(before)) return [];
  const field = parent === '' ? null : fieldAt(parent, minor);
  if (parent === 'featureGates') return gates(release);
  if (/^[ ]*-/.test(before) && field !== null && field.values !== undefined) return valuesOf(field);
  const struct: Struct | null = field === null ? (parent === '' ? KUBELET_CONFIGURATION : null) : structWithin(field);
  if (struct === null) return [];
  const taken = siblings(lines, line, indentOf(before));
  return [...fieldsOf(struct, minor).keys()]
    .filter((name) => !taken.has(name))
    .flatMap((name) => describeField(join(parent, name), version) ?? []);
}

function valuesOf(field: Field | null): readonly Help[] {
  if (field === null) return [];
  const values = field.type === 'bool' ? ['true', 'false'] : (field.values ?? []);
  const note = (value: string): string => (value === String(field.fallback) ? 'default' : '');
  return values.map((value) => ({ label: value, insert: value, detail: note(value), documentation: field.says }));
}

function gates(release: Release): readonly Help[] {
  return gateNames(release).map((name) => {
    const spec = gateSpec(name, release);
    const state = spec?.on === true ? 'on' : 'off';
    const detail = `${spec?.stage}, ${state} by default${spec?.locked === true ? ', locked' : ''}`;
    return { label: name, insert: `${name}: `, detail, documentation: 'Feature gate.' };
  });
}

function indentOf(line: string): number {
  return /^[ ]*(?:- )?/.exec(line)?.[0].length ?? 0;
}

/** The path of the map that a line belongs to, by indentation alone. */
function parentPath(lines: readonly string[], line: number, text = lines[line - 1] ?? ''): string {
  const path: string[] = [];
  let indent = /^[ ]*-/.test(text) ? (/^[ ]*/.exec(text)?.[0].length ?? 0) : indentOf(text);
  let inList = /^[ ]*-/.test(text);
  for (let at = line - 2; at >= 0; at -= 1) {
    const above = lines[at] ?? '';
    if (/^\s*(#|$)/.test(above)) continue;
    const key = /^[ ]*(?:- )?([\w.-]+):/.exec(above)?.[1];
    const depth = indentOf(above);
    const dash = /^[ ]*-/.test(above);
    // A list may stand at the same depth as its key.
    if (key === undefined || dash || (inList ? depth > indent : depth >= indent)) {
      if (dash && (/^[ ]*/.exec(above)?.[0].length ?? 0) < indent) {
        indent = /^[ ]*/.exec(above)?.[0].length ?? 0;
        inList = true;
      }
      continue;
    }
    path.unshift(key);
    indent = depth;
    inList = false;
  }
  return path.join('.');
}

/** Keys that the map of a line already has. */
function siblings(lines: readonly string[], line: number, indent: number): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (from: number, step: 1 | -1): void => {
    for (let at = from; at >= 0 && at < lines.length; at += step) {
      const text = lines[at] ?? '';
      if (/^\s*(#|$)/.test(text)) continue;
      const depth = indentOf(text);
      if (depth < indent) return;
      const key = depth === indent ? /^[ ]*(?:- )?([\w.-]+):/.exec(text)?.[1] : undefined;
      if (key !== undefined) found.add(key);
    }
  };
  look(line - 2, -1);
  look(line, 1);
  return found;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
