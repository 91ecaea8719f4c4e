import { objectAt, objectsAt, textAt, textsAt, valueAt } from '#engine/apiserver/json.ts';
import { parseQuantity } from '#engine/config/go/quantity.ts';
import type { JsonObject } from '#engine/json.ts';
import { ageOf } from '../tables/age.ts';
import { rolesOf } from '../tables/nodeCells.ts';
import type { Surroundings } from './describer.ts';
import { longTime, writeAnnotations, writeEvents, writeLabels, writeTaints } from './parts.ts';
import { type Amount, amountOf, sumOf } from './resourceSums.ts';
import { Sheet } from './sheet.ts';

/** What is told about a node besides itself. */
export interface NodeSurroundings extends Surroundings {
  /** Its pods that still run; null when one may not see them. */
  readonly pods: readonly JsonObject[] | null;
  readonly lease: { readonly object: JsonObject } | { readonly error: string };
}

/** Everything about a node. Models describeNode in kubectl/pkg/describe/describe.go, v0.36. */
export function describeNode(node: JsonObject, around: NodeSurroundings): string {
  const sheet = new Sheet();
  const metadata = objectAt(node, 'metadata');
  const spec = objectAt(node, 'spec');
  const status = objectAt(node, 'status');
  sheet.field(0, 'Name', textAt(metadata, 'name'));
  sheet.field(0, 'Roles', rolesOf(node).join(',') || '<none>');
  writeLabels(sheet, 'Labels', objectAt(metadata, 'labels'));
  writeAnnotations(sheet, objectAt(metadata, 'annotations'));
  sheet.field(0, 'CreationTimestamp', longTime(textAt(metadata, 'creationTimestamp')));
  writeTaints(sheet, spec);
  sheet.field(0, 'Unschedulable', valueAt(spec, 'unschedulable') === true ? 'true' : 'false');
  writeLease(sheet, around.lease);
  writeConditions(sheet, status);
  sheet.write(0, 'Addresses:\n');
  for (const address of objectsAt(status, 'addresses'))
    sheet.field(1, textAt(address, 'type'), textAt(address, 'address'));
  for (const [title, key] of [
    ['Capacity', 'capacity'],
    ['Allocatable', 'allocatable'],
  ] as const) {
    const amounts = objectAt(status, key);
    const names = Object.keys(amounts).sort();
    if (names.length > 0) sheet.write(0, `${title}:\n`);
    for (const name of names) sheet.field(1, name, String(amounts[name]));
  }
  writeSystem(sheet, objectAt(status, 'nodeInfo'));
  const ranges = textsAt(spec, 'podCIDRs').join(',');
  if (textAt(spec, 'podCIDR') !== '') sheet.field(0, 'PodCIDR', textAt(spec, 'podCIDR'));
  if (ranges !== '') sheet.field(0, 'PodCIDRs', ranges);
  if (around.pods === null) sheet.field(0, 'Pods', 'not authorized');
  else writePods(sheet, status, around.pods, around.now);
  writeEvents(sheet, around.events, around.now);
  return sheet.text();
}

function writeLease(sheet: Sheet, lease: NodeSurroundings['lease']): void {
  if ('error' in lease) {
    sheet.field(0, 'Lease', `Failed to get lease: ${lease.error}`);
    return;
  }
  const spec = objectAt(lease.object, 'spec');
  const time = (key: string) => (textAt(spec, key) === '' ? '<unset>' : longTime(textAt(spec, key)));
  sheet.write(0, 'Lease:\n');
  sheet.field(1, 'HolderIdentity', textAt(spec, 'holderIdentity') || '<unset>');
  sheet.field(1, 'AcquireTime', time('acquireTime'));
  sheet.field(1, 'RenewTime', time('renewTime'));
}

