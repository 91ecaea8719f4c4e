import { goQuote } from '../config/go/quote.ts';
import type { Cluster } from './cluster.ts';
import { type Binding, type BindingSubject, boundRules, type Policy, policyOf } from './policy.ts';
import { ruleAllows } from './policyRule.ts';
import type { AccessDecision, AccessQuestion } from './review.ts';
import type { Subject } from './subject.ts';

/**
 * What RBAC says to a question: every ClusterRoleBinding counts, a RoleBinding only for questions inside its namespace,
 * and so never for nodes. RBAC only allows: a decision that does not is "no opinion", and its reason names the roles
 * that bindings refer to in vain.
 * Models plugin/pkg/auth/authorizer/rbac/rbac.go and pkg/registry/rbac/validation/rule.go, v1.36.
 */
export function authorizeRbac(cluster: Cluster, question: AccessQuestion): AccessDecision {
  const policy = policyOf(cluster);
  const considered: string[] = [];
  const errors: string[] = [];
  const { namespace, subject } = question;
  const namespaced = namespace === '' ? [] : naming(policy, policy.bindings.get(namespace) ?? [], subject);
  for (const { binding, rules, words } of [...clusterWide(policy, subject), ...namespaced]) {
    considered.push(binding.reference.name);
    if (rules === null) {
      errors.push(missingRole(binding));
      continue;
    }
    const rule = rules.findIndex((candidate) => ruleAllows(candidate, question));
    if (rule === -1) continue;
    return {
      allowed: true,
      reason: words.reason,
      by: 'RBAC',
      rule: { binding: binding.reference, role: binding.role, rule, through: words.through },
      considered,
    };
  }
  return { allowed: false, reason: denial(errors), by: null, rule: null, considered };
}

/** A binding that names whoever asks; the rules of its role, null when there is none. */
interface Naming {
  readonly binding: Binding;
  readonly rules: ReturnType<typeof boundRules>;
  /** RBAC's own when it allows by this, and the subject as whom. */
  readonly words: { readonly reason: string; readonly through: string };
}

function naming(policy: Policy, bindings: readonly Binding[], asking: Subject): readonly Naming[] {
  return bindings.flatMap((binding) => {
    const through = binding.subjects.find((subject) => names(subject, asking, binding.reference.namespace));
    if (through === undefined) return [];
    const words = { reason: allowedBy(binding, through), through: subjectText(through, binding) };
    return [{ binding, rules: boundRules(policy, binding), words }];
  });
}

const found = new WeakMap<Subject, { readonly policy: Policy; readonly namings: readonly Naming[] }>();

/** The ClusterRoleBindings that name a subject; looked for once for all that it is asked about. */
function clusterWide(policy: Policy, subject: Subject): readonly Naming[] {
  const known = found.get(subject);
  if (known?.policy === policy) return known.namings;
  const namings = naming(policy, policy.clusterBindings, subject);
  found.set(subject, { policy, namings });
  return namings;
}

/** Whether a binding's subject is the one who asks; a ServiceAccount without a namespace is one of the binding's. */
export function names(subject: BindingSubject, asking: Subject, bindingNamespace: string): boolean {
  switch (subject.kind) {
    case 'User':
      return asking.user === subject.name;
    case 'Group':
      return asking.groups.includes(subject.name);
    case 'ServiceAccount': {
      // Most are told apart by their ends, without writing the whole name.
      if (!asking.user.endsWith(subject.name)) return false;
      const namespace = subject.namespace || bindingNamespace;
      return namespace !== '' && asking.user === `system:serviceaccount:${namespace}:${subject.name}`;
    }
    default:
      return false;
  }
}

function subjectText(subject: BindingSubject, binding: Binding): string {
  if (subject.kind !== 'ServiceAccount') return `${subject.kind} ${subject.name}`;
  return `ServiceAccount ${subject.namespace || binding.reference.namespace}/${subject.name}`;
}

/** RBAC's own words; it writes namespaced names the other way round, name first. */
function allowedBy(binding: Binding, through: BindingSubject): string {
  const { kind, namespace, name } = binding.reference;
  const bound = kind === 'RoleBinding' ? `${name}/${namespace}` : name;
  const subject =
    through.kind === 'ServiceAccount' ? `${through.name}/${through.namespace || namespace}` : through.name;
  return (
    `RBAC: allowed by ${kind} ${goQuote(bound)} of ${binding.role.kind} ${goQuote(binding.role.name)}` +
    ` to ${through.kind} ${goQuote(subject)}`
  );
}

function missingRole(binding: Binding): string {
  const { kind, name } = binding.role;
  if (kind !== 'Role' && kind !== 'ClusterRole') return `unsupported role reference kind: ${goQuote(kind)}`;
  return `${kind.toLowerCase()}.rbac.authorization.k8s.io ${goQuote(name)} not found`;
}

function denial(errors: readonly string[]): string {
  const distinct = [...new Set(errors)];
  if (distinct.length === 0) return '';
  return `RBAC: ${distinct.length === 1 ? distinct[0] : `[${distinct.join(', ')}]`}`;
}
