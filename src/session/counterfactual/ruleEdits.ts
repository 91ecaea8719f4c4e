import type { Cluster } from '#engine/apiserver/cluster.ts';
import { objectAt, textAt } from '#engine/apiserver/json.ts';
import { objectOf } from '#engine/apiserver/objects.ts';
import type { AccessQuestion, DecidingRule } from '#engine/apiserver/review.ts';
import { smallestRole } from '#engine/apiserver/smallestRole.ts';
import { grantText } from '#engine/explain/grantText.ts';
import { questionText } from '#engine/explain/reviewText.ts';
import type { Json } from '#engine/json.ts';
import { step } from '#engine/world/step.ts';
import type { RequestTrace } from '#engine/world/trace.ts';
import type { WantedAnswer } from '../view/counterfactual.ts';
import type { Edit } from './edit.ts';
import { WORDS } from './words.ts';

/** What of RBAC decided about a request, turned round: the smallest grant for what was denied, or the binding gone that allowed. */
export function ruleEdits(trace: RequestTrace | null, on: string, wanted: WantedAnswer): readonly Edit[] {
  const reviews = (trace?.stages ?? []).flatMap((record) => record.reviews ?? []);
  const question = reviews[0]?.question;
  if (question === undefined) return [];
  const allowing = reviews.find(({ outcome }) => !('error' in outcome) && outcome.allowed)?.outcome;
  if (allowing === undefined) return wanted === '200' ? [grantEdit(question, on)] : [];
  const rule = 'error' in allowing ? null : allowing.rule;
  return wanted === '403' && rule?.binding.kind === 'ClusterRoleBinding' ? [unbindEdit(rule, on)] : [];
}

function grantEdit(question: AccessQuestion, on: string): Edit {
  return {
    id: `grant ${question.subject.user} ${questionText(question)}`,
    slot: 'rule',
    kind: 'rule',
    apply({ world, line }) {
      const { role, binding } = smallestRole(world.cluster, question);
      const { yaml, dangers } = grantText(world.cluster, question);
      const next = [role, binding].reduce((now, object) => step(now, { type: 'apply', object }).world, world);
      if (next.cluster === world.cluster) return null;
      return {
        situation: { world: next, line },
        parts: [{ kind: 'yaml', text: yaml }],
        restart: false,
        sentence: WORDS.grant(question.subject.user, questionText(question), question.name || on),
        dangers,
        costs: [],
      };
    },
  };
}

function unbindEdit({ binding, role, through }: DecidingRule, on: string): Edit {
  return {
    id: `unbind ${binding.name}`,
    slot: 'rule',
    kind: 'rule',
    apply({ world, line }) {
      const next = step(world, { type: 'delete', object: binding }).world;
      if (next.cluster === world.cluster) return null;
      return {
        situation: { world: next, line },
        parts: [{ kind: 'command', on, text: `kubectl delete clusterrolebinding ${binding.name}` }],
        restart: false,
        sentence: WORDS.unbind(binding.name, role.name, through),
        dangers: [],
        costs: lossesOf(world.cluster, binding, through),
      };
    },
  };
}

/** Whom a binding serves beside the one through whom it let a request in. */
function lossesOf(cluster: Cluster, binding: DecidingRule['binding'], through: string): readonly string[] {
  const object = objectOf(cluster, binding) ?? {};
  const subjects: Json = object.subjects ?? [];
  const others = (Array.isArray(subjects) ? subjects : [])
    .map(subjectText)
    .filter((name) => name !== '' && name !== through);
  const labels = objectAt(objectAt(object, 'metadata'), 'labels');
  const bootstrap = textAt(labels, 'kubernetes.io/bootstrapping') !== '';
  return [...(others.length > 0 ? [WORDS.others(others)] : []), ...(bootstrap ? [WORDS.bootstrap(binding.name)] : [])];
}

function subjectText(subject: Json): string {
  if (typeof subject !== 'object' || subject === null || !('kind' in subject)) return '';
  const namespace = textAt(subject, 'namespace');
  return `${textAt(subject, 'kind')} ${namespace === '' ? '' : `${namespace}/`}${textAt(subject, 'name')}`;
}
