import { objectAt, objectsAt, textAt, valueAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
import { ageOf } from './age.ts';

const ROLE_LABEL = 'node-role.kubernetes.io/';

/** The cells of a node's line. Models printNode in pkg/printers/internalversion/printers.go, v1.36. */
export function nodeCells(node: JsonObject, now: number): readonly string[] {
  const metadata = objectAt(node, 'metadata');
  const status = objectAt(node, 'status');
  const info = objectAt(status, 'nodeInfo');
  const architecture = textAt(info, 'architecture');
  const kernel = textAt(info, 'kernelVersion') || '<unknown>';
  return [
    textAt(metadata, 'name'),
    readiness(node),
    rolesOf(node).join(',') || '<none>',
    ageOf(textAt(metadata, 'creationTimestamp'), now),
    textAt(info, 'kubeletVersion'),
    addressOf(status, 'InternalIP'),
    addressOf(status, 'ExternalIP'),
    textAt(info, 'osImage') || '<unknown>',
    architecture === '' ? kernel : `${kernel} (${architecture})`,
    textAt(info, 'containerRuntimeVersion') || '<unknown>',
  ];
}

function readiness(node: JsonObject): string {
  const ready = objectsAt(objectAt(node, 'status'), 'conditions').findLast((one) => textAt(one, 'type') === 'Ready');
  const words = ready === undefined ? 'Unknown' : textAt(ready, 'status') === 'True' ? 'Ready' : 'NotReady';
  return valueAt(objectAt(node, 'spec'), 'unschedulable') === true ? `${words},SchedulingDisabled` : words;
}

/** A node's roles, sorted: the ends of its role labels. */
export function rolesOf(node: JsonObject): readonly string[] {
  const labels = objectAt(objectAt(node, 'metadata'), 'labels');
  const roles = Object.entries(labels).flatMap(([key, value]) => {
    if (key.startsWith(ROLE_LABEL)) return key.length > ROLE_LABEL.length ? [key.slice(ROLE_LABEL.length)] : [];
    return key === 'kubernetes.io/role' && typeof value === 'string' && value !== '' ? [value] : [];
  });
  return [...new Set(roles)].sort();
}

function addressOf(status: JsonObject, type: string): string {
  const address = objectsAt(status, 'addresses').find((one) => textAt(one, 'type') === type);
  return address === undefined ? '<none>' : textAt(address, 'address');
}
