import { objectAt, textAt } from '#engine/apiserver/json.ts';
import { isObject, type Json, type JsonObject } from '#engine/json.ts';
import { WRITE_HELP } from '../../help/write.data.ts';
import type { Invocation } from '../../invocation.ts';
import { pathOf } from '../../kinds/mapper.ts';
import { failed, type KubeError, type Result, reasonOf } from '../../kubeError.ts';
import { getInfo } from '../../read/getInfo.ts';
import type { Finish, Subcommand } from '../../subcommand.ts';
import { filenameProblem } from '../create/create.ts';
import { hasLastApplied, LAST_APPLIED, lastApplied, withLastApplied } from '../lastApplied.ts';
import { type Info, infoText, selectedInfos, unversioned, withoutSchema, withSource } from '../manifest/infos.ts';
import { kustomizationError } from '../manifest/kustomization.ts';
import { threeWayPatch } from '../patch/threeWay.ts';
import { type DryRun, dryRunOf, operationText, type ResultPrinter, resultPrinter } from '../printResult.ts';
import { changeQuery, type Validation, validationOf } from '../validation.ts';
import { compactPatch, sendPatch } from './sendPatch.ts';
import { applyServerSide } from './serverSide.ts';

/** `kubectl apply -f`. Models kubectl/pkg/cmd/apply/apply.go, v0.36. */
export const apply: Subcommand = { path: 'apply', help: WRITE_HELP.apply ?? '', run };

/** How objects are to be applied. */
export interface Task {
  readonly dryRun: DryRun;
  readonly validation: Validation;
  readonly print: ResultPrinter;
  /** Whether whole objects are printed, all together at the end. */
  readonly collects: boolean;
}

/** What came of one object: what was done to it, and as it is now. */
export interface Applied {
  readonly operation: string;
  readonly object: JsonObject;
}

function run(invocation: Invocation): Finish {
  const { flags, parameters } = invocation;
  if (parameters.length > 0) return invocation.misused(`Unexpected args: [${parameters.join(' ')}]`);
  const dryRun = dryRunOf(invocation);
  if (!dryRun.ok) return invocation.fail(dryRun.error);
  const validation = validationOf(invocation);
  if ('error' in validation) return invocation.fail(validation.error);
  const unfit = filenameProblem(invocation);
  if (unfit !== null) return invocation.fail(unfit);
  const serverSide = flags.on('server-side');
  const problem = problemOf(invocation, dryRun.value, serverSide);
  if (problem !== null) return invocation.fail(problem);
  const kustomization = kustomizationError(invocation);
  if (kustomization !== null) return invocation.fail(kustomization);
  for (const name of ['prune', 'applyset']) {
    if (flags.isSet(name)) return invocation.notModelled(`kubectl apply --${name}`);
  }
  const printer = resultPrinter(invocation);
  if (!printer.ok) return invocation.fail(printer.error);
  const output = flags.text('output');
  const task = {
    dryRun: dryRun.value,
    validation: validation.validation,
    print: printer.value,
    collects: output !== '' && output !== 'name',
  };
  const infos = selectedInfos(invocation, validation.validation !== 'Ignore');
  if (!infos.ok) return invocation.fail(infos.error);
  return applyAll(invocation, infos.value, task, serverSide);
}

function problemOf({ flags }: Invocation, dryRun: DryRun, serverSide: boolean): string | null {
  if (flags.on('force-conflicts') && !serverSide) return '--force-conflicts only works with --server-side';
  if (dryRun === 'client' && serverSide) {
    return "--dry-run=client doesn't work with --server-side (did you mean --dry-run=server instead?)";
  }
  if (serverSide && flags.on('force')) return '--force cannot be used with --server-side';
  if (dryRun === 'server' && flags.on('force')) return '--dry-run=server cannot be used with --force';
  if (flags.on('all') && flags.text('selector') !== '') return 'cannot set --all and --selector at the same time';
  if (flags.on('prune') && !flags.on('all') && flags.text('selector') === '') {
    return (
      'all resources selected for prune without explicitly passing --all. To prune all resources, pass the --all flag. ' +
      'If you did not mean to prune all resources, specify a label selector'
    );
  }
  return null;
}

function applyAll(invocation: Invocation, infos: readonly Result<Info>[], task: Task, serverSide: boolean): Finish {
  const unread = infos.flatMap((info) => (info.ok ? [] : [info.error]));
  const errors: KubeError[] = [];
  if (unread.length > 0) errors.push(unread.length === 1 ? (unread[0] ?? failedAll(unread)) : failedAll(unread));
  if (infos.length === 0) return invocation.fail('no objects passed to apply');
  const collected: JsonObject[] = [];
  for (const info of infos) {
    if (!info.ok) continue;
    const applied = serverSide ? applyServerSide(invocation, info.value, task) : applyOne(invocation, info.value, task);
    if (!applied.ok) {
      errors.push(applied.error);
      if (applied.error.kind === 'not-modelled') break;
      continue;
    }
    if (task.collects) collected.push(applied.value.object);
    else {
      const problem = task.print(applied.value.object, operationText(applied.value.operation, task.dryRun));
      if (problem !== null) errors.push(problem);
    }
  }
  const [only] = errors;
  if (only !== undefined) return invocation.fail(errors.length === 1 ? only : { kind: 'several', errors });
  const [first, ...more] = collected;
  if (first === undefined) return invocation.done();
  const list = { apiVersion: 'v1', items: collected, kind: 'List', metadata: {} };
  const problem = task.print(more.length === 0 ? first : list, '');
  return problem === null ? invocation.done() : invocation.fail(problem);
}

