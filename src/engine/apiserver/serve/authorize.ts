import { goQuote } from '../../config/go/quote.ts';
import { reviewAccess } from '../access.ts';
import type { AccessDecision, AccessQuestion } from '../review.ts';
import type { Subject } from '../subject.ts';
import { flagCauses } from './flagCause.ts';
import type { ApiCall, GateResult } from './journey.ts';
import { earlyFailure } from './reply.ts';
import type { RequestInfo } from './requestInfo.ts';
import type { ApiStageRecord } from './stage.ts';
import { type Failure, forbidden, qualified } from './status.ts';

/** The fourth gate: whether the caller may. Models apiserver/pkg/endpoints/filters/authorization.go, v0.36. */
export function authorize({ world, request, info, subject }: ApiCall): GateResult {
  const question = questionOf(info, subject);
  const decision = reviewAccess(world.cluster, question);
  const { record } = access(question, decision);
  const flags = decision.rule === null ? flagCauses(world, 'authorization-mode') : [];
  const told: ApiStageRecord = { ...record, causes: [...record.causes, ...flags] };
  if (decision.allowed) return { record: told };
  return {
    record: { ...told, verdict: 'answered', reason: 'api-forbidden' },
    reply: earlyFailure(request, forbiddenFailure(question, decision)),
  };
}

function access(question: AccessQuestion, decision: AccessDecision): { readonly record: ApiStageRecord } {
  const facts = {
    user: question.subject.user,
    verb: question.verb,
    what: whatText(question),
    by: decision.rule === null ? (decision.by ?? '') : `${decision.rule.binding.kind} ${decision.rule.binding.name}`,
    why: decision.reason,
  };
  return {
    record: {
      stage: 'authorize',
      verdict: 'passed',
      reason: 'api-allowed',
      facts,
      causes: decision.rule === null ? [] : [{ kind: 'rule', rule: decision.rule }],
      review: { question, decision },
    },
  };
}

/** What the authorizers are asked about a request. */
export function questionOf(info: RequestInfo, subject: Subject): AccessQuestion {
  const { verb, group, version, namespace, resource, subresource, name, query } = info;
  if (!info.isResource) {
    return { ...EMPTY, subject, verb, path: info.path };
  }
  const selective = ['list', 'watch', 'deletecollection'].includes(verb);
  const fieldSelector = selective ? query.get('fieldSelector')?.[0] : undefined;
  const question = { subject, verb, group, version, resource, subresource, namespace, name };
  return fieldSelector === undefined ? question : { ...question, fieldSelector };
}

const EMPTY = { verb: '', group: '', version: '', resource: '', subresource: '', namespace: '', name: '' };

/** `pods/log web of default`, `path /healthz` */
function whatText({ path, group, resource, subresource, namespace, name }: AccessQuestion): string {
  if (path !== undefined) return `path ${path}`;
  const what = `${qualified(group, resource)}${subresource === '' ? '' : `/${subresource}`}`;
  return `${what}${name === '' ? '' : ` ${name}`}${namespace === '' ? '' : ` in ${namespace}`}`;
}

/** A 403 in the API server's words. Models responsewriters.ForbiddenStatusError in …/responsewriters/errors.go, v0.36. */
export function forbiddenFailure(question: AccessQuestion, decision: AccessDecision): Failure {
  const { group, resource, name } = question;
  const message = forbiddenText(question);
  const because = decision.reason === '' ? '' : `: ${decision.reason}`;
  return forbidden(question.path === undefined ? { group, resource, name } : NOTHING, `${message}${because}`);
}

const NOTHING = { group: '', resource: '' };

function forbiddenText({ subject, verb, path, group, resource, subresource, namespace }: AccessQuestion): string {
  const user = `User ${goQuote(subject.user)} cannot ${verb}`;
  if (path !== undefined) return `${user} path ${goQuote(path)}`;
  const what = goQuote(subresource === '' ? resource : `${resource}/${subresource}`);
  const where = namespace === '' ? 'at the cluster scope' : `in the namespace ${goQuote(namespace)}`;
  return `${user} resource ${what} in API group ${goQuote(group)} ${where}`;
}
