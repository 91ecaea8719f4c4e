import { objectAt, textAt } from '#engine/apiserver/json.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import type { JsonObject } from '#engine/json.ts';
import { WRITE_HELP } from '../help/write.data.ts';
import type { Invocation } from '../invocation.ts';
import { pathOf } from '../kinds/mapper.ts';
import { failed, type KubeError, plainError, type Result } from '../kubeError.ts';
import { completeResources } from '../read/completeResources.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import { chosenObjects } from './chosen.ts';
import type { Info } from './manifest/infos.ts';
import { annotationChanges, labelChanges, type PairChanges, splitPairs } from './pairs.ts';
import { mergePatch } from './patch/mergePatch.ts';
import { type DryRun, dryRunOf, operationText, type ResultPrinter, resultPrinter } from './printResult.ts';
import { changeQuery } from './validation.ts';

/** Where labels and annotations differ for kubectl. */
interface Words {
  readonly field: 'labels' | 'annotations';
  readonly what: 'label' | 'annotation';
  /** Finds what a line may not overwrite; '' when nothing stands against it. */
  readonly conflicts: (texts: readonly string[]) => string;
}

const LABELS: Words = {
  field: 'labels',
  what: 'label',
  conflicts: (texts) =>
    texts.length === 1
      ? `${texts.join('')}, and --overwrite is false`
      : `[${texts.map((text) => `${text}, and --overwrite is false`).join(', ')}]`,
};

const ANNOTATIONS: Words = {
  field: 'annotations',
  what: 'annotation',
  conflicts: (texts) => `--overwrite is false but found the following declared annotation(s): ${texts.join('; ')}`,
};

/** `kubectl label`. Models kubectl/pkg/cmd/label/label.go, v0.36. */
export const label: Subcommand = {
  path: 'label',
  help: WRITE_HELP.label ?? '',
  run: (invocation) => run(invocation, LABELS),
  complete: completeResources,
};

/** `kubectl annotate`. Models kubectl/pkg/cmd/annotate/annotate.go, v0.36. */
export const annotate: Subcommand = {
  path: 'annotate',
  help: WRITE_HELP.annotate ?? '',
  run: (invocation) => run(invocation, ANNOTATIONS),
  complete: completeResources,
};

/** What is to be done to every object. */
interface Task {
  readonly words: Words;
  readonly changes: PairChanges;
  readonly dryRun: DryRun;
  readonly isSingle: boolean;
  readonly print: ResultPrinter;
}

function run(invocation: Invocation, words: Words): Finish {
  const { flags } = invocation;
  const dryRun = dryRunOf(invocation);
  if (!dryRun.ok) return invocation.fail(dryRun.error);
  const split = splitPairs(invocation.parameters, words.what);
  if (!split.ok) return invocation.fail(split.error);
  const { resources, pairs } = split.value;
  const changes = words === LABELS ? labelChanges(pairs) : annotationChanges(pairs);
  if (!changes.ok) return invocation.fail(changes.error);
  if (flags.on('local')) return invocation.notModelled(`kubectl ${invocation.command} --local`);
  const problem = problemOf(invocation, words, resources, changes.value);
  if (problem !== null) return invocation.fail(problem);
  const printer = resultPrinter(invocation);
  if (!printer.ok) return invocation.fail(printer.error);
  const choosing = { parameters: resources, all: flags.on('all'), allSelects: false, fetch: true };
  const chosen = chosenObjects(invocation, choosing);
  if (!chosen.ok) return invocation.fail(chosen.error);
  const { infos, isSingle } = chosen.value;
  if (!isSingle && flags.text('resource-version') !== '') {
    return invocation.fail('--resource-version may only be used with a single resource');
  }
  const task = { words, changes: changes.value, dryRun: dryRun.value, isSingle, print: printer.value };
  const errors = infos.flatMap((info) => {
    const error = info.ok ? change(invocation, info.value, task) : info.error;
    return error === null ? [] : [error];
  });
  return errors.length === 0 ? invocation.done() : invocation.fail({ kind: 'several', errors });
}

