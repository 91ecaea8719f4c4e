import { goQuote } from '#engine/config/go/quote.ts';
import type { JsonObject } from '#engine/json.ts';
import type { Invocation } from '../invocation.ts';
import type { Resource } from '../kinds/mapper.ts';
import type { KubeError } from '../kubeError.ts';
import { objectPrinter } from '../print/objectPrinter.ts';
import type { Finish } from '../subcommand.ts';
import type { Asking, Batch, Fetched } from './fetch.ts';
import { alignedLines, type TableOptions, tableFor, tableLines } from './humanTable.ts';
import { relaxedPath, sortObjects } from './sortObjects.ts';

/** Everything of one resource that stands together. */
interface Group {
  readonly resource: Resource;
  readonly objects: readonly JsonObject[];
}

/** Prints what was fetched as tables, one for each run of a resource; errors behind them. */
export function printTables(invocation: Invocation, fetched: Fetched, asking: Asking): Finish {
  const errors: KubeError[] = [...fetched.errors];
  const sortBy = invocation.flags.text('sort-by');
  // Several answers are sorted as answers, and those do not have an object's fields.
  if (sortBy !== '' && fetched.batches.length > 1)
    return invocation.fail(`couldn't find any field with path ${goQuote(relaxedPath(sortBy))} in the list of objects`);
  const groups: Group[] = [];
  for (const { resource, objects } of grouped(fetched.batches)) {
    const sorted = sortBy === '' ? { ok: true as const, value: objects } : sortObjects(objects, sortBy);
    // What a single answer cannot be sorted by is not told; nothing is printed.
    groups.push({ resource, objects: sorted.ok ? sorted.value : [] });
  }
  const unfit = printerProblem(invocation);
  if (unfit !== null && groups.length > 0) errors.push(unfit);
  const withKind = new Set(fetched.batches.map(({ resource }) => resource)).size > 1;
  const byServer = invocation.flags.on('server-print');
  let written = '';
  // The column of namespaces stays once it is there, as the real one's printers share that wish.
  let withNamespace = false;
  for (const { resource, objects } of unfit === null ? groups : []) {
    const own = tableOptions(invocation, resource, asking.allNamespaces, withKind);
    withNamespace ||= own.withNamespace;
    const options = { ...own, withNamespace };
    const lines = tableLines(tableFor(resource, objects, invocation.world.now, byServer), resource, options);
    if (lines.length === 0) continue;
    // A line parts the table of one resource from that of another.
    if (written !== '' && options.headers) written += '\n';
    written += alignedLines(lines).text;
  }
  invocation.print(written);
  if (errors.length > 0) return invocation.fail({ kind: 'several', errors });
  if (written === '' && !invocation.flags.on('ignore-not-found')) {
    const namespaced = !asking.allNamespaces && fetched.batches.every(({ resource }) => resource.namespaced);
    invocation.complain(`No resources found${namespaced ? ` in ${asking.namespace} namespace.` : ''}\n`);
  }
  return invocation.done();
}

/** How the tables of a resource are dressed up. */
export function tableOptions(
  { flags }: Invocation,
  resource: Resource,
  allNamespaces: boolean,
  withKind: boolean,
): TableOptions {
  return {
    wide: flags.text('output') === 'wide',
    headers: !flags.on('no-headers'),
    withNamespace: allNamespaces && resource.namespaced,
    withKind,
    showLabels: flags.on('show-labels'),
    labelColumns: flags.list('label-columns'),
  };
}

function grouped(batches: readonly Batch[]): readonly Group[] {
  const groups: Group[] = [];
  for (const { resource, objects } of batches) {
    const last = groups.at(-1);
    if (last?.resource === resource) groups[groups.length - 1] = { resource, objects: [...last.objects, ...objects] };
    else groups.push({ resource, objects });
  }
  return groups;
}

function printerProblem(invocation: Invocation): KubeError | null {
  const output = invocation.flags.text('output');
  if (output === '' || output === 'wide') return null;
  const printer = objectPrinter(invocation);
  return printer.ok ? null : printer.error;
}
