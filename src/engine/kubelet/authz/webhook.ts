import { reviewAccess } from '../../apiserver/access.ts';
import { callError } from '../../apiserver/call.ts';
import type { Cluster } from '../../apiserver/cluster.ts';
import type { AccessDecision, AccessQuestion, ReviewFailure } from '../../apiserver/review.ts';
import { type EffectiveConfiguration, textAt } from '../../config/effective.ts';
import { durationMilliseconds } from '../../config/go/duration.ts';
import type { ApiClient, Caches } from '../process.ts';
import { cacheKey, remember, remembered } from './cache.ts';

/** A question's answer, and whether it was remembered. */
export interface WebhookAnswer {
  readonly decision: AccessDecision;
  readonly cached: boolean;
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
 * nobody; what was asked for is remembered by {@link afterAnswer}.
 * Models apiserver/plugin/pkg/authorizer/webhook/webhook.go, v1.36.
 */
export function askWebhook(
  input: WebhookInput,
  question: AccessQuestion,
  decisions: Caches['decisions'],
): WebhookAnswer | ReviewFailure {
  const { cluster, client, now } = input;
  const known = isEmpty(decisions) ? null : remembered(decisions, cacheKey(question), now);
  if (known !== null) return { decision: known, cached: true };
  const error =
    client === null
      ? 'no client provided, cannot use webhook authorization'
      : callError(cluster, client, 'subjectaccessreviews');
  if (error !== null) return { error };
  return { decision: reviewAccess(cluster, question), cached: false };
}

/** The memory after an answer that was asked for. */
export function afterAnswer(
  { config, now }: WebhookInput,
  question: AccessQuestion,
  decision: AccessDecision,
  decisions: Caches['decisions'],
): Caches['decisions'] {
  const setting = decision.allowed ? 'cacheAuthorizedTTL' : 'cacheUnauthorizedTTL';
  const ttl = durationMilliseconds(textAt(config, `authorization.webhook.${setting}`));
  return remember(decisions, cacheKey(question), decision, now, ttl);
}

/** A kubelet that was just started remembers nothing, and writing a key takes longer than to see that. */
function isEmpty(decisions: Caches['decisions']): boolean {
  for (const _ in decisions) return false;
  return true;
}
