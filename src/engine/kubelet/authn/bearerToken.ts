import { callError } from '../../apiserver/call.ts';
import type { Cluster } from '../../apiserver/cluster.ts';
import type { Subject } from '../../apiserver/subject.ts';
import { reviewToken } from '../../apiserver/tokenReview.ts';
import type { LogLine } from '../../host/journal.ts';
import type { ApiClient, Caches } from '../process.ts';
import { NOTHING, type Opinion } from './opinion.ts';
import type { Carried } from './token.ts';

/** What a token authenticator needs besides the token. */
export interface TokenContext {
  readonly cluster: Cluster;
  readonly client: ApiClient;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Milliseconds that an answer is remembered; 0 remembers nothing. */
  readonly cacheTtl: number;
}

/** An opinion about a token, the cache after it, whether the cache gave it, and what was logged. */
export interface TokenOpinion {
  readonly opinion: Opinion;
  readonly tokens: Caches['tokens'];
  readonly cached: boolean;
  readonly log: readonly LogLine[];
}

/** The error of a token that the review did not know and said nothing about. */
const INVALID: Opinion = { kind: 'error', error: 'invalid bearer token' };

/**
 * Judges a token, by memory or by a TokenReview. A yes is remembered for the time to live; a plain no as well; a no
 * with words of its own, or a failure to ask, never.
 * Models token/cache and request/bearertoken in apiserver/pkg/authentication, and
 * plugin/pkg/authenticator/token/webhook, v0.36.
 */
export function authenticateToken(carried: Carried, tokens: Caches['tokens'], context: TokenContext): TokenOpinion {
  const unchanged = { tokens, cached: false, log: [] };
  if (carried.kind === 'error') return { ...unchanged, opinion: carried };
  if (carried.kind === 'none') return { ...unchanged, opinion: carried.why === '' ? NOTHING : carried };
  const { token } = carried;
  const known = Object.hasOwn(tokens, token) ? tokens[token] : undefined;
  if (known !== undefined && context.now < known.until) {
    return { ...unchanged, opinion: opinionOf(known.subject), cached: true };
  }
  const failure = callError(context.cluster, context.client, 'tokenreviews');
  if (failure !== null) {
    const text = `Failed to make webhook authenticator request: ${failure}`;
    const opinion: Opinion = { kind: 'error', error: failure };
    return { ...unchanged, opinion, log: [{ level: 'E', source: 'webhook.go:154', text }] };
  }
  const decision = reviewToken(context.cluster, token, context.now);
  if (!decision.authenticated && decision.error !== '') {
    return { ...unchanged, opinion: { kind: 'error', error: decision.error } };
  }
  const subject = decision.authenticated ? decision.subject : null;
  return { ...unchanged, opinion: opinionOf(subject), tokens: remember(tokens, token, subject, context) };
}

function opinionOf(subject: Subject | null): Opinion {
  return subject === null ? INVALID : { kind: 'subject', subject };
}

function remember(
  tokens: Caches['tokens'],
  token: string,
  subject: Subject | null,
  { now, cacheTtl }: TokenContext,
): Caches['tokens'] {
  if (cacheTtl <= 0) return tokens;
  const kept = Object.entries(tokens);
  const alive = kept.length === 0 ? {} : Object.fromEntries(kept.filter(([, { until }]) => now < until));
  return { ...alive, [token]: { subject, until: now + cacheTtl } };
}