function failedAll(errors: readonly KubeError[]): KubeError {
  return { kind: 'several', errors };
}

/** Creates what is not there, and else patches it: the three-way merge of what was applied, is wanted, and is there. */
function applyOne(invocation: Invocation, info: Info, task: Task): Result<Applied> {
  const { resource, namespace, name, source, object } = info;
  const generated = textAt(objectAt(object, 'metadata'), 'generateName');
  if (name === '' && generated !== '') return failed(`from ${generated}: cannot use generate name with apply`);
  const modified = withLastApplied(object);
  const retrieving = `retrieving current configuration of:\n${infoText(info)}\nfrom server for:`;
  if (name === '') {
    return failed(withSource(retrieving, source, { kind: 'plain', message: 'resource name may not be empty' }));
  }
  const path = pathOf(resource, namespace, name);
  const current = getInfo(invocation, info);
  if (!current.ok) {
    if (reasonOf(current.error) === 'NotFound') return create(invocation, info, modified, task);
    const unread = task.validation === 'Ignore' ? current.error : withoutSchema(invocation, source, current.error);
    return failed(unread === current.error ? withSource(retrieving, source, current.error) : unread);
  }
  const there = current.value.object;
  if (!hasLastApplied(there)) {
    invocation.complain(
      `Warning: resource ${resource.name}/${name} is missing the ${LAST_APPLIED} annotation which is required by kubectl apply. ` +
        'kubectl apply should only be used on resources created declaratively by either kubectl create --save-config or kubectl apply. ' +
        'The missing annotation will be patched automatically.\n',
    );
  }
  const patch = threeWayPatch(lastApplied(there), modified, there);
  if (Object.keys(patch).length === 0) return { ok: true, value: { operation: 'unchanged', object: there } };
  if (task.dryRun === 'client' && !task.collects) {
    return { ok: true, value: { operation: 'configured', object: there } };
  }
  const patched = sendPatch(invocation, info, patch, task);
  if (patched.ok) {
    warnIfDeleting(invocation, patched.value);
    return { ok: true, value: { operation: 'configured', object: patched.value } };
  }
  const reason = reasonOf(patched.error);
  if (invocation.flags.on('force') && (reason === 'Invalid' || reason === 'Conflict')) {
    const gone = invocation.call({ method: 'DELETE', path, resource: resource.name, name });
    if (gone.ok) {
      const created = create(invocation, info, modified, task);
      return created.ok ? { ok: true, value: { ...created.value, operation: 'configured' } } : created;
    }
  }
  const patching = withSource('patching', source, patched.error);
  const verb = `applying patch:\n${compactPatch(patch)}\nto:\n${infoText(info)}\nfor:`;
  return failed(withSource(verb, source, patching));
}

function create(invocation: Invocation, info: Info, modified: JsonObject, task: Task): Result<Applied> {
  const { resource, namespace, source } = info;
  const body = withoutNulls(modified);
  if (task.dryRun === 'client') return { ok: true, value: { operation: 'created', object: body } };
  const answer = invocation.call({
    method: 'POST',
    path: pathOf(resource, namespace),
    query: changeQuery('kubectl-client-side-apply', task.dryRun, task.validation),
    body: unversioned(body),
    resource: resource.name,
  });
  if (!answer.ok) return failed(withSource('creating', source, answer.error));
  return { ok: true, value: { operation: 'created', object: answer.value.object } };
}

/** Fields that say nothing are not sent. */
function withoutNulls(object: JsonObject): JsonObject {
  const kept: Record<string, Json> = Object.create(null);
  for (const [key, value] of Object.entries(object)) {
    if (value !== null) kept[key] = isObject(value) ? withoutNulls(value) : withoutNullsInList(value);
  }
  return { ...kept };
}

function withoutNullsInList(value: Json): Json {
  if (!Array.isArray(value)) return value;
  return (value as readonly Json[]).map((item) => (isObject(item) ? withoutNulls(item) : withoutNullsInList(item)));
}

function warnIfDeleting(invocation: Invocation, object: JsonObject): void {
  const metadata = objectAt(object, 'metadata');
  if (textAt(metadata, 'deletionTimestamp') === '') return;
  const name = textAt(metadata, 'name');
  invocation.complain(`Warning: Detected changes to resource ${name} which is currently being deleted.\n`);
}
