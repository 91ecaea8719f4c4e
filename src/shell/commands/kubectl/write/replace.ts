import { objectAt, textAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
import { WRITE_HELP } from '../help/write.data.ts';
import type { Invocation } from '../invocation.ts';
import { pathOf } from '../kinds/mapper.ts';
import { type KubeError, reasonOf } from '../kubeError.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import { filenameProblem } from './create/create.ts';
import { withLastApplied } from './lastApplied.ts';
import { type Info, infosOf, withoutSchema, withSource } from './manifest/infos.ts';
import { kustomizationError } from './manifest/kustomization.ts';
import { type DryRun, dryRunOf, nameOf, operationText, type ResultPrinter, resultPrinter } from './printResult.ts';
import { changeQuery, type Validation, validationOf } from './validation.ts';

/** `kubectl replace -f`. Models kubectl/pkg/cmd/replace/replace.go, v0.36. */
export const replace: Subcommand = { path: 'replace', help: WRITE_HELP.replace ?? '', run };

interface Task {
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
  const printer = resultPrinter(invocation);
  if (!printer.ok) return invocation.fail(printer.error);
  const problem = filenameProblem(invocation) ?? problemOf(invocation, dryRun.value);
  if (problem !== null) return invocation.fail(problem);
  const kustomization = kustomizationError(invocation);
  if (kustomization !== null) return invocation.fail(kustomization);
  for (const name of ['raw', 'subresource']) {
    if (flags.isSet(name)) return invocation.notModelled(`kubectl replace --${name}`);
  }
  const force = flags.on('force');
  const infos = infosOf(invocation, !force && validation.validation !== 'Ignore');
  if (!infos.ok) return invocation.fail(infos.error);
  const task = { dryRun: dryRun.value, validation: validation.validation, print: printer.value };
  if (force) {
    const errors = infos.value.flatMap((info) => {
      const error = info.ok ? deleteOne(invocation, info.value) : info.error;
      return error === null ? [] : [error];
    });
    if (errors.length > 0) return invocation.fail({ kind: 'several', errors });
  }
  const errors = infos.value.flatMap((info) => {
    if (!info.ok) return [info.error];
    const error = force ? createAgain(invocation, info.value, task) : replaceOne(invocation, info.value, task);
    return error === null ? [] : [error];
  });
  if (errors.length > 0) return invocation.fail({ kind: 'several', errors });
  return force && infos.value.length === 0 ? invocation.fail('no objects passed to replace') : invocation.done();
}

function problemOf({ flags }: Invocation, dryRun: DryRun): string | null {
  const force = flags.on('force');
  if (flags.number('grace-period') >= 0 && !force) return '--grace-period must have --force specified';
  if (flags.duration('timeout') !== 0n && !force) return '--timeout must have --force specified';
  return force && dryRun !== 'none' ? '--dry-run can not be used when --force is set' : null;
}

/** A replacement without a resourceVersion takes that of the object there is: the last word wins. */
function replaceOne(invocation: Invocation, info: Info, task: Task): KubeError | null {
  const { resource, namespace, name, source } = info;
  const object = invocation.flags.on('save-config') ? withLastApplied(info.object) : info.object;
  if (task.dryRun === 'client') return task.print(object, operationText('replaced', 'client'));
  const path = pathOf(resource, namespace, name);
  const metadata = objectAt(object, 'metadata');
  let body: JsonObject = object;
  if (textAt(metadata, 'resourceVersion') === '') {
    const there = invocation.call({ method: 'GET', path, resource: resource.name, name });
    if (!there.ok && there.error.kind === 'url') {
      const unread = withoutSchema(invocation, source, there.error);
      return task.validation === 'Ignore' ? withSource('replacing', source, there.error) : unread;
    }
    const version = there.ok ? textAt(objectAt(there.value.object, 'metadata'), 'resourceVersion') : '';
    if (version !== '') body = { ...object, metadata: { ...metadata, resourceVersion: version } };
  }
  const query = changeQuery(invocation.flags.text('field-manager'), task.dryRun, task.validation);
  const answer = invocation.call({ method: 'PUT', path, query, body, resource: resource.name, name });
  if (!answer.ok) return withSource('replacing', source, answer.error);
  return task.print(answer.value.object, operationText('replaced', task.dryRun));
}

function deleteOne(invocation: Invocation, { resource, namespace, name, source, object }: Info): KubeError | null {
  const grace = invocation.flags.number('grace-period');
  const body = {
    kind: 'DeleteOptions',
    apiVersion: 'v1',
    ...(grace < 0 ? {} : { gracePeriodSeconds: grace }),
    propagationPolicy: 'Background',
  };
  const path = pathOf(resource, namespace, name);
  const answer = invocation.call({ method: 'DELETE', path, body, resource: resource.name, name });
  if (!answer.ok) return reasonOf(answer.error) === 'NotFound' ? null : withSource('deleting', source, answer.error);
  const said = nameOf(object);
  if (invocation.flags.text('output') === 'name') invocation.print(`${said}\n`);
  else {
    const where = resource.namespaced ? ` from ${namespace} namespace` : '';
    invocation.print(`${said.slice(0, said.indexOf('/'))} "${name}" ${grace === 0 ? 'force ' : ''}deleted${where}\n`);
  }
  return null;
}

function createAgain(invocation: Invocation, info: Info, task: Task): KubeError | null {
  const { resource, namespace } = info;
  const body = invocation.flags.on('save-config') ? withLastApplied(info.object) : info.object;
  const query = changeQuery(invocation.flags.text('field-manager'), 'none', task.validation);
  const answer = invocation.call({
    method: 'POST',
    path: pathOf(resource, namespace),
    query,
    body,
    resource: resource.name,
  });
  return answer.ok ? task.print(answer.value.object, 'replaced') : answer.error;
}
