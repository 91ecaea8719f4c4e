import { booleanAt } from '../../config/effective.ts';
import { klogLine } from '../../config/klog.ts';
import { type Asked, authenticateRequest, type Outcome } from '../authn/chain.ts';
import { headerValue } from '../authn/headers.ts';
import { forMethod, sniffed } from '../endpoints/reply.ts';
import { settingCauses } from '../settingCauses.ts';
import type { Facts, Journey, StageRecord, StageResult } from '../stage.ts';

const ANONYMOUS = 'authentication.anonymous.enabled';
const CLIENT_CA = 'authentication.x509.clientCAFile';
const WEBHOOK = 'authentication.webhook.enabled';
const CACHE_TTL = 'authentication.webhook.cacheTTL';

/**
 * The fourth gate: who is asking. Answers 401 when somebody's credentials are bad, or when there are none and
 * anonymous access is off. Models InstallAuthFilter in pkg/kubelet/server/server.go, v1.36.
 */
export function authenticate(journey: Journey): StageResult {
  const { process, listener, request, world } = journey;
  if (process === null || listener === null)
    throw new Error('authenticate needs a process and a listener: connect first');
  if (listener.role !== 'main') {
    return {
      record: { stage: 'authenticate', verdict: 'skipped', reason: 'no-authentication', facts: {}, causes: [] },
    };
  }
  const caches = journey.caches ?? process.caches;
  const asked: Asked = {
    process,
    tokens: caches.tokens,
    request,
    peer: journey.connection?.peer ?? null,
    cluster: world.cluster,
    now: world.now,
  };
  const { outcome, tokens, log } = authenticateRequest(asked);
  const carry = { caches: tokens === caches.tokens ? caches : { ...caches, tokens } };
  const subject = 'subject' in outcome ? outcome.subject : null;
  if (subject !== null) return { record: recordOf(outcome, asked, 'passed'), carry: { ...carry, subject }, log };
  const record = recordOf(outcome, asked, 'answered');
  const answer = forMethod(sniffed(401, 'Unauthorized'), request.method);
  if (outcome.kind !== 'rejected') return { record, carry, answer, log };
  const line = klogLine('E', 'server.go:376', 'Unable to authenticate the request due to an error', [
    ['err', outcome.error],
  ]);
  return { record, carry, answer, log: [...log, line] };
}

function recordOf(outcome: Outcome, asked: Asked, verdict: StageRecord['verdict']): StageRecord {
  const { reason, facts, paths } = explanation(outcome, asked);
  return { stage: 'authenticate', verdict, reason, facts, causes: settingCauses(asked.process.config, paths) };
}

interface Explanation {
  readonly reason: StageRecord['reason'];
  readonly facts: Facts;
  /** Field paths of the settings that decided, the weightiest first. */
  readonly paths: readonly string[];
}

function explanation(outcome: Outcome, asked: Asked): Explanation {
  switch (outcome.kind) {
    case 'certificate': {
      const { user, groups } = outcome.subject;
      return { reason: 'certificate-accepted', facts: { user, groups }, paths: [CLIENT_CA] };
    }
    case 'token': {
      const { cached, subject } = outcome;
      const facts = { user: subject.user, groups: subject.groups, cached };
      return { reason: 'token-accepted', facts, paths: cached ? [CACHE_TTL, WEBHOOK] : [WEBHOOK] };
    }
    case 'anonymous':
    case 'unauthenticated': {
      const ignored = ignoredCredentials(asked);
      const seen = [...ignored.map(({ why }) => why), ...outcome.why];
      const why = seen.length === 0 ? 'no credentials were sent' : seen.join(', and ');
      const reason = outcome.kind === 'anonymous' ? 'anonymous' : 'no-credentials';
      return { reason, facts: { why }, paths: [ANONYMOUS, ...ignored.map(({ path }) => path)] };
    }
    case 'rejected': {
      const { by, error } = outcome;
      if (by.length > 1) return { reason: 'credentials-rejected', facts: { error }, paths: [CLIENT_CA, WEBHOOK] };
      const certificate = by[0] === 'certificate';
      const reason = certificate ? 'certificate-rejected' : 'token-rejected';
      return { reason, facts: { error }, paths: [certificate ? CLIENT_CA : WEBHOOK] };
    }
  }
}

/** Credentials that were offered to a kubelet that is configured not to look at them. */
function ignoredCredentials({
  process,
  request,
  peer,
}: Asked): readonly { readonly why: string; readonly path: string }[] {
  const certificate = request.certificate !== undefined && peer === null;
  const unasked = process.clientCA === null ? 'the certificate was never asked for' : 'no certificate could be sent';
  const token = headerValue(request, 'Authorization') !== '' && !booleanAt(process.config, WEBHOOK);
  return [
    ...(certificate ? [{ why: unasked, path: CLIENT_CA }] : []),
    ...(token ? [{ why: 'tokens are not looked at', path: WEBHOOK }] : []),
  ];
}
