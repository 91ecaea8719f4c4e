import { stringify } from 'yaml';
import { type Cluster, objectKey } from '../apiserver/cluster.ts';
import type { DecidingRule } from '../apiserver/review.ts';
import type { Json } from '../json.ts';

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
  const rules = role?.rules;
  const decisive: Json = Array.isArray(rules) ? (rules[rule.rule] ?? null) : null;
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
