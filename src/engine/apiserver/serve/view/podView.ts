import { objects, withDefaults } from '../../../host/containers/podDefaults.ts';
import { shape } from '../../../host/containers/podShape.ts';
import { isObject, type JsonObject } from '../../../json.ts';
import type { World } from '../../../world/world.ts';
import { objectAt, objectsAt, textAt } from '../../json.ts';
import { isHeard, reportedStatus, reportOf } from './reports.ts';

/** A Pod, stored or a mirror, with its spec's defaults and the status that its kubelet reported. */
export function podView(world: World, pod: JsonObject): JsonObject {
  const metadata = objectAt(pod, 'metadata');
  const shaped = shape(pod.spec ?? {}, 'PodSpec');
  const spec = shaped.ok ? withDefaults(shaped.value) : objectAt(pod, 'spec');
  const nodeName = textAt(spec, 'nodeName');
  const [namespace, name] = [textAt(metadata, 'namespace'), textAt(metadata, 'name')];
  const told = nodeName === '' ? null : reportedStatus(world, nodeName, namespace, name);
  const status = told === null ? { ...pending(spec, metadata), ...objectAt(pod, 'status') } : told;
  const heard = nodeName === '' || isHeard(world, reportOf(world, nodeName));
  return { ...pod, spec, status: heard ? status : unready(status) };
}

/** A pod that no kubelet has spoken of yet. */
function pending(spec: JsonObject, metadata: JsonObject): JsonObject {
  const nodeName = textAt(spec, 'nodeName');
  const at = textAt(metadata, 'creationTimestamp') || null;
  const scheduled =
    nodeName === ''
      ? {
          type: 'PodScheduled',
          status: 'False',
          lastProbeTime: null,
          lastTransitionTime: at,
          reason: 'Unschedulable',
          message: 'no nodes available to schedule pods',
        }
      : { type: 'PodScheduled', status: 'True', lastProbeTime: null, lastTransitionTime: at };
  return { phase: 'Pending', conditions: [scheduled], qosClass: qosOf(spec) };
}

/** Models MarkPodsNotReady in pkg/controller/util/node/controller_utils.go, v1.36. */
function unready(status: JsonObject): JsonObject {
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
