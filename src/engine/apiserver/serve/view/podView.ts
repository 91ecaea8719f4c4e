import { isMissing } from '../../../controlplane/clusterState.ts';
import { objects, withDefaults } from '../../../host/containers/podDefaults.ts';
import { shape } from '../../../host/containers/podShape.ts';
import { isObject, type JsonObject } from '../../../json.ts';
import type { World } from '../../../world/world.ts';
import { objectAt, objectsAt, textAt, valueAt } from '../../json.ts';
import { nodeView } from './nodeView.ts';
import { unschedulable } from './obstacle.ts';
import { isHeard, reportedStatus, reportOf } from './reports.ts';

/** A Pod, stored or a mirror, with its spec's defaults and the status that its kubelet reported. */
export function podView(world: World, pod: JsonObject): JsonObject {
  const metadata = objectAt(pod, 'metadata');
  const spec = wholeSpec(objectAt(pod, 'spec'));
  const nodeName = textAt(spec, 'nodeName');
  const [namespace, name] = [textAt(metadata, 'namespace'), textAt(metadata, 'name')];
  const told = nodeName === '' ? null : reportedStatus(world, nodeName, namespace, name);
  const status = told === null ? { ...pending(world, spec, metadata), ...objectAt(pod, 'status') } : told;
  const heard = nodeName === '' || isHeard(world, reportOf(world, nodeName));
  return { ...pod, spec, status: heard ? status : unready(status) };
}

const specs = new WeakMap<JsonObject, JsonObject>();

/** A spec with all that the API machinery fills in; one that does not have its shape stays as it is. */
function wholeSpec(spec: JsonObject): JsonObject {
  const known = specs.get(spec);
  if (known !== undefined) return known;
  const shaped = shape(spec, 'PodSpec');
  const whole = shaped.ok ? withDefaults(shaped.value) : spec;
  specs.set(spec, whole);
  return whole;
}

/** A pod that no kubelet has spoken of yet; where a scheduler looks for nodes and found none, it says so. */
function pending(world: World, spec: JsonObject, metadata: JsonObject): JsonObject {
  const qosClass = qosOf(spec);
  if (textAt(spec, 'nodeName') !== '' || isMissing(world, 'kube-scheduler')) return { phase: 'Pending', qosClass };
  const condition = {
    type: 'PodScheduled',
    status: 'False',
    lastProbeTime: null,
    lastTransitionTime: textAt(metadata, 'creationTimestamp') || null,
    reason: 'Unschedulable',
    message: unschedulable(nodesOf(world), { spec }),
  };
  return { phase: 'Pending', conditions: [condition], qosClass };
}

function nodesOf(world: World): readonly JsonObject[] {
  return Object.entries(world.cluster.objects).flatMap(([key, object]) =>
    key.startsWith('Node/') ? [nodeView(world, object)] : [],
  );
}

/** Models MarkPodsNotReady in pkg/controller/util/node/controller_utils.go, v1.36. */
function unready(status: JsonObject): JsonObject {
  if (valueAt(status, 'conditions') === null) return status;
  const conditions = objectsAt(status, 'conditions').map((condition) =>
    textAt(condition, 'type') === 'Ready' && textAt(condition, 'status') === 'True'
      ? { ...condition, status: 'False' }
      : condition,
  );
  return { ...status, conditions };
}

function qosOf(spec: JsonObject): string {
  const amounts = objects(spec.containers).map((one) => objectAt(one, 'resources'));
  const given = amounts.some((one) => isObject(one.limits) || isObject(one.requests));
  return given ? 'Burstable' : 'BestEffort';
}
