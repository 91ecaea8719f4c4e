import { objectAt, valueAt } from '#engine/apiserver/json.ts';
import { WRITE_HELP } from '../help/write.data.ts';
import type { Invocation } from '../invocation.ts';
import { pathOf, resourceNamed } from '../kinds/mapper.ts';
import { errorText, failed, type Result } from '../kubeError.ts';
import { objectNames } from '../read/completeResources.ts';
import type { Subcommand } from '../subcommand.ts';
import { chosenObjects } from './chosen.ts';
import type { Info } from './manifest/infos.ts';
import { type DryRun, dryRunOf, nameOf, operationText } from './printResult.ts';

/** `kubectl cordon`. Models RunCordonOrUncordon in kubectl/pkg/cmd/drain/drain.go, v0.36. */
export const cordon = scheduling('cordon', true);

/** `kubectl uncordon`. Models RunCordonOrUncordon in kubectl/pkg/cmd/drain/drain.go, v0.36. */
export const uncordon = scheduling('uncordon', false);

function scheduling(path: 'cordon' | 'uncordon', desired: boolean): Subcommand {
  return {
    path,
    help: WRITE_HELP[path] ?? '',
    run(invocation) {
      const misuse = nodeMisuse(invocation);
      if (misuse !== null) return invocation.misused(misuse);
      const dryRun = dryRunOf(invocation);
      if (!dryRun.ok) return invocation.fail(dryRun.error);
      const nodes = chosenNodes(invocation);
      if (!nodes.ok) return invocation.fail(nodes.error);
      for (const node of nodes.value) setSchedulable(invocation, node, desired, dryRun.value);
      return invocation.done();
    },
    complete: completeNodes,
  };
}

/** Names of nodes that begin with the last word. */
export function completeNodes(parameters: readonly string[], invocation: Invocation) {
  const word = parameters.at(-1) ?? '';
  return objectNames(invocation, 'nodes')
    .filter((name) => name.startsWith(word))
    .map((insert) => ({ insert }));
}

/** Why a line names no nodes as it should; null when it does. */
export function nodeMisuse({ flags, parameters, command }: Invocation): string | null {
  const selector = flags.text('selector');
  if (parameters.length === 0 && selector === '') return `USAGE: ${command} NODE [flags]`;
  return parameters.length > 0 && selector !== ''
    ? 'error: cannot specify both a node name and a --selector option'
    : null;
}

/** The nodes of a line, all of them or an error. */
export function chosenNodes(invocation: Invocation): Result<readonly Info[]> {
  const nodes = resourceNamed(invocation, 'nodes', 4);
  if (!nodes.ok) return nodes;
  const words = invocation.parameters.map((word) => (word.includes('/') ? word : `nodes/${word}`));
  const parameters = invocation.flags.text('selector') === '' ? words : ['nodes'];
  const chosen = chosenObjects(invocation, { parameters, all: false, allSelects: false, fetch: true });
  if (!chosen.ok) return chosen;
  const { infos } = chosen.value;
  // The first that is not there ends the line.
  const missing = infos.find((info) => !info.ok);
  if (missing !== undefined && !missing.ok) return failed(missing.error);
  return { ok: true, value: infos.flatMap((info) => (info.ok ? [info.value] : [])) };
}

/** Marks a node and says so; a failure is told and the line goes on. */
export function setSchedulable(invocation: Invocation, node: Info, desired: boolean, dryRun: DryRun): void {
  const { object, resource, name } = node;
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
      const verb = desired ? 'cordon' : 'uncordon';
      invocation.complain(`error: unable to ${verb} node "${name}": ${errorText(answer.error)}\n`);
      return;
    }
  }
  invocation.print(`${nameOf(object)} ${operationText(done, dryRun)}\n`);
}
