import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import type { JsonObject } from '#engine/json.ts';
import type { Invocation } from '../invocation.ts';
import { pathOf, type Resource, resourceNamed } from '../kinds/mapper.ts';
import { errorText, reasonOf } from '../kubeError.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import { drainablePods } from './drainablePods.ts';
import { DRAIN_HELP } from './drainHelp.data.ts';
import type { Info } from './manifest/infos.ts';
import { chosenNodes, completeNodes, nodeMisuse, setSchedulable } from './nodes.ts';
import { type DryRun, dryRunOf, nameOf, operationText } from './printResult.ts';
import { waitUntilGone } from './untilGone.ts';

/** `kubectl drain`: cordons nodes, then evicts their pods. Models kubectl/pkg/cmd/drain/drain.go, v0.36. */
export const drain: Subcommand = { path: 'drain', help: DRAIN_HELP, run, complete: completeNodes };

function run(invocation: Invocation): Finish {
  const misuse = nodeMisuse(invocation);
  if (misuse !== null) return invocation.misused(misuse);
  const dryRun = dryRunOf(invocation);
  if (!dryRun.ok) return invocation.fail(dryRun.error);
  const selector = invocation.flags.text('pod-selector');
  if (selector.split(',').some((part) => part.split(/==?/).length > 2)) {
    return invocation.fail('--pod-selector=<pod_selector> must be a valid label selector');
  }
  const nodes = chosenNodes(invocation);
  if (!nodes.ok) return invocation.fail(nodes.error);
  const pods = resourceNamed(invocation, 'pods');
  if (!pods.ok) return invocation.fail(pods.error);
  for (const node of nodes.value) setSchedulable(invocation, node, true, dryRun.value);
  const pending: string[] = [];
  const fatal: string[] = [];
  for (const node of nodes.value) {
    const errors = drainOne(invocation, node, pods.value, dryRun.value);
    if (errors.length === 0) {
      invocation.print(`${nameOf(node.object)} ${operationText('drained', dryRun.value)}\n`);
      continue;
    }
    const error = errors.length === 1 ? errors.join('') : `[${errors.join(', ')}]`;
    const what = `unable to drain node ${goQuote(node.name)} due to error: ${error}`;
    invocation.complain(`error: ${what}, continuing command...\n`);
    pending.push(` ${node.name}\n`);
    fatal.push(...errors.map((text) => `${text}\n`));
  }
  if (pending.length === 0) return invocation.done();
  invocation.complain(`There are pending nodes to be drained:\n${pending.join('')}${fatal.join('')}`);
  return { exitCode: 1 };
}

/** Evicts a node's pods; what stands against it, when something does. */
function drainOne(invocation: Invocation, node: Info, resource: Resource, dryRun: DryRun): readonly string[] {
  const { flags } = invocation;
  const selector = flags.text('pod-selector');
  const query = [
    ['fieldSelector', `spec.nodeName=${node.name}`] as const,
    ...(selector === '' ? [] : [['labelSelector', selector] as const]),
  ];
  const listed = invocation.call({ method: 'GET', path: pathOf(resource, ''), query, resource: 'pods' });
  if (!listed.ok) return [errorText(listed.error)];
  const { pods, warnings, errors } = drainablePods(objectsAt(listed.value.object, 'items'), {
    force: flags.on('force'),
    ignoreDaemonSets: flags.on('ignore-daemonsets'),
    deleteEmptyDir: flags.on('delete-emptydir-data'),
  });
  if (errors.length > 0) return errors;
  if (warnings.length > 0) invocation.complain(`Warning: ${warnings.join('; ')}\n`);
  const failures = pods.flatMap((pod) => {
    const failure = evict(invocation, pod, resource, dryRun);
    return failure === null ? [] : [failure];
  });
  if (dryRun !== 'none' || failures.length > 0) return failures;
  for (const pod of pods) {
    waitUntilGone(invocation, { resource, ...placeOf(pod) });
    invocation.print(`pod/${placeOf(pod).name} evicted\n`);
  }
  return [];
}

function evict(invocation: Invocation, pod: JsonObject, resource: Resource, dryRun: DryRun): string | null {
  const { namespace, name } = placeOf(pod);
  const mark = { none: '', client: ' (dry run)', server: ' (server dry run)' }[dryRun];
  invocation.print(`evicting pod ${namespace}/${name}${mark}\n`);
  if (dryRun === 'client') return null;
  const grace = invocation.flags.number('grace-period');
  const deleteOptions = {
    ...(grace < 0 ? {} : { gracePeriodSeconds: grace }),
    ...(dryRun === 'server' ? { dryRun: ['All'] } : {}),
  };
  const body = { kind: 'Eviction', apiVersion: 'policy/v1', metadata: { name, namespace }, deleteOptions };
  const path = pathOf(resource, namespace, name, 'eviction');
  const answer =
    dryRun === 'server'
      ? invocation.call({ method: 'POST', path, query: [['dryRun', 'All']], body })
      : invocation.call({ method: 'POST', path, body });
  if (answer.ok || reasonOf(answer.error) === 'NotFound') return null;
  return `error when evicting pods/${goQuote(name)} -n ${goQuote(namespace)}: ${errorText(answer.error)}`;
}

function placeOf(pod: JsonObject): { readonly namespace: string; readonly name: string } {
  const metadata = objectAt(pod, 'metadata');
  return { namespace: textAt(metadata, 'namespace'), name: textAt(metadata, 'name') };
}
