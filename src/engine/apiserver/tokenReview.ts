import { goQuote } from '../config/go/quote.ts';
import type { JsonObject } from '../json.ts';
import { verifyText } from '../pki/sign.ts';
import { bootstrapTokenOf, hasEnded, TOKEN_PATTERN } from './bootstrapToken.ts';
import type { Cluster } from './cluster.ts';
import { objectAt, textAt, textsAt, valueAt } from './json.ts';
import { type Jwt, readJwt } from './jwt.ts';
import { objectOf } from './objects.ts';
import type { TokenDecision } from './review.ts';
import { CREDENTIAL_ID, type Subject } from './subject.ts';
import { ISSUER, keyId } from './tokens.ts';

/** What go-jose forgives clocks: a minute. */
const LEEWAY = 60;

/**
 * The API server's answer to a TokenReview without audiences, at a moment in milliseconds since the epoch. Only service
 * account tokens are known. A text that is no token of this issuer is nobody's, and the error is the bare one; a token
 * that fails carries its own error behind it.
 * Models pkg/serviceaccount/{jwt,claims}.go and apiserver/pkg/authentication/request/bearertoken, v1.36.
 */
export function reviewToken(cluster: Cluster, token: string, now: number): TokenDecision {
  const { objects, serviceAccountKey } = cluster;
  const latest = reviews.get(objects);
  const holds = latest?.now === now && latest.key === serviceAccountKey.publicKey;
  const kept = holds ? latest : { now, key: serviceAccountKey.publicKey, decisions: new Map<string, TokenDecision>() };
  if (!holds) reviews.set(objects, kept);
  const known = kept.decisions.get(token);
  if (known !== undefined) return known;
  const decision = judge(cluster, token, now);
  if (kept.decisions.size < MOST_REMEMBERED) kept.decisions.set(token, decision);
  return decision;
}

interface Reviews {
  readonly now: number;
  /** The public key by which signatures were judged. */
  readonly key: string;
  readonly decisions: Map<string, TokenDecision>;
}

/** Decisions of the latest moment, by token: a grid asks for the same ones at each keystroke. */
const reviews = new WeakMap<Cluster['objects'], Reviews>();
const MOST_REMEMBERED = 256;

/** As {@link reviewToken}, for whoever accepts tokens for certain audiences only; [] stands for the API server's own. */
export function reviewTokenFor(
  cluster: Cluster,
  token: string,
  now: number,
  audiences: readonly string[],
): TokenDecision & { readonly audiences: readonly string[] } {
  const accepted = audiences.length === 0 ? [ISSUER] : audiences;
  const held = audiencesOf(readJwt(token)?.claims ?? {});
  return { ...judge(cluster, token, now, accepted), audiences: accepted.filter((one) => held.includes(one)) };
}

function judge(cluster: Cluster, token: string, now: number, audiences: readonly string[] = [ISSUER]): TokenDecision {
  const bootstrap = TOKEN_PATTERN.exec(token);
  if (bootstrap !== null) return judgeBootstrap(cluster, bootstrap[1] ?? '', bootstrap[2] ?? '', now);
  const jwt = readJwt(token);
  if (jwt === null || textAt(jwt.claims, 'iss') !== ISSUER) {
    return { authenticated: false, error: 'invalid bearer token' };
  }
  const error = tokenError(cluster, jwt, now / 1000, audiences);
  if (error !== null) return { authenticated: false, error: `[invalid bearer token, ${error}]` };
  const { namespace, name, uid } = accountOf(jwt.claims);
  const id = textAt(jwt.claims, 'jti');
  return {
    authenticated: true,
    subject: {
      user: `system:serviceaccount:${namespace}:${name}`,
      uid,
      groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'],
      extra: { ...(id === '' ? {} : { [CREDENTIAL_ID]: [`JTI=${id}`] }), ...boundTo(jwt.claims) },
    },
  };
}

/** Where a token is bound to: the pod and its node. Models Info in apiserver/pkg/authentication/serviceaccount/util.go, v0.36. */
function boundTo(claims: JsonObject): Subject['extra'] {
  const own = objectAt(claims, 'kubernetes.io');
  return Object.fromEntries(
    ['node', 'pod'].flatMap((kind) => {
      const bound = objectAt(own, kind);
      return ['name', 'uid'].flatMap((key): [string, readonly string[]][] => {
        const value = textAt(bound, key);
        return value === '' ? [] : [[`authentication.kubernetes.io/${kind}-${key}`, [value]]];
      });
    }),
  );
}

