import type { Json } from '../../json.ts';
import { labelKeyErrors, labelValueErrors } from '../go/labels.ts';

const ALLOWED = [
  'beta.kubernetes.io/arch',
  'beta.kubernetes.io/instance-type',
  'beta.kubernetes.io/os',
  'failure-domain.beta.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone',
  'kubernetes.io/arch',
  'kubernetes.io/hostname',
  'kubernetes.io/os',
  'node.kubernetes.io/instance-type',
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
];
const PREFIXES = ['kubelet.kubernetes.io', 'node.kubernetes.io'];

/** What is wrong with `--node-labels`, behind `failed to validate kubelet flags: `; null when nothing is. Models ValidateKubeletFlags, v1.36. */
export function nodeLabelsError(labels: Json): string | null {
  if (typeof labels !== 'object' || labels === null) return null;
  const pairs = Object.entries(labels);
  const unknown = pairs.map(([key]) => key).filter((key) => isReserved(key) && !isAllowed(key));
  if (unknown.length > 0) {
    return `unknown 'kubernetes.io' or 'k8s.io' labels specified with --node-labels: [${unknown.sort().join(' ')}]\n--node-labels in the 'kubernetes.io' namespace must begin with an allowed prefix (${PREFIXES.join(', ')}) or be in the specifically allowed set (${ALLOWED.join(', ')})`;
  }
  const bad = pairs.flatMap(([key, value]) => [
    ...complaint(key, labelKeyErrors(key)),
    ...complaint(String(value), labelValueErrors(String(value))),
  ]);
  return bad.length === 0 ? null : `invalid node labels: ${bad.join('; ')}`;
}

function complaint(text: string, errors: readonly string[]): readonly string[] {
  return errors.length === 0 ? [] : [`'${text}' - ${errors.join(', ')}`];
}

function namespaceOf(key: string): string {
  return key.includes('/') ? key.slice(0, key.indexOf('/')) : '';
}

function isWithin(namespace: string, domain: string): boolean {
  return namespace === domain || namespace.endsWith(`.${domain}`);
}

/** Whether a label belongs to Kubernetes' own names. */
export function isReserved(key: string): boolean {
  const namespace = namespaceOf(key);
  return isWithin(namespace, 'kubernetes.io') || isWithin(namespace, 'k8s.io');
}

/** Whether a kubelet may give its own node such a label all the same. */
export function isAllowed(key: string): boolean {
  return ALLOWED.includes(key) || PREFIXES.some((prefix) => isWithin(namespaceOf(key), prefix));
}
