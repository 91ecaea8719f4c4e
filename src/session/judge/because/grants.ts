import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import type { AccessDecision, DecidingRule } from '#engine/apiserver/review.ts';
import type { World } from '#engine/world/world.ts';

/** "ClusterRoleBinding dashboard-fix gives ClusterRole view to Group dev." */
export function grantedBy({ by, rule }: AccessDecision): string {
  return rule === null ? `The API server allows it by ${by ?? 'nobody'}.` : ruleWords(rule);
}

export function ruleWords({ binding, role, through }: DecidingRule): string {
  return `${binding.kind} ${binding.name} gives ${role.kind} ${role.name} to ${through}.`;
}

/** What bindings name somebody whom none of them helps. */
export function ungranted({ considered }: AccessDecision): string {
  return lookedAt(considered);
}

/** Bindings that were looked at in vain, but for those that every cluster gives to everybody. */
export function lookedAt(considered: readonly string[]): string {
  const own = [...new Set(considered)].filter((name) => !name.startsWith('system:'));
  return own.length === 0
    ? 'No binding that counts for it names them but those that every cluster has.'
    : `Bindings that name them and do not grant it: ${own.join(', ')}.`;
}

/** What a binding gives, to whom. */
export function bindingWords(key: string, binding: World['cluster']['objects'][string]): string {
  const role = objectAt(binding, 'roleRef');
  const subjects = objectsAt(binding, 'subjects').map((one) => `${textAt(one, 'kind')} ${textAt(one, 'name')}`);
  const [kind = '', namespace = '', name = ''] = key.split('/');
  const where = namespace === '' ? '' : `${namespace}/`;
  return `${kind} ${where}${name} gives ${textAt(role, 'kind')} ${textAt(role, 'name')} to ${subjects.join(', ')}.`;
}
