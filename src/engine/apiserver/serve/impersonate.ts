import { headerValue, headerValues } from '../../kubelet/authn/headers.ts';
import { reviewAccess } from '../access.ts';
import type { AccessDecision, AccessQuestion } from '../review.ts';
import type { Subject } from '../subject.ts';
import { forbiddenFailure, questionOf } from './authorize.ts';
import type { ApiJourney, GateResult } from './journey.ts';
import { earlyFailure } from './reply.ts';
import { badRequest } from './status.ts';

interface Wanted {
  readonly user: string;
  readonly uid: string;
  readonly groups: readonly string[];
  readonly extra: Readonly<Record<string, readonly string[]>>;
}

const AUTHENTICATION = 'authentication.k8s.io';
const EXTRA = 'impersonate-extra-';

/**
 * Lets a caller act as somebody else, if it may: first by the constrained ways (`impersonate:user-info` and its like,
 * which also need `impersonate-on:user-info:VERB` on what is asked for), then by the old verb `impersonate` on users,
 * groups, service accounts, uids and extras. The first refusal is the one that is told.
 * Models apiserver/pkg/endpoints/filters/impersonation, v0.36.
 */
export function impersonate(journey: ApiJourney, caller: Subject, known: GateResult): GateResult {
  const wanted = wantedUser(journey);
  if (wanted === null) return known;
  const refuse = (reply: GateResult['reply'], why: string, review?: Asked): GateResult => ({
    record: {
      ...known.record,
      verdict: 'answered',
      reason: 'api-may-not-impersonate',
      facts: { user: caller.user, as: wanted.user, why },
      ...(review === undefined ? {} : { review }),
    },
    ...(reply === undefined ? {} : { reply }),
    subject: caller,
  });
  if (wanted.user === '') {
    const failure = badRequest(`requested ${goUser(wanted)} without impersonating a user name`);
    return refuse(earlyFailure(journey.request, failure), failure.message);
  }
  const asked = questionOf(journey.info, caller);
  const ways = [...constrained(wanted, asked, caller), { questions: legacyQuestions(wanted, caller), node: false }];
  let first: Asked | null = null;
  for (const { questions, node } of ways) {
    const reviews = questions.map((question) => ({
      question,
      decision: reviewAccess(journey.world.cluster, question),
    }));
    const denied = reviews.find(({ decision }) => !decision.allowed);
    if (denied === undefined) {
      const subject = actingSubject(wanted, node);
      const rule = reviews.at(-1);
      const causes = rule?.decision.rule ? [{ kind: 'rule' as const, rule: rule.decision.rule }] : [];
      return {
        record: {
          ...known.record,
          reason: 'api-impersonated',
          facts: { user: subject.user, groups: subject.groups, by: caller.user },
          causes: [...known.record.causes, ...causes],
          ...(rule === undefined ? {} : { review: rule }),
        },
        subject,
      };
    }
    first ??= denied;
  }
  if (first === null) return known;
  const failure = forbiddenFailure(first.question, first.decision);
  return refuse(earlyFailure(journey.request, failure), failure.message, first);
}

interface Asked {
  readonly question: AccessQuestion;
  readonly decision: AccessDecision;
}

function wantedUser({ request }: ApiJourney): Wanted | null {
  const user = headerValue(request, 'Impersonate-User');
  const uid = headerValue(request, 'Impersonate-Uid');
  const groups = headerValues(request, 'Impersonate-Group');
  const extras = request.headers.filter(([name]) => name.toLowerCase().startsWith(EXTRA));
  if (user === '' && uid === '' && groups.length === 0 && extras.length === 0) return null;
  const extra = new Map<string, string[]>();
  for (const [name, value] of extras) {
    const key = name.slice(EXTRA.length).toLowerCase();
    extra.set(key, [...(extra.get(key) ?? []), value]);
  }
  return { user, uid, groups, extra: Object.fromEntries(extra) };
}

const accountOf = (user: string) => /^system:serviceaccount:([^:]+):([^:]+)$/.exec(user);
const nodeOf = (user: string) => /^system:node:(.+)$/.exec(user)?.[1] ?? null;

