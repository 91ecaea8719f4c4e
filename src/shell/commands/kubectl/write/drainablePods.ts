import { objectAt, objectsAt, textAt, valueAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';

/** What a line of `kubectl drain` allows. */
export interface DrainRules {
  readonly force: boolean;
  readonly ignoreDaemonSets: boolean;
  readonly deleteEmptyDir: boolean;
}

/** Which pods go, what is remarked about some, and why others keep a node from being drained. */
export interface Drainable {
  readonly pods: readonly JsonObject[];
  readonly warnings: readonly string[];
  readonly errors: readonly string[];
}

type Verdict =
  | { readonly is: 'okay' | 'skip' }
  | { readonly is: 'warning'; readonly goes: boolean; readonly text: string }
  | { readonly is: 'error'; readonly text: string };

/** Sorts a node's pods; mirror pods stay with their kubelet. Models kubectl/pkg/drain/filters.go, v0.36. */
export function drainablePods(pods: readonly JsonObject[], rules: DrainRules): Drainable {
  const warnings = new Map<string, string[]>();
  const errors = new Map<string, string[]>();
  const going: JsonObject[] = [];
  for (const pod of pods) {
    const verdict = judged(pod, rules);
    const metadata = objectAt(pod, 'metadata');
    const name = `${textAt(metadata, 'namespace')}/${textAt(metadata, 'name')}`;
    if (verdict.is === 'okay' || (verdict.is === 'warning' && verdict.goes)) going.push(pod);
    if (verdict.is === 'warning') warnings.set(verdict.text, [...(warnings.get(verdict.text) ?? []), name]);
    if (verdict.is === 'error') errors.set(verdict.text, [...(errors.get(verdict.text) ?? []), name]);
  }
  const told = (texts: ReadonlyMap<string, readonly string[]>) =>
    [...texts].map(([text, names]) => `${text}: ${names.join(', ')}`);
  return { pods: going, warnings: told(warnings), errors: told(errors).map((text) => `cannot delete ${text}`) };
}

/** The last filter that has something to say decides. */
function judged(pod: JsonObject, { force, ignoreDaemonSets, deleteEmptyDir }: DrainRules): Verdict {
  const metadata = objectAt(pod, 'metadata');
  const phase = textAt(objectAt(pod, 'status'), 'phase');
  const isOver = phase === 'Succeeded' || phase === 'Failed';
  const owner = objectsAt(metadata, 'ownerReferences').find((one) => valueAt(one, 'controller') === true);
  if (owner !== undefined && textAt(owner, 'kind') === 'DaemonSet' && !isOver) {
    return ignoreDaemonSets
      ? { is: 'warning', goes: false, text: 'ignoring DaemonSet-managed Pods' }
      : { is: 'error', text: 'DaemonSet-managed Pods (use --ignore-daemonsets to ignore)' };
  }
  if (Object.hasOwn(objectAt(metadata, 'annotations'), 'kubernetes.io/config.mirror')) return { is: 'skip' };
  if (isOver) return { is: 'okay' };
  const isLocal = objectsAt(objectAt(pod, 'spec'), 'volumes').some((volume) => Object.hasOwn(volume, 'emptyDir'));
  if (isLocal && !deleteEmptyDir) {
    return { is: 'error', text: 'Pods with local storage (use --delete-emptydir-data to override)' };
  }
  if (owner === undefined) {
    return force
      ? { is: 'warning', goes: true, text: 'deleting Pods that declare no controller' }
      : { is: 'error', text: 'Pods that declare no controller (use --force to override)' };
  }
  return isLocal ? { is: 'warning', goes: true, text: 'deleting Pods with local storage' } : { is: 'okay' };
}
