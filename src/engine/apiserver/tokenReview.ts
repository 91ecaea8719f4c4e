import { goQuote } from '../config/go/quote.ts';
import type { JsonObject } from '../json.ts';
import { verifyText } from '../pki/sign.ts';
import type { Cluster } from './cluster.ts';
import { objectAt, textAt, textsAt, valueAt } from './json.ts';
import { type Jwt, readJwt } from './jwt.ts';
import { objectOf } from './objects.ts';
import type { TokenDecision } from './review.ts';
import { CREDENTIAL_ID } from './subject.ts';
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

function judge(cluster: Cluster, token: string, now: number): TokenDecision {
  const jwt = readJwt(token);
  if (jwt === null || textAt(jwt.claims, 'iss') !== ISSUER) {
    return { authenticated: false, error: 'invalid bearer token' };
  }
  const error = tokenError(cluster, jwt, now / 1000);
  if (error !== null) return { authenticated: false, error: `[invalid bearer token, ${error}]` };
  const { namespace, name, uid } = accountOf(jwt.claims);
  const id = textAt(jwt.claims, 'jti');
  return {
    authenticated: true,
    subject: {
      user: `system:serviceaccount:${namespace}:${name}`,
      uid,
      groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'],
      extra: id === '' ? {} : { [CREDENTIAL_ID]: [`JTI=${id}`] },
    },
  };
}

function tokenError(cluster: Cluster, jwt: Jwt, seconds: number): string | null {
  const { publicKey } = cluster.serviceAccountKey;
  const kid = textAt(jwt.header, 'kid');
  if (kid !== '' && kid !== keyId(publicKey)) return 'invalid signature, no keys found';
  if (textAt(jwt.header, 'alg') !== 'RS256' || !verifyText(publicKey, jwt.signed, jwt.signature)) {
    return 'go-jose/go-jose: error in cryptographic primitive';
  }
  return audienceError(jwt.claims) ?? dateError(jwt.claims, seconds) ?? accountError(cluster, jwt.claims);
}

function audienceError(claims: JsonObject): string | null {
  const single = textAt(claims, 'aud');
  const audiences = single === '' ? textsAt(claims, 'aud') : [single];
  if (audiences.length === 0 || audiences.includes(ISSUER)) return null;
  const listed = audiences.map((audience) => goQuote(audience)).join(' ');
  return `token audiences [${listed}] is invalid for the target audiences ["${ISSUER}"]`;
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
