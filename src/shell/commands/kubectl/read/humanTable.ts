import { objectAt, textAt, valueAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
import { objectName, type Resource } from '../kinds/mapper.ts';
import { layOut, TABLE_STYLE } from '../print/tabWriter.ts';
import { tableOf } from '../tables/kinds.ts';
import type { Table } from '../tables/table.ts';

/** How a table is dressed up. */
export interface TableOptions {
  readonly wide: boolean;
  readonly headers: boolean;
  readonly withNamespace: boolean;
  readonly withKind: boolean;
  readonly showLabels: boolean;
  readonly labelColumns: readonly string[];
}

/** Objects of one resource as the API server lays them out, or as kubectl does by itself; `now` in milliseconds since the epoch. */
export function tableFor(resource: Resource, objects: readonly JsonObject[], now: number, byServer = true): Table {
  const { columns, cells } = tableOf(byServer ? resource.kind : '');
  return { columns, rows: objects.map((object) => ({ cells: cells(object, now), object })) };
}

/**
 * The lines of a table, cells parted by tabs; the first is the header, when one is wanted and there is a row.
 * Models printTable and decorateTable in cli-runtime/pkg/printers/tableprinter.go, v0.36.
 */
export function tableLines(table: Table, resource: Resource, options: TableOptions): readonly string[] {
  if (table.rows.length === 0) return [];
  const { wide, headers, withNamespace, withKind, showLabels, labelColumns } = options;
  const shown = table.columns.flatMap((column, index) => (wide || column.wide !== true ? [index] : []));
  const header = [
    ...(withNamespace ? ['NAMESPACE'] : []),
    ...shown.map((index) => (table.columns[index]?.name ?? '').toUpperCase()),
    ...labelColumns.map((label) => label.slice(label.lastIndexOf('/') + 1).toUpperCase()),
    ...(showLabels ? ['LABELS'] : []),
  ];
  const named = table.columns.findIndex(({ name }) => name === 'Name');
  const lines = table.rows.map(({ cells, object }) => {
    const metadata = objectAt(object, 'metadata');
    const labels = objectAt(metadata, 'labels');
    return [
      ...(withNamespace ? [textAt(metadata, 'namespace')] : []),
      ...shown.map((index) =>
        withKind && index === named ? objectName(resource, cells[index] ?? '') : (cells[index] ?? ''),
      ),
      ...labelColumns.map((label) => {
        const value = valueAt(labels, label);
        return value === null ? '' : String(value);
      }),
      ...(showLabels ? [labelsText(labels)] : []),
    ];
  });
  return [...(headers ? [header] : []), ...lines].map((cells) => cells.map(oneLine).join('\t'));
}

/** Lines of cells laid out; widths that a table before it came to are kept. */
export function alignedLines(lines: readonly string[], remembered: readonly number[] = []) {
  return layOut(lines.map((line) => `${line}\n`).join(''), { ...TABLE_STYLE, remembered });
}

/** `a=1,b=2`, or `<none>`. */
export function labelsText(labels: JsonObject): string {
  const pairs = Object.keys(labels)
    .sort()
    .map((key) => `${key}=${String(labels[key])}`);
  return pairs.length === 0 ? '<none>' : pairs.join(',');
}

/** A cell ends where its text breaks, and controls are shown, not obeyed. */
function oneLine(cell: string): string {
  const at = cell.search(/[\f\n\r]/);
  const text = at === -1 ? cell : `${cell.slice(0, at)}...`;
  return text.replaceAll('\u001b', '^[').replaceAll('\t', ' ');
}
