import type { JsonObject } from '../../../../json.ts';
import type { Cluster } from '../../../cluster.ts';
import { objectAt, objectsAt, textAt } from '../../../json.ts';
import { objectOf } from '../../../objects.ts';
import { violations } from './checks.ts';
import type { Finding } from './finding.ts';
import { isStricter, type LevelVersion, levelText, type Policy, policyFor } from './level.ts';

/** What the plugin makes of a change: why it refuses, or what it warns of. */
export interface PodSecurityVerdict {
  readonly why: string | null;
  readonly warnings: readonly string[];
}

const NOTHING: PodSecurityVerdict = { why: null, warnings: [] };

/**
 * Holds a pod to the level its namespace enforces and warns of the one it warns of; a pod that changes only when an image or the
 * number of containers does. Models ValidatePod in pod-security-admission/admission/admission.go, v0.36.
 */
export function podVerdict(cluster: Cluster, pod: JsonObject, old: JsonObject | null): PodSecurityVerdict {
  const name = textAt(objectAt(pod, 'metadata'), 'namespace');
  const namespace = objectOf(cluster, { kind: 'Namespace', namespace: '', name });
  if (namespace === null || (old !== null && images(pod) === images(old))) return NOTHING;
  const { enforce, warn } = policyOfNamespace(namespace);
  const enforced = violations(pod, enforce);
  if (enforced.length > 0)
    return { why: `violates PodSecurity "${levelText(enforce)}": ${told(enforced)}`, warnings: [] };
  const warned = violations(pod, warn);
  if (warned.length === 0) return NOTHING;
  return { why: null, warnings: [`would violate PodSecurity "${levelText(warn)}": ${told(warned)}`] };
}

/** What is wrong with the labels of a namespace that are new. Models ValidateNamespace, v0.36. */
export function levelErrors(namespace: JsonObject, old: JsonObject | null): readonly string[] {
  const { errors } = policyOfNamespace(namespace);
  const before = old === null ? [] : policyOfNamespace(old).errors;
  return old !== null && errors.join('\n') === before.join('\n') ? [] : errors;
}

/** Which pods that are there a stricter level would not have let in. Models EvaluatePodsInNamespace, v0.36. */
export function strictnessWarnings(
  namespace: JsonObject,
  old: JsonObject,
  pods: readonly JsonObject[],
): readonly string[] {
  const [{ enforce }, before] = [policyOfNamespace(namespace), policyOfNamespace(old).enforce];
  if (enforce.level === 'privileged' || !isTighter(enforce, before)) return [];
  const names = new Map<string, string[]>();
  for (const pod of pods) {
    const reasons = violations(pod, enforce).map(({ reason }) => reason);
    if (reasons.length === 0) continue;
    const text = reasons.join(', ');
    names.set(text, [...(names.get(text) ?? []), textAt(objectAt(pod, 'metadata'), 'name')]);
  }
  if (names.size === 0) return [];
  const name = textAt(objectAt(namespace, 'metadata'), 'name');
  const told = `existing pods in namespace "${name}" violate the new PodSecurity enforce level "${levelText(enforce)}"`;
  return [told, ...[...names].map(([reasons, found]) => `${some(found)}: ${reasons}`).sort()];
}

function isTighter(enforce: LevelVersion, before: LevelVersion): boolean {
  return enforce.minor !== before.minor || isStricter(enforce.level, before.level);
}

function some(names: readonly string[]): string {
  const [first = ''] = [...names].sort();
  if (names.length === 1) return first;
  return `${first} (and ${names.length - 1} other ${names.length === 2 ? 'pod' : 'pods'})`;
}

function policyOfNamespace(namespace: JsonObject): Policy {
  return policyFor(objectAt(objectAt(namespace, 'metadata'), 'labels'));
}

function told(findings: readonly Finding[]): string {
  return findings.map(({ reason, detail }) => (detail === '' ? reason : `${reason} (${detail})`)).join(', ');
}

/** The images in their order: what makes a change of a pod one to judge. */
function images(pod: JsonObject): string {
  const spec = objectAt(pod, 'spec');
  return ['containers', 'initContainers']
    .map((key) =>
      objectsAt(spec, key)
        .map((container) => textAt(container, 'image'))
        .join('\n'),
    )
    .join('\n\n');
}
