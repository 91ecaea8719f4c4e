import type { Cause, Facts, Verdict } from '../../kubelet/stage.ts';
import type { AccessDecision, AccessQuestion } from '../review.ts';

/** The gates of a request to the API server, in order. */
export const API_STAGES = ['connect', 'tls', 'authenticate', 'authorize', 'admit', 'handle'] as const;
export type ApiStageName = (typeof API_STAGES)[number];

/** Why a gate of the API server decided as it did; each has its sentence in `explain/`. */
export type ApiReasonCode =
  | 'api-reached'
  | 'api-down'
  | 'api-handshake-done'
  | 'api-client-left'
  | 'api-handshake-failed'
  | 'api-certificate'
  | 'api-token'
  | 'api-anonymous'
  | 'api-impersonated'
  | 'api-no-credentials'
  | 'api-rejected-credentials'
  | 'api-may-not-impersonate'
  | 'api-allowed'
  | 'api-forbidden'
  | 'api-admitted'
  | 'api-not-admitted'
  | 'api-served'
  | 'api-not-served'
  | 'api-invalid'
  | 'api-asked-kubelet'
  | 'api-kubelet-unreachable'
  | 'api-kubelet-refused';

/** A gate's entry in the trace of a request to the API server. */
export interface ApiStageRecord {
  readonly stage: ApiStageName;
  readonly verdict: Verdict;
  readonly reason: ApiReasonCode;
  readonly facts: Facts;
  readonly causes: readonly Cause[];
  /** What the authorizers were asked, and what they said. */
  readonly review?: { readonly question: AccessQuestion; readonly decision: AccessDecision };
}
