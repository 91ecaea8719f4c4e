import { objectAt, objectsAt, textAt, valueAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
import { ageOf } from '../tables/age.ts';
import { numberAt } from '../tables/podCells.ts';
import { writeContainers, writeResources } from './containers.ts';
import type { Surroundings } from './describer.ts';
import { longTime, writeAnnotations, writeEvents, writeLabels, writeLines } from './parts.ts';
import { qosClass } from './qosClass.ts';
import { Sheet } from './sheet.ts';
import { writeVolumes } from './volumes.ts';

/** Everything about a pod. Models describePod in kubectl/pkg/describe/describe.go, v0.36. */
export function describePod(pod: JsonObject, { events, now }: Surroundings): string {
  const sheet = new Sheet();
  const metadata = objectAt(pod, 'metadata');
  const spec = objectAt(pod, 'spec');
  const status = objectAt(pod, 'status');
  sheet.field(0, 'Name', textAt(metadata, 'name'));
  sheet.field(0, 'Namespace', textAt(metadata, 'namespace'));
  if (valueAt(spec, 'priority') !== null) sheet.field(0, 'Priority', numberAt(spec, 'priority'));
  optional(sheet, 'Priority Class Name', textAt(spec, 'priorityClassName'));
  optional(sheet, 'Runtime Class Name', textAt(spec, 'runtimeClassName'));
  optional(sheet, 'Service Account', textAt(spec, 'serviceAccountName'));
  const node = textAt(spec, 'nodeName');
  sheet.field(0, 'Node', node === '' ? '<none>' : `${node}/${textAt(status, 'hostIP')}`);
  if (textAt(status, 'startTime') !== '') sheet.field(0, 'Start Time', longTime(textAt(status, 'startTime')));
  writeLabels(sheet, 'Labels', objectAt(metadata, 'labels'));
  writeAnnotations(sheet, objectAt(metadata, 'annotations'));
  writePhase(sheet, metadata, status, now);
  optional(sheet, 'Reason', textAt(status, 'reason'));
  optional(sheet, 'Message', textAt(status, 'message'));
  optional(sheet, 'SeccompProfile', textAt(objectAt(objectAt(spec, 'securityContext'), 'seccompProfile'), 'type'));
  sheet.field(0, 'IP', textAt(status, 'podIP'));
  writeAddresses(sheet, status);
  const owner = objectsAt(metadata, 'ownerReferences').find((one) => valueAt(one, 'controller') === true);
  if (owner !== undefined) sheet.field(0, 'Controlled By', `${textAt(owner, 'kind')}/${textAt(owner, 'name')}`);
  optional(sheet, 'NominatedNodeName', textAt(status, 'nominatedNodeName'));
  if (valueAt(spec, 'resources') !== null) {
    sheet.write(0, 'Resources:\n');
    writeResources(sheet, 1, objectAt(spec, 'resources'));
  }
  if (objectsAt(spec, 'initContainers').length > 0) {
    writeContainers(sheet, 'Init Containers', pod, 'initContainers', 'initContainerStatuses');
  }
  writeContainers(sheet, 'Containers', pod, 'containers', 'containerStatuses');
  if (objectsAt(spec, 'ephemeralContainers').length > 0) {
    writeContainers(sheet, 'Ephemeral Containers', pod, 'ephemeralContainers', 'ephemeralContainerStatuses');
  }
  writeConditions(sheet, status);
  writeVolumes(sheet, objectsAt(spec, 'volumes'));
  sheet.field(0, 'QoS Class', qosClass(pod));
  writeLabels(sheet, 'Node-Selectors', objectAt(spec, 'nodeSelector'));
  writeTolerations(sheet, spec);
  writeEvents(sheet, events, now);
  return sheet.text();
}

function optional(sheet: Sheet, name: string, value: string): void {
  if (value !== '') sheet.field(0, name, value);
}

function writePhase(sheet: Sheet, metadata: JsonObject, status: JsonObject, now: number): void {
  const phase = textAt(status, 'phase');
  const deleted = textAt(metadata, 'deletionTimestamp');
  if (deleted === '' || phase === 'Failed' || phase === 'Succeeded') {
    sheet.field(0, 'Status', phase);
    return;
  }
  sheet.field(0, 'Status', `Terminating (lasts ${ageOf(deleted, now)})`);
  sheet.field(0, 'Termination Grace Period', `${numberAt(metadata, 'deletionGracePeriodSeconds')}s`);
}

function writeAddresses(sheet: Sheet, status: JsonObject): void {
  const addresses = objectsAt(status, 'podIPs');
  sheet.write(0, `IPs:${addresses.length === 0 ? '\t<none>' : ''}\n`);
  for (const address of addresses) sheet.field(1, 'IP', textAt(address, 'ip'));
}

function writeConditions(sheet: Sheet, status: JsonObject): void {
  const conditions = objectsAt(status, 'conditions');
  if (conditions.length === 0) return;
  sheet.write(0, 'Conditions:\n  Type\tStatus\n');
  for (const condition of conditions)
    sheet.write(1, `${textAt(condition, 'type')} \t${textAt(condition, 'status')} \n`);
}

function writeTolerations(sheet: Sheet, spec: JsonObject): void {
  const tolerations = objectsAt(spec, 'tolerations')
    .map((toleration, index) => ({ toleration, index }))
    .sort((left, right) => {
      const [one, other] = [textAt(left.toleration, 'key'), textAt(right.toleration, 'key')];
      return one < other ? -1 : one > other ? 1 : left.index - right.index;
    });
  const lines = tolerations.map(({ toleration }) => {
    const [key, value, effect] = ['key', 'value', 'effect'].map((name) => textAt(toleration, name));
    const seconds = valueAt(toleration, 'tolerationSeconds');
    const start = `${key}${value === '' ? '' : `=${value}`}${effect === '' ? '' : `:${effect}`}`;
    const exists = textAt(toleration, 'operator') === 'Exists' && value === '';
    return `${start}${exists ? `${start === '' ? '' : ' '}op=Exists` : ''}${seconds === null ? '' : ` for ${String(seconds)}s`}`;
  });
  writeLines(sheet, 'Tolerations', lines);
}