/**
 * A bootstrap token is a Secret of kube-system that says what it is good for.
 * Models plugin/pkg/auth/authenticator/token/bootstrap/bootstrap.go, v1.36.
 */
function judgeBootstrap(cluster: Cluster, id: string, secret: string, now: number): TokenDecision {
  const token = bootstrapTokenOf(cluster, id);
  const good = token?.secret === secret && token.usages.includes('authentication') && !hasEnded(token, now);
  if (!good) return { authenticated: false, error: 'invalid bearer token' };
  const further = token.groups.filter((group) => group.startsWith('system:bootstrappers:'));
  const groups = [...new Set(['system:bootstrappers', ...further])].sort();
  return {
    authenticated: true,
    subject: { user: `system:bootstrap:${id}`, groups: [...groups, 'system:authenticated'], extra: {} },
  };
}

function tokenError(cluster: Cluster, jwt: Jwt, seconds: number, audiences: readonly string[]): string | null {
  const { publicKey } = cluster.serviceAccountKey;
  const kid = textAt(jwt.header, 'kid');
  if (kid !== '' && kid !== keyId(publicKey)) return 'invalid signature, no keys found';
  if (textAt(jwt.header, 'alg') !== 'RS256' || !verifyText(publicKey, jwt.signed, jwt.signature)) {
    return 'go-jose/go-jose: error in cryptographic primitive';
  }
  return (
    audienceError(jwt.claims, audiences) ??
    dateError(jwt.claims, seconds) ??
    accountError(cluster, jwt.claims) ??
    podError(cluster, jwt.claims)
  );
}

function audiencesOf(claims: JsonObject): readonly string[] {
  const single = textAt(claims, 'aud');
  return single === '' ? textsAt(claims, 'aud') : [single];
}

function audienceError(claims: JsonObject, accepted: readonly string[]): string | null {
  const audiences = audiencesOf(claims);
  if (audiences.length === 0 || audiences.some((one) => accepted.includes(one))) return null;
  const listed = (list: readonly string[]) => list.map((audience) => goQuote(audience)).join(' ');
  return `token audiences [${listed(audiences)}] is invalid for the target audiences [${listed(accepted)}]`;
}

/** A token that is bound to a pod dies with it. */
function podError(cluster: Cluster, claims: JsonObject): string | null {
  const own = objectAt(claims, 'kubernetes.io');
  const pod = objectAt(own, 'pod');
  if (textAt(pod, 'name') === '') return null;
  const stored = objectOf(cluster, { kind: 'Pod', namespace: textAt(own, 'namespace'), name: textAt(pod, 'name') });
  const alive = textAt(objectAt(stored ?? {}, 'metadata'), 'uid') === textAt(pod, 'uid');
  return alive ? null : 'service account token has been invalidated';
}

function dateError(claims: JsonObject, seconds: number): string | null {
  const at = (key: string) => {
    const value = valueAt(claims, key);
    return typeof value === 'number' ? value : null;
  };
  const [notBefore, expiry, issuedAt] = [at('nbf'), at('exp'), at('iat')];
  if (notBefore !== null && seconds + LEEWAY < notBefore) return 'service account token is not valid yet';
  if (expiry !== null && seconds - LEEWAY > expiry) return 'service account token has expired';
  if (issuedAt !== null && seconds + LEEWAY < issuedAt) return 'service account token is issued in the future';
  return null;
}

/** The account must still be there, and be the very one that the token was made for. */
function accountError(cluster: Cluster, claims: JsonObject): string | null {
  const { namespace, name, uid } = accountOf(claims);
  const account = objectOf(cluster, { kind: 'ServiceAccount', namespace, name });
  if (account === null) return `serviceaccounts ${goQuote(name)} not found`;
  const present = textAt(objectAt(account, 'metadata'), 'uid');
  return present === uid ? null : `service account UID (${present}) does not match claim (${uid})`;
}

function accountOf(claims: JsonObject): { readonly namespace: string; readonly name: string; readonly uid: string } {
  const kubernetes = objectAt(claims, 'kubernetes.io');
  const account = objectAt(kubernetes, 'serviceaccount');
  return { namespace: textAt(kubernetes, 'namespace'), name: textAt(account, 'name'), uid: textAt(account, 'uid') };
}
