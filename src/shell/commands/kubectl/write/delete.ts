import type { JsonObject } from '#engine/json.ts';
import { WRITE_HELP } from '../help/write.data.ts';
import type { Invocation } from '../invocation.ts';
import { pathOf } from '../kinds/mapper.ts';
import { type KubeError, reasonOf } from '../kubeError.ts';
import { completeResources } from '../read/completeResources.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import { chosenObjects } from './chosen.ts';
import { type Info, withSource } from './manifest/infos.ts';
import { type DryRun, dryRunOf, nameOf, operationText } from './printResult.ts';
import { waitUntilGone } from './untilGone.ts';

const CASCADES: Readonly<Record<string, string>> = {
  background: 'Background',
  foreground: 'Foreground',
  orphan: 'Orphan',
};

const IMMEDIATE =
  'Warning: Immediate deletion does not wait for confirmation that the running resource has been terminated. ' +
  'The resource may continue to run on the cluster indefinitely.\n';

/** `kubectl delete`. Models kubectl/pkg/cmd/delete/delete.go, v0.36. */
export const deleteCommand: Subcommand = {
  path: 'delete',
  help: WRITE_HELP.delete ?? '',
  run,
  complete: completeResources,
};

/** How objects are to be deleted. */
interface Manner {
  /** Seconds; negative = as each object has it. */
  readonly grace: number;
  readonly propagation: string;
  readonly dryRun: DryRun;
  readonly ignoreNotFound: boolean;
}

function run(invocation: Invocation): Finish {
  const { flags, parameters } = invocation;
  const cascade = flags.text('cascade');
  const propagation = Object.hasOwn(CASCADES, cascade) ? CASCADES[cascade] : undefined;
  if (propagation === undefined) {
    return invocation.fail(`invalid cascade value (${cascade}). Must be "background", "foreground", or "orphan"`);
  }
  if (flags.text('raw') !== '') return invocation.notModelled('kubectl delete --raw');
  const [all, force] = [flags.on('all'), flags.on('force')];
  const selects = all || flags.text('selector') !== '' || flags.text('field-selector') !== '';
  if (flags.on('now') && flags.number('grace-period') !== -1) {
    return invocation.fail('--now and --grace-period cannot be specified together');
  }
  const grace = gracePeriod(flags.on('now') ? 1 : flags.number('grace-period'), force);
  const dryRun = dryRunOf(invocation);
  if (!dryRun.ok) return invocation.fail(dryRun.error);
  const chosen = chosenObjects(invocation, { parameters, all, allSelects: true, fetch: false });
  if (!chosen.ok) return invocation.fail(chosen.error);
  const output = flags.text('output');
  if (output !== '' && output !== 'name') {
    return invocation.fail(`unexpected -o output mode: ${output}. We only support '-o name'`);
  }
  if (grace === 0 && force) invocation.complain(IMMEDIATE);
  if (grace > 0 && force) {
    return invocation.fail('--force and --grace-period greater than 0 cannot be specified together');
  }
  const ignoreNotFound = flags.isSet('ignore-not-found') ? flags.on('ignore-not-found') : selects;
  const manner = { grace, propagation, dryRun: dryRun.value, ignoreNotFound };
  const infos = chosen.value.infos;
  if (
    flags.on('interactive') &&
    !confirmed(
      invocation,
      infos.flatMap((info) => (info.ok ? [info.value] : [])),
    )
  ) {
    return invocation.done();
  }
  return deleteAll(invocation, infos, manner);
}

/** Nothing is deleted at once unless it is forced. */
function gracePeriod(given: number, force: boolean): number {
  if (given === 0 && !force) return 1;
  return force && given < 0 ? 0 : given;
}

function deleteAll(
  invocation: Invocation,
  infos: readonly ({ readonly ok: true; readonly value: Info } | { readonly ok: false; readonly error: KubeError })[],
  manner: Manner,
): Finish {
  const config = invocation.client();
  let warns = config.ok && config.value.namespaceGiven && !invocation.flags.on('all-namespaces');
  const errors: KubeError[] = [];
  const deleted: Info[] = [];
  let found = 0;
  for (const info of infos) {
    if (!info.ok) {
      errors.push(info.error);
      continue;
    }
    if (warns && !info.value.resource.namespaced) {
      invocation.complain('Warning: deleting cluster-scoped resources, not scoped to the provided namespace\n');
      warns = false;
    }
    found += 1;
    const error = manner.dryRun === 'client' ? null : deleteOne(invocation, info.value, manner);
    if (error !== null) {
      if (!(manner.ignoreNotFound && reasonOf(error) === 'NotFound')) errors.push(error);
      continue;
    }
    invocation.print(deletedText(invocation, info.value, manner));
    if (manner.dryRun === 'none') deleted.push(info.value);
  }
  if (errors.length > 0) return invocation.fail({ kind: 'several', errors });
  if (found === 0) invocation.print('No resources found\n');
  if (invocation.flags.on('wait')) for (const info of deleted) waitUntilGone(invocation, info);
  return invocation.done();
}

function deleteOne(invocation: Invocation, info: Info, { grace, propagation, dryRun }: Manner): KubeError | null {
  const { resource, namespace, name, source } = info;
  const body: JsonObject = {
    kind: 'DeleteOptions',
    apiVersion: 'v1',
    ...(grace < 0 ? {} : { gracePeriodSeconds: grace }),
    propagationPolicy: propagation,
    ...(dryRun === 'server' ? { dryRun: ['All'] } : {}),
  };
  const path = pathOf(resource, namespace, name);
  const answer = invocation.call({ method: 'DELETE', path, body, resource: resource.name, name });
  return answer.ok ? null : withSource('deleting', source, answer.error);
}

function deletedText(invocation: Invocation, info: Info, { grace, dryRun }: Manner): string {
  const { resource, namespace, name, object } = info;
  if (invocation.flags.text('output') === 'name') return `${nameOf(object)}\n`;
  const kind = nameOf(object).slice(0, nameOf(object).indexOf('/'));
  const where = resource.namespaced ? ` from ${namespace} namespace` : '';
  const operation = operationText(`${grace === 0 ? 'force deleted' : 'deleted'}${where}`, dryRun);
  return `${kind} "${name}" ${operation}\n`;
}

function confirmed(invocation: Invocation, infos: readonly Info[]): boolean {
  if (infos.length === 0) {
    invocation.print('No resources found\n');
    return false;
  }
  const names = infos.map(({ object }) => `${nameOf(object)}\n`).join('');
  invocation.print(
    `You are about to delete the following ${infos.length} resource(s):\n${names}Do you want to continue? (y/N): `,
  );
  if (/^\s*y\s*\n/i.test(`${invocation.context.stdin}\n`)) return true;
  invocation.print('deletion is cancelled\n');
  return false;
}
