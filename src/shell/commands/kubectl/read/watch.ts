import { objectAt, textAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
import type { World } from '#engine/world/world.ts';
import type { Follower } from '../../../foreground.ts';
import { Invocation } from '../invocation.ts';
import type { Resource } from '../kinds/mapper.ts';
import type { Selection } from '../kinds/selection.ts';
import { objectPrinter } from '../print/objectPrinter.ts';
import type { Finish } from '../subcommand.ts';
import { type Asking, fetchAll, nameOf } from './fetch.ts';
import { alignedLines, type TableOptions, tableFor, tableLines } from './humanTable.ts';
import { tableOptions } from './printTables.ts';

/** `kubectl get -w`: prints what is there, then each object again whenever it changes. */
export function watchObjects(invocation: Invocation, selection: Selection, asking: Asking): Finish {
  const [wanted, ...others] = selection.wanted;
  if (wanted === undefined || others.some(({ resource }) => resource !== wanted.resource)) {
    return invocation.fail('you may only specify a single resource type');
  }
  const fetched = fetchAll(invocation, selection.wanted, asking);
  const [error] = fetched.errors;
  if (error !== undefined) return invocation.fail(error);
  const objects = fetched.batches.flatMap((batch) => batch.objects);
  const options = tableOptions(invocation, wanted.resource, asking.allNamespaces, false);
  const output = invocation.flags.text('output');
  const printer = output === '' || output === 'wide' ? null : objectPrinter(invocation);
  if (printer !== null && !printer.ok) return invocation.fail(printer.error);
  const watch: Watch = { invocation, selection, asking, resource: wanted.resource, options };
  const shown = invocation.flags.on('watch-only') ? [] : objects;
  const first = printed(watch, shown, invocation.world, [], options.headers);
  invocation.print(first.text);
  const seen = new Map(objects.map((object) => [keyOf(object), JSON.stringify(object)] as const));
  const headersDue = options.headers && shown.length === 0;
  return invocation.done({ kind: 'follow', follower: follower(watch, seen, first.widths, headersDue) });
}

/** What a watch goes on with. */
interface Watch {
  readonly invocation: Invocation;
  readonly selection: Selection;
  readonly asking: Asking;
  readonly resource: Resource;
  readonly options: TableOptions;
}

function follower(
  watch: Watch,
  seen: ReadonlyMap<string, string>,
  widths: readonly number[],
  headersDue: boolean,
): Follower {
  return {
    look: (world) => {
      const objects = objectsNow(watch, world);
      // A server that has gone away closes the watch, and kubectl ends with it.
      if (objects === null) return { text: '', next: null };
      const now = new Map(objects.map((object) => [keyOf(object), JSON.stringify(object)] as const));
      const gone = [...seen].filter(([key]) => !now.has(key)).map(([, text]): JsonObject => JSON.parse(text));
      const changed = [...objects.filter((object) => seen.get(keyOf(object)) !== now.get(keyOf(object))), ...gone];
      if (changed.length === 0) return { text: '', next: follower(watch, seen, widths, headersDue) };
      const { text, widths: reached } = printed(watch, changed, world, widths, headersDue);
      return { text, next: follower(watch, now, reached, false) };
    },
  };
}

/** Asks the API server of another moment's world, leaving no trace of it. */
function objectsNow({ invocation, selection, asking }: Watch, world: World): readonly JsonObject[] | null {
  const line = {
    values: invocation.flags,
    parameters: invocation.parameters,
    words: invocation.words,
    dashAt: invocation.dashAt,
  };
  const again = new Invocation({ ...invocation.context, world }, invocation.command, line);
  const fetched = fetchAll(again, selection.wanted, asking);
  const lost = fetched.errors.some((error) => error.kind !== 'status');
  return lost ? null : fetched.batches.flatMap((batch) => batch.objects);
}

function printed(
  watch: Watch,
  objects: readonly JsonObject[],
  world: World,
  widths: readonly number[],
  headers: boolean,
): { readonly text: string; readonly widths: readonly number[] } {
  const output = watch.invocation.flags.text('output');
  if (output !== '' && output !== 'wide') {
    const printer = objectPrinter(watch.invocation);
    const texts = objects.map((object) => (printer.ok ? printer.value(object) : printer));
    return { text: texts.map((text) => (text.ok ? text.value : '')).join(''), widths };
  }
  const lines = tableLines(tableFor(watch.resource, objects, world.now), watch.resource, { ...watch.options, headers });
  return alignedLines(lines, widths);
}

function keyOf(object: JsonObject): string {
  return `${textAt(objectAt(object, 'metadata'), 'namespace')}/${nameOf(object)}`;
}
