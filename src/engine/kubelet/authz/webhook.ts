import { reviewAccess } from '../../apiserver/access.ts';
import { callError } from '../../apiserver/call.ts';
import type { Cluster } from '../../apiserver/cluster.ts';
import type { AccessDecision, AccessQuestion, ReviewFailure } from '../../apiserver/review.ts';
import { type EffectiveConfiguration, textAt } from '../../config/effective.ts';
import { durationMilliseconds } from '../../config/go/duration.ts';
import { remembering } from '../../pki/memo.ts';
import type { ApiClient, Caches } from '../process.ts';
import { cacheKey, remember, remembered } from './cache.ts';

const milliseconds = remembering(16, durationMilliseconds);

/** A question's answer, whether it was remembered, and the memory after it. */
export interface WebhookAnswer {
  readonly decision: AccessDecision;
  readonly cached: boolean;
  readonly decisions: Caches['decisions'];
}

/** What the webhook authorizer works with. */
export interface WebhookInput {
  readonly cluster: Cluster;
  readonly client: ApiClient | null;
  readonly config: EffectiveConfiguration;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * One question to the webhook authorizer: from memory, or by a SubjectAccessReview. A failure to ask is remembered by
 * nobody.
 * Models apiserver/plugin/pkg/authorizer/webhook/webhook.go, v1.36.
 */
export function askWebhook(
  input: WebhookInput,
  question: AccessQuestion,
  decisions: Caches['decisions'],
): WebhookAnswer | ReviewFailure {
  const { cluster, client, config, now } = input;
  const key = cacheKey(question);
  const known = remembered(decisions, key, now);
  if (known !== null) return { decision: known, cached: true, decisions };
  const error =
    client === null
      ? 'no client provided, cannot use webhook authorization'
      : callError(cluster, client, 'subjectaccessreviews');
  if (error !== null) return { error };
  const decision = reviewAccess(cluster, question);
  const setting = decision.allowed ? 'cacheAuthorizedTTL' : 'cacheUnauthorizedTTL';
  const ttl = milliseconds(textAt(config, `authorization.webhook.${setting}`));
  return { decision, cached: false, decisions: remember(decisions, key, decision, now, ttl) };
}
