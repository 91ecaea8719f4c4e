import { placeText } from '#engine/explain/cause.ts';
import { readText } from '#engine/host/files.ts';
import { nodeNamed, type World } from '#engine/world/world.ts';
import { oneLine } from './stillness.ts';

const NODE = 'controlplane';
const MANIFEST = '/etc/kubernetes/manifests/kube-apiserver.yaml';

/** Flags that count for nothing without another one. */
const PARTNERS: Readonly<Record<string, string>> = { 'kubelet-client-certificate': 'kubelet-client-key' };

/** Which line of the API server's manifest gives it a flag, or that none does. */
export function manifestSays(world: World, flag: string): string {
  const text = readText(nodeNamed(world, NODE)?.host.files ?? {}, MANIFEST);
  if (text === null) return `There is no ${MANIFEST} on ${NODE}.`;
  const rows = text.split('\n');
  const at = (name: string): number => rows.findIndex((row) => new RegExp(`^\\s*-\\s+["']?--${name}=`).test(row));
  const line = at(flag);
  const missing = line === -1 ? flag : PARTNERS[flag];
  if (missing !== undefined && at(missing) === -1) {
    return `Its manifest, kube-apiserver.yaml on ${NODE}, does not name --${missing}.`;
  }
  return `On ${NODE}, ${placeText({ file: MANIFEST, line: line + 1 })} says ${rows[line]?.trim().replace(/^- /, '') ?? ''}.`;
}

const KLOG_HEADER = /^[IWEF]\d{4} \S+\s+\d+ \S+\] /;

/** Why no API server answers: what its last attempt logged, or that nobody runs it. */
export function silence(world: World): string {
  const pods = Object.values(nodeNamed(world, NODE)?.runtime?.pods ?? {});
  const program = pods.map((pod) => pod.program).find((run) => run?.program === 'kube-apiserver');
  if (program === undefined || program === null) {
    return `No pod of kube-apiserver runs on ${NODE}: see ${MANIFEST}.`;
  }
  if (program.blocked !== null) return `${NODE} cannot create its container: “${oneLine(program.blocked)}”.`;
  const latest = program.attempts.at(-1);
  if (latest?.state === 'starting' && latest.readyAt !== null) {
    return `The kube-apiserver of ${MANIFEST} on ${NODE} is starting, and does not answer yet.`;
  }
  const last = program.attempts.findLast(({ state }) => state === 'ended') ?? latest;
  const said = last?.log.at(-1);
  return said === undefined
    ? `The kube-apiserver of ${MANIFEST} on ${NODE} has not come up yet.`
    : `The kube-apiserver of ${MANIFEST} on ${NODE} said last: “${oneLine(said.text.replace(KLOG_HEADER, ''))}”.`;
}
