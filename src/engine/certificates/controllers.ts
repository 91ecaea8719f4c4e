import { reviewAccess } from '../apiserver/access.ts';
import type { Cluster } from '../apiserver/cluster.ts';
import { asObject, objectAt, objectsAt, textAt, textsAt, valueAt } from '../apiserver/json.ts';
import type { Subject } from '../apiserver/subject.ts';
import type { JsonObject } from '../json.ts';
import { encodeBase64, utf8Bytes } from '../pki/bytes.ts';
import { readCertificates } from '../pki/certificate.ts';
import { readPrivateKey } from '../pki/keys.ts';
import { parseTime, rfc3339 } from '../time.ts';
import { nextTokenEnd, tokensKept } from './clusterInfo.ts';
import { issueFor } from './issueFor.ts';
import {
  API_CLIENT,
  askedBy,
  conditionOf,
  issuedTo,
  KUBELET_CLIENT,
  KUBELET_SERVING,
  kubeletRequestError,
  LEGACY_UNKNOWN,
} from './request.ts';
import { dropped, kept, requestsOf } from './store.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The cluster after the controller manager looked at its signing requests: those of kubelets for their client certificates are
 * approved when RBAC says so, approved ones are signed, old ones go. It does nothing where nobody signs or nobody answers.
 * Models pkg/controller/certificates/{approver,signer,cleaner}, v1.36.
 */
export function controlled(cluster: Cluster, now: number): Cluster {
  const { signer } = cluster;
  if (signer === undefined || !cluster.reachable || readPrivateKey(signer.privateKey) === null) return cluster;
  let current = tokensKept(cluster, now);
  for (const [key, object] of requestsOf(current.objects)) {
    const approved = approval(current, object, now) ?? object;
    const signed = signature(signer, approved, now) ?? approved;
    if (signed !== object) current = kept(current, key, signed);
  }
  const old = requestsOf(current.objects).filter(([, object]) => now >= endOf(object));
  return dropped(
    current,
    old.map(([key]) => key),
  );
}

/** When a request or a bootstrap token is next removed; infinity when there are none, or nobody cleans. */
export function nextCleaning(cluster: Cluster): number {
  if (cluster.signer === undefined || !cluster.reachable) return Number.POSITIVE_INFINITY;
  const ends = [nextTokenEnd(cluster), ...requestsOf(cluster.objects).map(([, object]) => endOf(object))];
  return Math.min(...ends);
}

/** The cleaner looks once an hour: a decided request lives for one hour and until then, a pending one for a day. */
function endOf(object: JsonObject): number {
  const decided = [conditionOf(object, 'Approved'), conditionOf(object, 'Denied'), conditionOf(object, 'Failed')]
    .flatMap((condition) => (condition === null ? [] : [parseTime(textAt(condition, 'lastUpdateTime'))]))
    .filter((at) => !Number.isNaN(at));
  const born = parseTime(textAt(objectAt(object, 'metadata'), 'creationTimestamp'));
  if (decided.length === 0) return Number.isNaN(born) ? Number.POSITIVE_INFINITY : nextHour(born + DAY);
  const ends = readCertificates(issuedTo(object))[0]?.notAfter ?? Number.POSITIVE_INFINITY;
  return nextHour(Math.min(Math.max(...decided) + HOUR, ends));
}

function nextHour(at: number): number {
  return (Math.floor(at / HOUR) + 1) * HOUR;
}

/** Whom a request may be approved for without anybody's asking, and by which right. */
const RECOGNIZERS = [
  {
    right: 'selfnodeclient',
    own: true,
    message: 'Auto approving self kubelet client certificate after SubjectAccessReview.',
  },
  { right: 'nodeclient', own: false, message: 'Auto approving kubelet client certificate after SubjectAccessReview.' },
] as const;

/** The request with the approval of the controller manager; null when it has an answer already, or gets none. */
function approval(cluster: Cluster, object: JsonObject, now: number): JsonObject | null {
  const spec = objectAt(object, 'spec');
  if (textAt(spec, 'signerName') !== KUBELET_CLIENT) return null;
  if (issuedTo(object) !== '' || conditionOf(object, 'Approved') !== null || conditionOf(object, 'Denied') !== null) {
    return null;
  }
  const asked = askedBy(object);
  if (asked === null || kubeletRequestError(asked, spec, false) !== null) return null;
  const subject = requesterOf(spec);
  const found = RECOGNIZERS.find(({ right, own }) => {
    if (own && subject.user !== asked.request.subject.commonName) return false;
    const question = { group: 'certificates.k8s.io', version: '*', resource: 'certificatesigningrequests' };
    const at = { subresource: right, namespace: '', name: '' };
    return reviewAccess(cluster, { subject, verb: 'create', ...question, ...at }).allowed;
  });
  if (found === undefined) return null;
  return withCondition(object, 'Approved', 'AutoApproved', found.message, now);
}

function requesterOf(spec: JsonObject): Subject {
  const extra = Object.entries(objectAt(spec, 'extra')).map(([key, value]) => {
    return [key, textsAt({ value }, 'value')] as const;
  });
  return { user: textAt(spec, 'username'), groups: textsAt(spec, 'groups'), extra: Object.fromEntries(extra) };
}

/** The request with its certificate, or with why there will be none; null when it is not the signer's to answer. */
function signature(signer: NonNullable<Cluster['signer']>, object: JsonObject, now: number): JsonObject | null {
  if (conditionOf(object, 'Approved') === null || conditionOf(object, 'Failed') !== null) return null;
  if (issuedTo(object) !== '') return null;
  const asked = askedBy(object);
  if (asked === null) return null;
  const spec = objectAt(object, 'spec');
  const verdict = recognized(textAt(spec, 'signerName'), () => signerError(asked, spec));
  if (verdict === 'not mine') return null;
  if (verdict !== null) return withCondition(object, 'Failed', 'SignerValidationFailure', verdict, now);
  const certificate = issueFor(signer, asked, spec, now);
  if (certificate === null) return null;
  const status = { ...objectAt(object, 'status'), certificate: encodeBase64(utf8Bytes(certificate)) };
  return { ...object, status };
}

function recognized(signerName: string, error: () => string | null): string | null {
  return [KUBELET_SERVING, KUBELET_CLIENT, API_CLIENT, LEGACY_UNKNOWN].includes(signerName) ? error() : 'not mine';
}

function signerError(asked: NonNullable<ReturnType<typeof askedBy>>, spec: JsonObject): string | null {
  switch (textAt(spec, 'signerName')) {
    case KUBELET_SERVING:
      return kubeletRequestError(asked, spec, true);
    case KUBELET_CLIENT:
      return kubeletRequestError(asked, spec, false);
    case API_CLIENT:
      return clientUsageError(textsAt(spec, 'usages'));
    default:
      return null;
  }
}

function clientUsageError(usages: readonly string[]): string | null {
  const odd = usages.find((usage) => !['digital signature', 'key encipherment', 'client auth'].includes(usage));
  if (odd !== undefined) return `invalid usage for client certificate: ${odd}`;
  return usages.includes('client auth') ? null : 'missing required usage for client certificate: client auth';
}

function withCondition(
  object: JsonObject,
  type: 'Approved' | 'Failed',
  reason: string,
  message: string,
  now: number,
): JsonObject {
  const at = rfc3339(now);
  const status = asObject(valueAt(object, 'status'));
  const condition = { type, status: 'True', reason, message, lastUpdateTime: at, lastTransitionTime: at };
  return { ...object, status: { ...status, conditions: [...objectsAt(status, 'conditions'), condition] } };
}
