import type { JsonObject } from '../../../json.ts';
import { rfc3339 } from '../../../time.ts';
import { objectAt, textAt, textsAt } from '../../json.ts';
import { nodeIdentity } from '../../nodeAuthorizer.ts';
import { rulesOf } from '../../rulesOf.ts';
import type { Subject } from '../../subject.ts';
import { reviewTokenFor } from '../../tokenReview.ts';
import type { ApiCall, Served } from '../journey.ts';
import { refused } from '../read.ts';
import { objectReply } from '../reply.ts';
import type { Resource } from '../resource.ts';
import { badRequest } from '../status.ts';
import { decodeBody, writeOptions } from '../write/decode.ts';
import { accessReview } from './accessReview.ts';

/** Kinds that are questions: they are answered and not kept. */
export const REVIEWS = [
  'SelfSubjectReview',
  'TokenReview',
  'SelfSubjectAccessReview',
  'SubjectAccessReview',
  'LocalSubjectAccessReview',
  'SelfSubjectRulesReview',
];

/** POST of a question. Models pkg/registry/authentication and pkg/registry/authorization, v1.36. */
export function review(call: ApiCall, resource: Resource): Served {
  const options = writeOptions(call.info, 'CreateOptions');
  if ('code' in options) return refused(call, options);
  const decoded = decodeBody(call.request, resource, options);
  if ('code' in decoded) return refused(call, decoded);
  const { object } = decoded;
  switch (resource.kind) {
    case 'SelfSubjectReview':
      return answered(call, {
        ...headOf(object),
        metadata: { creationTimestamp: rfc3339(call.world.now) },
        status: { userInfo: userInfo(call.subject) },
      });
    case 'TokenReview':
      return tokenReview(call, object);
    case 'SelfSubjectRulesReview':
      return rulesReview(call, object);
    default: {
      const reviewed = accessReview(call, resource.kind, object);
      return 'code' in reviewed ? refused(call, reviewed) : answered(call, reviewed.object);
    }
  }
}

function answered({ request, info }: ApiCall, object: JsonObject): Served {
  return {
    reply: objectReply(request, 201, object),
    reason: 'api-served',
    facts: { what: `${info.resource}, a question` },
    admission: { plugin: '', refusal: '' },
  };
}

function headOf(object: JsonObject): JsonObject {
  return { kind: object.kind ?? '', apiVersion: object.apiVersion ?? '' };
}

/** A user as reviews write one, keys in Go's order. */
export function userInfo({ user, uid, groups, extra }: Subject): JsonObject {
  const extras = Object.entries(extra).sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    username: user,
    ...(uid === undefined ? {} : { uid }),
    ...(groups.length === 0 ? {} : { groups }),
    ...(extras.length === 0 ? {} : { extra: Object.fromEntries(extras) }),
  };
}

/** Models pkg/registry/authentication/tokenreview/storage.go, v1.36. */
function tokenReview(call: ApiCall, object: JsonObject): Served {
  const spec = objectAt(object, 'spec');
  const token = textAt(spec, 'token');
  if (token === '') return refused(call, badRequest('token is required for TokenReview in authentication'));
  const { cluster, now } = call.world;
  const wanted = textsAt(spec, 'audiences');
  const decision = reviewTokenFor(cluster, token, now, wanted);
  const status = decision.authenticated
    ? { authenticated: true, user: userInfo(decision.subject), audiences: decision.audiences }
    : { user: {}, ...(decision.error === '' ? {} : { error: decision.error }) };
  return answered(call, {
    ...headOf(object),
    metadata: {},
    spec: { token, ...(wanted.length === 0 ? {} : { audiences: wanted }) },
    status,
  });
}

/** Models pkg/registry/authorization/selfsubjectrulesreview/rest.go, v1.36. */
function rulesReview(call: ApiCall, object: JsonObject): Served {
  const namespace = textAt(objectAt(object, 'spec'), 'namespace');
  if (namespace === '') return refused(call, badRequest('no namespace on request'));
  const { cluster } = call.world;
  const rules = cluster.authorizationModes.includes('RBAC') ? rulesOf(cluster, call.subject, namespace) : [];
  const anything = cluster.authorizationModes.includes('AlwaysAllow');
  const resourceRules = [
    ...(anything ? [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }] : []),
    ...rules
      .filter((rule) => rule.resources.length > 0)
      .map(({ verbs, apiGroups, resources, resourceNames }) => ({
        verbs,
        apiGroups,
        resources,
        ...(resourceNames.length === 0 ? {} : { resourceNames }),
      })),
  ];
  const nonResourceRules = [
    ...(anything ? [{ verbs: ['*'], nonResourceURLs: ['*'] }] : []),
    ...rules
      .filter((rule) => rule.nonResourceURLs.length > 0)
      .map(({ verbs, nonResourceURLs }) => ({ verbs, nonResourceURLs })),
  ];
  const node = cluster.authorizationModes.includes('Node') && nodeIdentity(call.subject) !== null;
  const incomplete = node
    ? { incomplete: true, evaluationError: 'node authorizer does not support user rule resolution' }
    : { incomplete: false };
  return answered(call, {
    ...headOf(object),
    metadata: {},
    spec: {},
    status: { resourceRules, nonResourceRules, ...incomplete },
  });
}
