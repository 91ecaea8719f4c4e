import type { AccessDecision, AccessQuestion, ReviewFailure } from '../apiserver/review.ts';

/**
 * A question as the SubjectAccessReview that a kubelet creates, as JSON, without the empty metadata and status. Keys stand in
 * the order in which the API's types have them, and what is empty is left out.
 * Models apiserver/plugin/pkg/authorizer/webhook/webhook.go, v1.36.
 */
export function reviewJson(question: AccessQuestion): string {
  const { subject, verb, group, version, resource, subresource, namespace, name } = question;
  const extra = Object.entries(subject.extra).sort(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify(
    {
      kind: 'SubjectAccessReview',
      apiVersion: 'authorization.k8s.io/v1',
      spec: {
        resourceAttributes: present({ namespace, verb, group, version, resource, subresource, name }),
        ...present({ user: subject.user }),
        ...(subject.groups.length === 0 ? {} : { groups: subject.groups }),
        ...(extra.length === 0 ? {} : { extra: Object.fromEntries(extra) }),
        ...present({ uid: subject.uid ?? '' }),
      },
    },
    null,
    2,
  );
}

function present(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}

/** "get nodes/pods", "(no verb) nodes/proxy" */
export function questionText({ verb, resource, subresource }: AccessQuestion): string {
  return `${verb === '' ? '(no verb)' : verb} ${subresource === '' ? resource : `${resource}/${subresource}`}`;
}

/** The API server's answer in a sentence. */
export function outcomeText(outcome: AccessDecision | ReviewFailure): string {
  if ('error' in outcome) return `It could not be asked: ${outcome.error}`;
  if (!outcome.allowed) return 'Not allowed: no rule grants it.';
  const { rule, by } = outcome;
  if (rule === null) return `Allowed by ${by ?? 'the API server'}.`;
  return `Allowed by rule ${rule.rule + 1} of ${rule.role.kind} ${rule.role.name}, through ${rule.binding.kind} ${rule.binding.name}.`;
}