function problemOf(
  { flags }: Invocation,
  { what }: Words,
  resources: readonly string[],
  { set, remove }: PairChanges,
): string | null {
  if (flags.on('list') && flags.text('output') !== '') return '--list and --output may not be specified together';
  if (flags.on('all') && flags.text('selector') !== '') return 'cannot set --all and --selector at the same time';
  if (flags.on('all') && flags.text('field-selector') !== '') {
    return 'cannot set --all and --field-selector at the same time';
  }
  if (resources.length === 0 && flags.list('filename').length === 0) {
    return 'one or more resources must be specified as <resource> <name> or <resource>/<name>';
  }
  if (set.size === 0 && remove.length === 0 && !flags.on('list')) return `at least one ${what} update is required`;
  const both = what === 'annotation' ? remove.filter((key) => set.has(key)) : [];
  return both.length === 0
    ? null
    : `can not both modify and remove the following annotation(s) in the same command: ${both.join(', ')}`;
}

function change(invocation: Invocation, info: Info, task: Task): KubeError | null {
  const { words, dryRun } = task;
  const before = objectAt(objectAt(info.object, 'metadata'), words.field);
  const list = invocation.flags.on('list');
  const local = dryRun === 'client' || list;
  if (words === LABELS && !local) {
    for (const key of task.changes.remove) {
      if (!Object.hasOwn(before, key)) invocation.print(`label ${goQuote(key)} not found.\n`);
    }
  }
  const after = changedMap(invocation, before, task);
  if (!after.ok) return after.error;
  const changed = withMap(info.object, words.field, after.value);
  const operation = operationOf(before, after.value, words);
  const sent =
    local || (words === LABELS && operation === 'not labeled') ? null : send(invocation, info, changed, task);
  if (sent !== null && !sent.ok) return sent.error;
  if (list) {
    invocation.print(listing(changed, words, task.isSingle));
    return null;
  }
  // What is printed of labels is the object as it was read, with the change made to it.
  const shown = words === LABELS || sent === null ? changed : sent.value;
  return task.print(shown, operationText(operation, dryRun));
}

function changedMap(invocation: Invocation, before: JsonObject, { words, changes }: Task): Result<JsonObject> {
  if (!invocation.flags.on('overwrite')) {
    const conflicts = [...changes.set].flatMap(([key, value]) => {
      const now = textAt(before, key);
      return Object.hasOwn(before, key) && now !== value && key !== 'kubernetes.io/change-cause'
        ? [`'${key}' already has a value (${now})`]
        : [];
    });
    if (conflicts.length > 0) return failed(plainError(words.conflicts(conflicts)));
  }
  const kept = Object.entries(before).filter(([key]) => !changes.remove.includes(key) && !changes.set.has(key));
  return { ok: true, value: Object.fromEntries([...kept, ...changes.set]) };
}

function send(invocation: Invocation, info: Info, changed: JsonObject, { dryRun }: Task): Result<JsonObject> {
  const { resource, namespace, name } = info;
  const version = invocation.flags.text('resource-version');
  const patch = mergePatch(info.object, changed);
  const body =
    version === '' ? patch : { ...patch, metadata: { ...objectAt(patch, 'metadata'), resourceVersion: version } };
  const answer = invocation.call({
    method: 'PATCH',
    path: pathOf(resource, namespace, name),
    query: changeQuery(invocation.flags.text('field-manager'), dryRun),
    contentType: 'application/merge-patch+json',
    body,
    resource: resource.name,
    name,
  });
  return answer.ok ? { ok: true, value: answer.value.object } : answer;
}

/** An object with other labels or annotations; an empty map goes. */
function withMap(object: JsonObject, field: string, map: JsonObject): JsonObject {
  const { [field]: _old, ...rest } = objectAt(object, 'metadata');
  return { ...object, metadata: Object.keys(map).length === 0 ? rest : { ...rest, [field]: map } };
}

function operationOf(before: JsonObject, after: JsonObject, words: Words): string {
  if (words === ANNOTATIONS) return 'annotated';
  const added = Object.keys(after).some(
    (key) => textAt(before, key) !== textAt(after, key) || !Object.hasOwn(before, key),
  );
  const removed = Object.keys(before).some((key) => !Object.hasOwn(after, key));
  if (added && removed) return 'modified';
  if (added) return 'labeled';
  return removed ? 'unlabeled' : 'not labeled';
}

function listing(object: JsonObject, { field }: Words, isSingle: boolean): string {
  const metadata = objectAt(object, 'metadata');
  const apiVersion = textAt(object, 'apiVersion');
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  const head = isSingle ? '' : `Listing ${field} for ${textAt(object, 'kind')}.${group}/${textAt(metadata, 'name')}:\n`;
  const map = objectAt(metadata, field);
  const lines = Object.keys(map)
    .sort()
    .map((key) => `${isSingle ? '' : ' '}${key}=${textAt(map, key)}\n`);
  return head + lines.join('');
}
