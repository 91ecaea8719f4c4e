import type { Cluster } from '#engine/apiserver/cluster.ts';
import { type Binding, type BindingSubject, boundRules, policyOf } from '#engine/apiserver/policy.ts';
import type { PolicyRule } from '#engine/apiserver/policyRule.ts';

/** A subject that bindings give something about nodes, and their names. */
export interface BoundSubject {
  readonly subject: BindingSubject;
  readonly bindings: readonly string[];
}

/**
 * Every subject of a binding whose role speaks of nodes, in the order of the bindings' names. RoleBindings count too: that they
 * give nothing at a kubelet is worth seeing. Controllers are left out.
 */
export function boundSubjects(cluster: Cluster): readonly BoundSubject[] {
  const policy = policyOf(cluster);
  const found = new Map<string, { readonly subject: BindingSubject; readonly bindings: string[] }>();
  for (const binding of [...policy.clusterBindings, ...[...policy.bindings.values()].flat()]) {
    if (isController(binding) || !(boundRules(policy, binding) ?? []).some(speaksOfNodes)) continue;
    for (const named of binding.subjects) {
      const subject = settled(named, binding);
      if (subject === null) continue;
      const key = `${subject.kind} ${subject.namespace} ${subject.name}`;
      const known = found.get(key) ?? { subject, bindings: [] };
      known.bindings.push(binding.reference.name);
      found.set(key, known);
    }
  }
  return [...found.values()];
}

/** The API server's own bindings of its controllers: more than a dozen of them read nodes, and none ever asks a kubelet. */
function isController({ reference }: Binding): boolean {
  return reference.name.startsWith('system:controller:');
}

function speaksOfNodes({ apiGroups, resources }: PolicyRule): boolean {
  return (
    apiGroups.some((group) => group === '' || group === '*') &&
    resources.some((name) => name === '*' || name === 'nodes' || name.startsWith('nodes/') || name.startsWith('*/'))
  );
}

const ACCOUNT = /^system:serviceaccount:([^:]+):([^:]+)$/;

/** The subject as its own kind: a ServiceAccount has its namespace, a user that is one is one. Null for nobody. */
function settled({ kind, namespace, name }: BindingSubject, { reference }: Binding): BindingSubject | null {
  if (kind === 'ServiceAccount') {
    const home = namespace || reference.namespace;
    return home === '' ? null : { kind, namespace: home, name };
  }
  if (kind === 'User') {
    const [, home, account] = ACCOUNT.exec(name) ?? [];
    if (home !== undefined && account !== undefined) return { kind: 'ServiceAccount', namespace: home, name: account };
  }
  return kind === 'User' || kind === 'Group' ? { kind, namespace: '', name } : null;
}