/** The constrained ways that fit: a node or a service account by nothing but its name, anybody else by all they have. */
function constrained(wanted: Wanted, asked: AccessQuestion, caller: Subject) {
  const bare = wanted.uid === '' && wanted.groups.length === 0 && Object.keys(wanted.extra).length === 0;
  const node = nodeOf(wanted.user);
  const account = accountOf(wanted.user);
  const mode = node !== null ? 'arbitrary-node' : account !== null ? 'serviceaccount' : 'user-info';
  if (mode !== 'user-info' && !bare) return [];
  const verb = `impersonate:${mode}`;
  const base = question(caller, verb, AUTHENTICATION, 'v1');
  const who: AccessQuestion =
    node !== null
      ? { ...base, resource: 'nodes', name: node }
      : account !== null
        ? { ...base, resource: 'serviceaccounts', namespace: account[1] ?? '', name: account[2] ?? '' }
        : { ...base, resource: 'users', name: wanted.user };
  const on = { ...asked, verb: `impersonate-on:${mode}:${asked.verb}` };
  return [{ questions: [on, who, ...partsOf(wanted, base, base)], node: node !== null }];
}

function legacyQuestions(wanted: Wanted, caller: Subject): readonly AccessQuestion[] {
  const core = question(caller, 'impersonate', '', 'v1');
  const account = accountOf(wanted.user);
  const who: AccessQuestion =
    account === null
      ? { ...core, resource: 'users', name: wanted.user }
      : { ...core, resource: 'serviceaccounts', namespace: account[1] ?? '', name: account[2] ?? '' };
  return [who, ...partsOf(wanted, core, question(caller, 'impersonate', AUTHENTICATION, 'v1'))];
}

function partsOf(wanted: Wanted, groups: AccessQuestion, others: AccessQuestion): readonly AccessQuestion[] {
  return [
    ...(wanted.uid === '' ? [] : [{ ...others, resource: 'uids', name: wanted.uid }]),
    ...wanted.groups.map((name) => ({ ...groups, resource: 'groups', name })),
    ...Object.entries(wanted.extra).flatMap(([subresource, values]) =>
      values.map((name) => ({ ...others, resource: 'userextras', subresource, name })),
    ),
  ];
}

function question(subject: Subject, verb: string, group: string, version: string): AccessQuestion {
  return { subject, verb, group, version, resource: '', subresource: '', namespace: '', name: '' };
}

function actingSubject(wanted: Wanted, node: boolean): Subject {
  const namespace = accountOf(wanted.user)?.[1];
  const own =
    namespace !== undefined && wanted.groups.length === 0
      ? ['system:serviceaccounts', `system:serviceaccounts:${namespace}`]
      : node
        ? ['system:nodes']
        : wanted.groups;
  const everybody =
    wanted.user === 'system:anonymous'
      ? ['system:unauthenticated']
      : own.includes('system:unauthenticated')
        ? []
        : ['system:authenticated'];
  return {
    user: wanted.user,
    ...(wanted.uid === '' ? {} : { uid: wanted.uid }),
    groups: [...own, ...everybody.filter((group) => !own.includes(group))],
    extra: wanted.extra,
  };
}

/** Go's `%#v` of the user that the headers ask for. */
function goUser({ user, uid, groups, extra }: Wanted): string {
  const list = (values: readonly string[]) =>
    values.length === 0 ? '[]string(nil)' : `[]string{${values.map((one) => JSON.stringify(one)).join(', ')}}`;
  const entries = Object.entries(extra).map(([key, values]) => `${JSON.stringify(key)}:${list(values)}`);
  const extras = entries.length === 0 ? 'map[string][]string(nil)' : `map[string][]string{${entries.join(', ')}}`;
  const texts = `Name:${JSON.stringify(user)}, UID:${JSON.stringify(uid)}`;
  return `&user.DefaultInfo{${texts}, Groups:${list(groups)}, Extra:${extras}}`;
}
