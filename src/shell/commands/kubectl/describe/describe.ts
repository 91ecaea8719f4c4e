import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
import { READ_HELP } from '../help/read.data.ts';
import type { Invocation } from '../invocation.ts';
import { pathOf, type Resource, resourceOfKind } from '../kinds/mapper.ts';
import { selectionOf } from '../kinds/selection.ts';
import { errorText, type KubeError, plainError, reasonOf } from '../kubeError.ts';
import { completeResources } from '../read/completeResources.ts';
import { type Asking, fetchAll, nameOf } from '../read/fetch.ts';
import { manifestSelection } from '../read/manifestSelection.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import { describeNode } from './describeNode.ts';
import { describerOf, WITHOUT_EVENTS } from './describers.ts';

/** `kubectl describe`. Models kubectl/pkg/cmd/describe/describe.go, v0.36. */
export const DESCRIBE: Subcommand = {
  path: 'describe',
  help: READ_HELP.describe ?? '',
  run,
  complete: completeResources,
};

/** An object to describe. */
interface Item {
  readonly resource: Resource;
  readonly object: JsonObject;
}

function run(invocation: Invocation): Finish {
  const { flags, parameters } = invocation;
  const namespace = invocation.namespace();
  if (!namespace.ok) return invocation.fail(namespace.error);
  const files = flags.list('filename');
  if (parameters.length === 0 && files.length === 0) {
    return invocation.fail(
      'You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.\n',
    );
  }
  const asking: Asking = {
    namespace: namespace.value,
    allNamespaces: flags.on('all-namespaces'),
    labelSelector: flags.text('selector'),
    fieldSelector: '',
    subresource: '',
    limit: Math.max(0, flags.number('chunk-size')),
    accept: 'application/json',
    query: [],
  };
  const selection =
    files.length > 0
      ? manifestSelection(invocation)
      : selectionOf(invocation, parameters, {
          selector: asking.labelSelector !== '',
          allNamespaces: asking.allNamespaces,
        });
  if (!selection.ok) return invocation.fail(selection.error);
  const { batches, errors } = fetchAll(invocation, selection.value.wanted, asking, selection.value.unread);
  const items = batches.flatMap(({ resource, objects }) => objects.map((object): Item => ({ resource, object })));
  const [error] = errors;
  if (error !== undefined && errors.length === 1 && reasonOf(error) === 'NotFound' && parameters.length === 2) {
    return describeMatching(invocation, selection.value.wanted[0]?.resource, parameters[1] ?? '', asking, error);
  }
  const alone = items.length === 1 && errors.length === 0;
  const withEvents = flags.isSet('show-events') ? flags.on('show-events') : alone;
  return describeItems(invocation, items, errors, withEvents, asking);
}

function describeItems(
  invocation: Invocation,
  items: readonly Item[],
  before: readonly KubeError[],
  withEvents: boolean,
  asking: Asking,
): Finish {
  const errors = [...before];
  items.forEach((item, index) => {
    const described = describeItem(invocation, item, withEvents);
    if ('error' in described) errors.push(plainError(described.error));
    else invocation.print(index === 0 ? described.text : `\n\n${described.text}`);
  });
  if (errors.length > 0) return invocation.fail({ kind: 'several', errors });
  if (items.length === 0) {
    invocation.complain(
      asking.allNamespaces ? 'No resources found\n' : `No resources found in ${asking.namespace} namespace.\n`,
    );
  }
  return invocation.done();
}

/** A name that nothing has may begin those of others. */
function describeMatching(
  invocation: Invocation,
  resource: Resource | undefined,
  prefix: string,
  asking: Asking,
  error: KubeError,
): Finish {
  if (resource === undefined) return invocation.fail(error);
  const { batches, errors } = fetchAll(invocation, [{ resource, name: '' }], { ...asking, labelSelector: '' });
  const [unlisted] = errors;
  if (unlisted !== undefined) return invocation.fail(unlisted);
  const objects = batches.flatMap((batch) => batch.objects).filter((object) => nameOf(object).startsWith(prefix));
  if (objects.length === 0) return invocation.fail(error);
  const withEvents = invocation.flags.isSet('show-events') && invocation.flags.on('show-events');
  for (const object of objects) {
    const described = describeItem(invocation, { resource, object }, withEvents);
    if ('error' in described) return invocation.fail(described.error);
    invocation.print(`${described.text}\n`);
  }
  return invocation.done();
}

function describeItem(
  invocation: Invocation,
  { resource, object }: Item,
  withEvents: boolean,
): { readonly text: string } | { readonly error: string } {
  const { kind, name } = resource;
  const describer = describerOf(kind);
  if (describer === null) return { error: `portside: describing ${name} is not modelled` };
  const pods = kind === 'Node' ? podsOn(invocation, nameOf(object)) : null;
  if (pods !== null && 'error' in pods) return pods;
  const events = withEvents && !WITHOUT_EVENTS.includes(kind) ? eventsOf(invocation, resource, object) : null;
  const { now } = invocation.world;
  if (pods === null) return describer(object, { events, now });
  return { text: describeNode(object, { events, now, pods: pods.pods, lease: leaseOf(invocation, nameOf(object)) }) };
}

/** What happened to an object; null when the API server does not tell. */
function eventsOf(invocation: Invocation, resource: Resource, object: JsonObject): readonly JsonObject[] | null {
  const metadata = objectAt(object, 'metadata');
  const events = resourceOfKind('v1', 'Event');
  if (events === null) return null;
  const terms = [
    ...(resource.kind === 'Pod' ? [] : [`involvedObject.kind=${resource.kind}`]),
    `involvedObject.name=${textAt(metadata, 'name')}`,
    `involvedObject.namespace=${textAt(metadata, 'namespace')}`,
    ...(textAt(metadata, 'uid') === '' ? [] : [`involvedObject.uid=${textAt(metadata, 'uid')}`]),
  ];
  const answer = invocation.call({
    method: 'GET',
    path: pathOf(events, textAt(metadata, 'namespace')),
    query: [
      ['fieldSelector', terms.join(',')],
      ['limit', '500'],
    ],
  });
  return answer.ok ? objectsAt(answer.value.object, 'items') : null;
}

type Pods = { readonly pods: readonly JsonObject[] | null } | { readonly error: string };

function podsOn(invocation: Invocation, node: string): Pods {
  const pods = resourceOfKind('v1', 'Pod');
  if (pods === null) return { pods: null };
  const fieldSelector = `spec.nodeName=${node},status.phase!=Failed,status.phase!=Succeeded`;
  const answer = invocation.call({
    method: 'GET',
    path: pathOf(pods, ''),
    query: [
      ['fieldSelector', fieldSelector],
      ['limit', '500'],
    ],
  });
  if (answer.ok) return { pods: objectsAt(answer.value.object, 'items') };
  return reasonOf(answer.error) === 'Forbidden' ? { pods: null } : { error: errorText(answer.error) };
}

function leaseOf(invocation: Invocation, node: string): { readonly object: JsonObject } | { readonly error: string } {
  const leases = resourceOfKind('coordination.k8s.io/v1', 'Lease');
  if (leases === null) return { error: '' };
  const answer = invocation.call({ method: 'GET', path: pathOf(leases, 'kube-node-lease', node) });
  return answer.ok ? { object: answer.value.object } : { error: errorText(answer.error) };
}