function writeConditions(sheet: Sheet, status: JsonObject): void {
  const conditions = objectsAt(status, 'conditions');
  if (conditions.length === 0) return;
  sheet.write(0, 'Conditions:\n  Type\tStatus\tLastHeartbeatTime\tLastTransitionTime\tReason\tMessage\n');
  sheet.write(1, '----\t------\t-----------------\t------------------\t------\t-------\n');
  for (const one of conditions) {
    const cells = [
      `${textAt(one, 'type')} `,
      `${textAt(one, 'status')} `,
      `${longTime(textAt(one, 'lastHeartbeatTime'))} `,
      `${longTime(textAt(one, 'lastTransitionTime'))} `,
      `${textAt(one, 'reason')} `,
      textAt(one, 'message'),
    ];
    sheet.write(1, `${cells.join('\t')}\n`);
  }
}

const SYSTEM: readonly (readonly [title: string, key: string])[] = [
  ['Machine ID', 'machineID'],
  ['System UUID', 'systemUUID'],
  ['Boot ID', 'bootID'],
  ['Kernel Version', 'kernelVersion'],
  ['OS Image', 'osImage'],
  ['Operating System', 'operatingSystem'],
  ['Architecture', 'architecture'],
  ['Container Runtime Version', 'containerRuntimeVersion'],
  ['Kubelet Version', 'kubeletVersion'],
];

function writeSystem(sheet: Sheet, info: JsonObject): void {
  sheet.write(0, 'System Info:\n');
  for (const [title, key] of SYSTEM) sheet.field(1, title, textAt(info, key));
}

const RESOURCES = ['cpu', 'memory', 'ephemeral-storage'] as const;
const SIDES = ['requests', 'limits'] as const;

function writePods(sheet: Sheet, status: JsonObject, pods: readonly JsonObject[], now: number): void {
  const allocatable =
    valueAt(status, 'allocatable') === null ? objectAt(status, 'capacity') : objectAt(status, 'allocatable');
  const share = ({ value, text }: Amount, resource: string, ofPod: boolean) => {
    const all = parseQuantity(textAt(allocatable, resource))?.value ?? 0;
    // Go's integer of 0/0 and of x/0, where the sums of all pods are spared the division.
    const percent = all === 0 ? (ofPod ? '-9223372036854775808' : '0') : String(Math.trunc((value / all) * 100));
    return `${text} (${percent}%)`;
  };
  sheet.field(0, 'Non-terminated Pods', `(${pods.length} in total)`);
  sheet.write(1, 'Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits\tAge\n');
  sheet.write(1, '---------\t----\t\t------------\t----------\t---------------\t-------------\t---\n');
  for (const pod of pods) {
    const metadata = objectAt(pod, 'metadata');
    const amounts = (['cpu', 'memory'] as const).flatMap((resource) =>
      SIDES.map((side) => share(amountOf(pod, side, resource), resource, true)),
    );
    const cells = [
      textAt(metadata, 'namespace'),
      textAt(metadata, 'name'),
      '',
      ...amounts,
      ageOf(textAt(metadata, 'creationTimestamp'), now),
    ];
    sheet.write(1, `${cells.join('\t')}\n`);
  }
  sheet.write(0, 'Allocated resources:\n  (Total limits may be over 100 percent, i.e., overcommitted.)\n');
  sheet.write(1, 'Resource\tRequests\tLimits\n');
  sheet.write(1, '--------\t--------\t------\n');
  const total = (side: (typeof SIDES)[number], resource: string) =>
    sumOf(pods.map((pod) => amountOf(pod, side, resource).text));
  for (const resource of RESOURCES) {
    sheet.write(1, `${[resource, ...SIDES.map((side) => share(total(side, resource), resource, false))].join('\t')}\n`);
  }
  const names = Object.keys(allocatable).sort();
  for (const name of names.filter((one) => one.startsWith('hugepages-'))) {
    sheet.write(1, `${[name, ...SIDES.map((side) => share(total(side, name), name, false))].join('\t')}\n`);
  }
  for (const name of names.filter((one) => one.includes('/'))) {
    sheet.write(1, `${[name, ...SIDES.map((side) => total(side, name).text)].join('\t')}\n`);
  }
}
