import type { JsonObject } from '#engine/json.ts';
import { failed, type Result } from '../kubeError.ts';
import { goPlain } from './goSyntax.ts';
import { findResults } from './jsonPath/evaluate.ts';
import { type PathNode, parseJsonPath, relaxed } from './jsonPath/parse.ts';
import { TABLE_STYLE, tabbed } from './tabWriter.ts';

/** A column that a learner asks for. */
export interface CustomColumn {
  readonly header: string;
  readonly nodes: readonly PathNode[];
}

/**
 * The columns of `NAME:.metadata.name,NODE:.spec.nodeName`, or of a file with a line of headers and one of fields.
 * Models NewCustomColumnsPrinterFromSpec and …FromTemplate in kubectl/pkg/cmd/get/customcolumn.go, v0.36.
 */
export function columnsOf(spec: string, isFile: boolean): Result<readonly CustomColumn[]> {
  const pairs = isFile ? filePairs(spec) : specPairs(spec);
  if (!pairs.ok) return pairs;
  const columns: CustomColumn[] = [];
  for (const [header, field] of pairs.value) {
    const path = relaxed(field);
    if (!path.ok) return failed(path.error);
    const parsed = parseJsonPath(path.path);
    if (!parsed.ok) return failed(parsed.error);
    columns.push({ header, nodes: parsed.nodes });
  }
  return { ok: true, value: columns };
}

type Pairs = readonly (readonly [header: string, field: string])[];

function specPairs(spec: string): Result<Pairs> {
  const pairs: [string, string][] = [];
  for (const part of spec.split(',')) {
    const colon = part.indexOf(':');
    if (colon === -1) {
      return failed(`unexpected custom-columns spec: ${part}, expected <header>:<json-path-expr>`);
    }
    pairs.push([part.slice(0, colon), part.slice(colon + 1)]);
  }
  return { ok: true, value: pairs };
}

function filePairs(text: string): Result<Pairs> {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const missing = (what: string) =>
    `invalid template, missing ${what} line. Expected format is one line of space separated headers, one line of space separated column specs.`;
  const [headers, fields] = lines.slice(0, 2).map((line) => line.split(/\s+/).filter((word) => word !== ''));
  if (headers === undefined) return failed(missing('header'));
  if (fields === undefined) return failed(missing('spec'));
  if (headers.length !== fields.length) {
    return failed(`number of headers (${headers.length}) and field specifications (${fields.length}) don't match`);
  }
  return { ok: true, value: headers.map((header, index) => [header, fields[index] ?? ''] as const) };
}

/** The table of objects that those columns make. */
export function customTable(
  objects: readonly JsonObject[],
  columns: readonly CustomColumn[],
  headers: boolean,
): Result<string> {
  const lines = headers ? [columns.map(({ header }) => header)] : [];
  for (const object of objects) {
    const cells: string[] = [];
    for (const { nodes } of columns) {
      const found = findResults(nodes, object, { allowMissingKeys: true });
      if (!found.ok) return failed(found.error);
      const values = found.results.flat().map((value) => goPlain(value));
      const nothing = (found.results[0] ?? []).length === 0 ? ['<none>'] : [];
      cells.push([...nothing, ...values].join(','));
    }
    lines.push(cells);
  }
  return { ok: true, value: tabbed(lines.map((cells) => `${cells.join('\t')}\n`).join(''), TABLE_STYLE) };
}
