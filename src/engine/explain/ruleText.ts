import { stringify } from 'yaml';
import { type Cluster, objectKey } from '../apiserver/cluster.ts';
import { policyOf } from '../apiserver/policy.ts';
import type { DecidingRule } from '../apiserver/review.ts';
import type { Json, JsonObject } from '../json.ts';

/** A deciding rule for reading: what it is called, and the YAML of the rule, its role and its binding. */
export interface RuleText {
  readonly label: string;
  readonly title: string;
  readonly yaml: string;
}

/** The rule that allowed, as `kubectl get -o yaml` would show its binding and role, the rule itself first. */
export function ruleText(cluster: Cluster, rule: DecidingRule): RuleText {
  const role = cluster.objects[objectKey(rule.role)];
  const binding = cluster.objects[objectKey(rule.binding)];
  const decisive = decisiveRule(cluster, role, rule);
  const documents = [
    `# rule ${rule.rule + 1} of ${rule.role.kind} ${rule.role.name}, through ${rule.through}\n${stringify(decisive)}`,
    ...[binding, role].flatMap((object) => (object === undefined ? [] : [stringify(object)])),
  ];
  return {
    label: `${rule.binding.kind} ${rule.binding.name}`,
    title: `${rule.binding.kind} ${rule.binding.name} gives ${rule.role.kind} ${rule.role.name} to ${rule.through}`,
    yaml: documents.join('---\n'),
  };
}

/** The rule as it stands in its role, or, where the role is made of others, as it came into it. */
function decisiveRule(cluster: Cluster, role: JsonObject | undefined, rule: DecidingRule): Json {
  if ((role?.aggregationRule ?? null) === null) {
    const rules = role?.rules;
    return Array.isArray(rules) ? ((rules as readonly Json[])[rule.rule] ?? null) : null;
  }
  const found = policyOf(cluster).roles.get(objectKey(rule.role))?.[rule.rule];
  if (found === undefined) return null;
  return Object.fromEntries(Object.entries(found).filter(([, values]) => values.length > 0)) as JsonObject;
}
