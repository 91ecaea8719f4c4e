import type { Cluster } from './cluster.ts';
import { type Binding, boundRules, policyOf } from './policy.ts';
import type { PolicyRule } from './policyRule.ts';
import { names } from './rbac.ts';
import type { Subject } from './subject.ts';

/**
 * Every rule that RBAC gives to a subject: those of ClusterRoleBindings first, then those of the RoleBindings of a namespace.
 * Models RulesFor in pkg/registry/rbac/validation/rule.go, v1.36.
 */
export function rulesOf(cluster: Cluster, subject: Subject, namespace: string): readonly PolicyRule[] {
  const policy = policyOf(cluster);
  const own = namespace === '' ? [] : (policy.bindings.get(namespace) ?? []);
  const naming = (binding: Binding) => binding.subjects.some((one) => names(one, subject, binding.reference.namespace));
  return [...policy.clusterBindings, ...own].filter(naming).flatMap((binding) => boundRules(policy, binding) ?? []);
}
