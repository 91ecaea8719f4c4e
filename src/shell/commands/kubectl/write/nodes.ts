import { objectAt, valueAt } from '#engine/apiserver/json.ts';
import { WRITE_HELP } from '../help/write.data.ts';
import type { Invocation } from '../invocation.ts';
import { pathOf, resourceNamed } from '../kinds/mapper.ts';
import { errorText, type KubeError } from '../kubeError.ts';
import { objectNames } from '../read/completeResources.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import { chosenObjects } from './chosen.ts';
import type { Info } from './manifest/infos.ts';
import { dryRunOf, nameOf, operationText } from './printResult.ts';

/** `kubectl cordon`. Models RunCordonOrUncordon in kubectl/pkg/cmd/drain/drain.go, v0.36. */
export const cordon = scheduling('cordon', true);

/** `kubectl uncordon`. Models RunCordonOrUncordon in kubectl/pkg/cmd/drain/drain.go, v0.36. */
export const uncordon = scheduling('uncordon', false);

function scheduling(path: 'cordon' | 'uncordon', desired: boolean): Subcommand {
  return {
    path,
    help: WRITE_HELP[path] ?? '',
    run: (invocation) => run(invocation, desired),
    complete: (_, invocation) => objectNames(invocation, 'nodes').map((insert) => ({ insert })),
  };
}

function run(invocation: Invocation, desired: boolean): Finish {
  const { flags, parameters, command } = invocation;
  const selector = flags.text('selector');
  if (parameters.length === 0 && selector === '') return invocation.misused(`USAGE: ${command} NODE [flags]`);
  if (parameters.length > 0 && selector !== '') {
    return invocation.misused('error: cannot specify both a node name and a --selector option');
  }
  const dryRun = dryRunOf(invocation);
  if (!dryRun.ok) return invocation.fail(dryRun.error);
  const nodes = resourceNamed(invocation, 'nodes');
  if (!nodes.ok) return invocation.fail(nodes.error);
  const words = parameters.map((word) => (word.includes('/') ? word : `nodes/${word}`));
  const choosing = { parameters: selector === '' ? words : ['nodes'], all: false, allSelects: false, fetch: true };
  const chosen = chosenObjects(invocation, choosing);
  if (!chosen.ok) return invocation.fail(chosen.error);
  const errors: KubeError[] = chosen.value.infos.flatMap((info) => (info.ok ? [] : [info.error]));
  if (errors.length > 0) return invocation.fail({ kind: 'several', errors });
  for (const info of chosen.value.infos) {
    if (info.ok) changeOne(invocation, info.value, desired, dryRun.value);
  }
  return invocation.done();
}

function changeOne(
  invocation: Invocation,
  { object, resource, name }: Info,
  desired: boolean,
  dryRun: 'none' | 'client' | 'server',
): void {
  const now = valueAt(objectAt(object, 'spec'), 'unschedulable') === true;
  const done = desired ? 'cordoned' : 'uncordoned';
  if (now === desired) {
    invocation.print(`${nameOf(object)} ${operationText(`already ${done}`, dryRun)}\n`);
    return;
  }
  if (dryRun !== 'client') {
    const answer = invocation.call({
      method: 'PATCH',
      path: pathOf(resource, '', name),
      query: dryRun === 'server' ? [['dryRun', 'All']] : [],
      contentType: 'application/strategic-merge-patch+json',
      body: { spec: { unschedulable: desired ? true : null } },
      resource: resource.name,
      name,
    });
    if (!answer.ok) {
      invocation.complain(`error: unable to ${invocation.command} node "${name}": ${errorText(answer.error)}\n`);
      return;
    }
  }
  invocation.print(`${nameOf(object)} ${operationText(done, dryRun)}\n`);
}
