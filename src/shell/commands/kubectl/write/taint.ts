import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
import { WRITE_HELP } from '../help/write.data.ts';
import type { Invocation } from '../invocation.ts';
import { pathOf, resourceNamed } from '../kinds/mapper.ts';
import { errorText, type KubeError, plainError } from '../kubeError.ts';
import { completeResources } from '../read/completeResources.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import { chosenObjects } from './chosen.ts';
import type { Info } from './manifest/infos.ts';
import { splitPairs } from './pairs.ts';
import { type DryRun, dryRunOf, type ResultPrinter, resultPrinter } from './printResult.ts';
import { reorganized, type TaintChanges, taintChanges } from './taintSpec.ts';
import { changeQuery, type Validation, validationOf } from './validation.ts';

/** `kubectl taint`. Models kubectl/pkg/cmd/taint/taint.go, v0.36. */
export const taint: Subcommand = { path: 'taint', help: WRITE_HELP.taint ?? '', run, complete: completeResources };

interface Task {
  readonly changes: TaintChanges;
  readonly dryRun: DryRun;
  readonly validation: Validation;
  readonly print: ResultPrinter;
}

function run(invocation: Invocation): Finish {
  const { flags } = invocation;
  const dryRun = dryRunOf(invocation);
  if (!dryRun.ok) return invocation.fail(dryRun.error);
  const validation = validationOf(invocation);
  if ('error' in validation) return invocation.fail(validation.error);
  const isTaint = (word: string): boolean => /[=:]/.test(word) || word.endsWith('-');
  const split = splitPairs(invocation.parameters, 'taint', isTaint);
  if (!split.ok) return invocation.fail(split.error);
  const [type, ...names] = split.value.resources;
  if (type === undefined) return invocation.fail('one or more resources must be specified as <resource> <name>');
  if (split.value.pairs.length === 0) return invocation.fail('at least one taint update is required');
  const changes = taintChanges(split.value.pairs);
  if (!changes.ok) return invocation.misused(errorText(changes.error));
  const resource = resourceNamed(invocation, type, 2);
  if (!resource.ok) return invocation.fail(resource.error);
  if (resource.value.kind !== 'Node') {
    return invocation.fail(`invalid resource type ${type.toLowerCase()}, only node types are supported`);
  }
  const problem = problemOf(invocation, changes.value, names);
  if (problem !== null) return invocation.fail(problem);
  const printer = resultPrinter(invocation, true);
  if (!printer.ok) return invocation.fail(printer.error);
  const all = flags.on('all') || flags.text('selector') !== '';
  const parameters = all ? ['nodes'] : names.map((name) => (name.includes('/') ? name : `nodes/${name}`));
  const chosen = chosenObjects(invocation, { parameters, all, allSelects: false, fetch: true });
  if (!chosen.ok) return invocation.fail(chosen.error);
  const task = {
    changes: changes.value,
    dryRun: dryRun.value,
    validation: validation.validation,
    print: printer.value,
  };
  const errors = chosen.value.infos.flatMap((info) => {
    const error = info.ok ? taintOne(invocation, info.value, task) : info.error;
    return error === null ? [] : [error];
  });
  return errors.length === 0 ? invocation.done() : invocation.fail({ kind: 'several', errors });
}

function problemOf({ flags }: Invocation, { add, remove }: TaintChanges, names: readonly string[]): string | null {
  const both = add.flatMap((one) =>
    remove
      .filter(({ key, effect }) => key === one.key && (effect === '' || effect === one.effect))
      .map(({ key, effect }) => `${key}=${effect}`),
  );
  if (both.length > 0) {
    return `can not both modify and remove the following taint(s) in the same command: ${both.join(', ')}`;
  }
  const selector = flags.text('selector');
  if (flags.on('all') && selector !== '') return "setting 'all' parameter with a non empty selector is prohibited";
  return !flags.on('all') && selector === '' && names.length === 0
    ? "at least one resource name must be specified since 'all' parameter is not set"
    : null;
}

function taintOne(invocation: Invocation, info: Info, task: Task): KubeError | null {
  const { object, resource, name } = info;
  const overwrite = invocation.flags.on('overwrite');
  const old = objectsAt(objectAt(object, 'spec'), 'taints');
  if (!overwrite) {
    const there = task.changes.add.flatMap(({ key, effect }) =>
      old.filter((one) => textAt(one, 'key') === key && textAt(one, 'effect') === effect).map(() => key),
    );
    if (there.length > 0) {
      const why = 'taint(s) with same effect(s) and --overwrite is false';
      return plainError(`node ${name} already has ${there.join(',')} ${why}`);
    }
  }
  const after = reorganized(old, task.changes, overwrite);
  if (!after.ok) return after.error;
  const { taints, operation } = after.value;
  if (task.dryRun === 'client') return task.print(withTaints(object, taints), operation);
  const answer = invocation.call({
    method: 'PATCH',
    path: pathOf(resource, '', name),
    query: changeQuery(invocation.flags.text('field-manager'), task.dryRun, task.validation),
    contentType: 'application/strategic-merge-patch+json',
    body: { spec: { taints: taints.length === 0 ? null : taints } },
    resource: resource.name,
    name,
  });
  return answer.ok ? task.print(answer.value.object, operation) : answer.error;
}

function withTaints(object: JsonObject, taints: readonly JsonObject[]): JsonObject {
  return { ...object, spec: { ...objectAt(object, 'spec'), taints } };
}
