import type { Cluster } from '#engine/apiserver/cluster.ts';
import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import { objectOf } from '#engine/apiserver/objects.ts';
import type { AccessQuestion, DecidingRule } from '#engine/apiserver/review.ts';
import { smallestRole } from '#engine/apiserver/smallestRole.ts';
import { grantText } from '#engine/explain/grantText.ts';
import { questionText } from '#engine/explain/reviewText.ts';
import type { Json, JsonObject } from '#engine/json.ts';
import { readCertificates } from '#engine/pki/certificate.ts';
import { step } from '#engine/world/step.ts';
import type { RequestTrace } from '#engine/world/trace.ts';
import { yamlText } from '#shell/commands/kubectl/print/yaml.ts';
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
  return wanted === '403' && rule?.binding.kind === 'ClusterRoleBinding'
    ? [unsubjectEdit(rule), unbindEdit(rule, on)]
    : [];
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

/** Where a binding serves others too, the smaller change: the one subject goes, the others stay. */
function unsubjectEdit({ binding, role, through }: DecidingRule): Edit {
  return {
    id: `take ${through} out of ${binding.name}`,
    slot: 'rule',
    kind: 'rule',
    apply({ world, line }) {
      const before = objectOf(world.cluster, binding);
      if (before === null) return null;
      const subjects = objectsAt(before, 'subjects').filter((subject) => subjectText(subject) !== through);
      if (subjects.length === 0) return null;
      const { apiVersion = '', kind = '', roleRef = {} } = before;
      const object = { apiVersion, kind, metadata: { name: binding.name }, roleRef, subjects };
      const next = step(world, { type: 'apply', object: { ...before, subjects } }).world;
      if (next.cluster === world.cluster) return null;
      return {
        situation: { world: next, line },
        parts: [{ kind: 'yaml', text: yamlText(object) }],
        restart: false,
        sentence: WORDS.unsubject(binding.name, role.name, through),
        dangers: [],
        costs: [...lossesThrough(world.cluster, through), ...bootstrapLosses(before, binding.name)],
      };
    },
  };
}

/** A group is more than the one who asked, and the API server asks for everybody who types kubectl logs. */
function lossesThrough({ kubeletClient }: Cluster, through: string): readonly string[] {
  if (through.startsWith('Group ')) return [WORDS.group(through)];
  const [client] = readCertificates(kubeletClient?.certificate ?? '');
  return client !== undefined && through === `User ${client.commonName}` ? [WORDS.apiServer(through)] : [];
}

function bootstrapLosses(object: JsonObject, name: string): readonly string[] {
  const labels = objectAt(objectAt(object, 'metadata'), 'labels');
  return textAt(labels, 'kubernetes.io/bootstrapping') === '' ? [] : [WORDS.bootstrap(name)];
}

/** Whom a binding serves beside the one through whom it let a request in. */
function lossesOf(cluster: Cluster, binding: DecidingRule['binding'], through: string): readonly string[] {
  const object = objectOf(cluster, binding) ?? {};
  const subjects: Json = object.subjects ?? [];
  const others = (Array.isArray(subjects) ? subjects : [])
    .map(subjectText)
    .filter((name) => name !== '' && name !== through);
  return [
    ...(others.length > 0 ? [WORDS.others(others)] : []),
    ...lossesThrough(cluster, through),
    ...bootstrapLosses(object, binding.name),
  ];
}

function subjectText(subject: Json): string {
  if (typeof subject !== 'object' || subject === null || !('kind' in subject)) return '';
  const namespace = textAt(subject, 'namespace');
  return `${textAt(subject, 'kind')} ${namespace === '' ? '' : `${namespace}/`}${textAt(subject, 'name')}`;
}
