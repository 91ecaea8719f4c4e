import { goQuote } from '#engine/config/go/quote.ts';
import type { JsonObject } from '#engine/json.ts';
import type { Query } from '../client/query.ts';
import { READ_HELP } from '../help/read.data.ts';
import type { Invocation } from '../invocation.ts';
import { type Selection, selectionOf } from '../kinds/selection.ts';
import { type KubeError, type Result, reasonOf } from '../kubeError.ts';
import { objectPrinter } from '../print/objectPrinter.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import { completeResources } from './completeResources.ts';
import { type Asking, type Batch, type Fetched, fetchAll } from './fetch.ts';
import { manifestSelection } from './manifestSelection.ts';
import { printTables } from './printTables.ts';
import { sortObjects } from './sortObjects.ts';
import { watchObjects } from './watch.ts';

const TABLE_ACCEPT =
  'application/json;as=Table;v=v1;g=meta.k8s.io,application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json';

/** `kubectl get`. Models kubectl/pkg/cmd/get/get.go, v0.36. */
export const GET: Subcommand = {
  path: 'get',
  help: READ_HELP.get ?? '',
  run,
  complete: completeResources,
};

function run(invocation: Invocation): Finish {
  const { flags, parameters } = invocation;
  const raw = flags.text('raw');
  if (raw !== '' && parameters.length > 0)
    return invocation.fail('arguments may not be passed when --raw is specified');
  const namespace = invocation.namespace();
  if (raw === '' && !namespace.ok) return invocation.fail(namespace.error);
  const watching = flags.on('watch') || flags.on('watch-only');
  const files = flags.list('filename');
  if (raw === '' && !watching && parameters.length === 0 && files.length === 0) return nothingNamed(invocation);
  const invalid = invalidFlags(invocation, watching);
  if (invalid !== null) return invocation.fail(invalid);
  if (raw !== '') return getRaw(invocation, raw);

  const asking = askingOf(invocation, namespace.ok ? namespace.value : 'default');
  const selection =
    files.length > 0
      ? manifestSelection(invocation)
      : selectionOf(invocation, parameters, {
          selector: asking.labelSelector !== '' || asking.fieldSelector !== '',
          allNamespaces: asking.allNamespaces,
        });
  if (!selection.ok) return invocation.fail(selection.error);
  if (watching) return watchObjects(invocation, selection.value, asking);
  const { wanted, unread } = selection.value;
  const fetched = tolerant(fetchAll(invocation, wanted, asking, unread), flags.on('ignore-not-found'));
  return isHuman(invocation)
    ? printTables(invocation, fetched, asking)
    : printGeneric(invocation, fetched, selection.value);
}

/** Whether tables are printed. */
function isHuman({ flags }: Invocation): boolean {
  const output = flags.text('output');
  return (output === '' && flags.text('template') === '') || output === 'wide';
}

function nothingNamed(invocation: Invocation): Finish {
  invocation.complain(
    'You must specify the type of resource to get. Use "kubectl api-resources" for a complete list of supported resources.\n\n',
  );
  return invocation.misused(
    'Required resource not specified.\nUse "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl explain pods).',
  );
}

function invalidFlags({ flags }: Invocation, watching: boolean): string | null {
  const raw = flags.text('raw');
  const output = flags.text('output');
  if (raw !== '') {
    if (watching || flags.text('selector') !== '') {
      return '--raw may not be specified with other flags that filter the server request or alter the output';
    }
    if (output !== '') return '--raw and --output are mutually exclusive';
    if (!/^(\/|[a-z]+:\/\/)/.test(raw)) {
      return `--raw must be a valid URL path: parse ${goQuote(raw)}: invalid URI for request`;
    }
  }
  if (flags.on('show-labels') && output !== '' && output !== 'wide') {
    return `--show-labels option cannot be used with ${output} printer`;
  }
  if (flags.on('output-watch-events') && !watching) {
    return '--output-watch-events option can only be used with --watch or --watch-only';
  }
  return null;
}

function getRaw(invocation: Invocation, raw: string): Finish {
  const path = raw.replace(/^[a-z]+:\/\/[^/]*/, '').replace(/#.*$/, '');
  const [bare = '', ...query] = path.split('?');
  const answer = invocation.call({ method: 'GET', path: query.length === 0 ? bare : `${bare}?${query.join('?')}` });
  if (!answer.ok) return invocation.fail(answer.error);
  invocation.print(answer.value.body);
  return invocation.done();
}

function askingOf(invocation: Invocation, namespace: string): Asking {
  const { flags } = invocation;
  const sorted = flags.text('sort-by') !== '';
  const human = isHuman(invocation);
  const query: Query = human && sorted ? [['includeObject', 'Object']] : [];
  return {
    namespace,
    allNamespaces: flags.on('all-namespaces'),
    labelSelector: flags.text('selector'),
    fieldSelector: flags.text('field-selector'),
    subresource: flags.text('subresource'),
    limit: sorted ? 0 : Math.max(0, flags.number('chunk-size')),
    accept: human ? TABLE_ACCEPT : 'application/json',
    query,
  };
}

/** What was fetched, without the errors that `--ignore-not-found` passes over. */
function tolerant(fetched: Fetched, ignore: boolean): Fetched {
  if (!ignore) return fetched;
  return { ...fetched, errors: fetched.errors.filter((error) => reasonOf(error) !== 'NotFound') };
}

/** Prints with the printer that `-o` asks for: one object by itself, everything else as one List. */
function printGeneric(invocation: Invocation, fetched: Fetched, selection: Selection): Finish {
  const { flags } = invocation;
  const objects = fetched.batches.flatMap((batch: Batch) => batch.objects);
  const [error] = fetched.errors;
  if (selection.single && error !== undefined) return invocation.fail(error);
  if (objects.length === 0 && flags.on('ignore-not-found')) return ended(invocation, fetched.errors);
  const printer = objectPrinter(invocation);
  if (!printer.ok) return invocation.fail(printer.error);
  const [only] = objects;
  const sorted =
    flags.text('sort-by') === '' ? { ok: true as const, value: objects } : sortObjects(objects, flags.text('sort-by'));
  if (!sorted.ok) return invocation.fail(sorted.error);
  const printed: Result<string> =
    selection.single && only !== undefined ? printer.value(only) : printer.value(listOf(sorted.value));
  if (printed.ok) invocation.print(printed.value);
  return ended(invocation, [...fetched.errors, ...(printed.ok ? [] : [printed.error])]);
}

function listOf(items: readonly JsonObject[]): JsonObject {
  return { apiVersion: 'v1', items, kind: 'List', metadata: { resourceVersion: '' } };
}

function ended(invocation: Invocation, errors: readonly KubeError[]): Finish {
  return errors.length === 0 ? invocation.done() : invocation.fail({ kind: 'several', errors });
}
