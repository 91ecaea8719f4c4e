/** RBAC once more, as plainly as it can be told, for tests that compare the engine with it. */

export interface NaiveRule {
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames: readonly string[];
}

export interface NaiveRole {
  readonly kind: 'ClusterRole' | 'Role';
  /** Empty for a ClusterRole. */
  readonly namespace: string;
  readonly name: string;
  readonly rules: readonly NaiveRule[];
}

export interface NaiveSubject {
  readonly kind: 'User' | 'Group' | 'ServiceAccount';
  readonly name: string;
  /** A ServiceAccount's; empty for the others. */
  readonly namespace: string;
}

export interface NaiveBinding {
  readonly kind: 'ClusterRoleBinding' | 'RoleBinding';
  readonly namespace: string;
  readonly name: string;
  readonly subjects: readonly NaiveSubject[];
  readonly role: { readonly kind: 'ClusterRole' | 'Role'; readonly name: string };
}

export interface NaivePolicy {
  readonly roles: readonly NaiveRole[];
  readonly bindings: readonly NaiveBinding[];
}

export interface NaiveQuestion {
  readonly user: string;
  readonly groups: readonly string[];
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly subresource: string;
  readonly namespace: string;
  readonly name: string;
}

/** Whether a policy lets a user do it. */
export function mayNaively(policy: NaivePolicy, question: NaiveQuestion): boolean {
  if (question.groups.includes('system:masters')) return true;
  for (const binding of policy.bindings) {
    for (const rule of rulesOf(policy, binding)) {
      if (bindingReaches(binding, question) && ruleMatches(rule, question)) return true;
    }
  }
  return false;
}

/** Whether a binding holds where the question is asked, and names who asks. */
export function bindingReaches(binding: NaiveBinding, question: NaiveQuestion): boolean {
  if (binding.kind === 'RoleBinding' && binding.namespace !== question.namespace) return false;
  for (const { kind, name, namespace } of binding.subjects) {
    if (kind === 'User' && name === question.user) return true;
    if (kind === 'Group' && question.groups.includes(name)) return true;
    if (kind === 'ServiceAccount' && `system:serviceaccount:${namespace}:${name}` === question.user) return true;
  }
  return false;
}

/** The rules that a binding hands out; none when there is no such role. */
export function rulesOf(policy: NaivePolicy, binding: NaiveBinding): readonly NaiveRule[] {
  const namespace = binding.role.kind === 'Role' ? binding.namespace : '';
  const role = policy.roles.find(
    ({ kind, name, namespace: home }) => kind === binding.role.kind && name === binding.role.name && home === namespace,
  );
  return role?.rules ?? [];
}

/** Whether a rule covers a question: verb, group, resource and name, each on its own. */
export function ruleMatches(rule: NaiveRule, { verb, group, resource, subresource, name }: NaiveQuestion): boolean {
  const full = subresource === '' ? resource : `${resource}/${subresource}`;
  const verbs = rule.verbs.includes('*') || rule.verbs.includes(verb);
  const groups = rule.apiGroups.includes('*') || rule.apiGroups.includes(group);
  const every = rule.resources.includes('*') || (subresource !== '' && rule.resources.includes(`*/${subresource}`));
  const names = rule.resourceNames.length === 0 || rule.resourceNames.includes(name);
  return verbs && groups && (every || rule.resources.includes(full)) && names;
}
