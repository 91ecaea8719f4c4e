import type { Cluster } from '../../apiserver/cluster.ts';
import type { Subject } from '../../apiserver/subject.ts';
import { booleanAt, textAt } from '../../config/effective.ts';
import { durationMilliseconds } from '../../config/go/duration.ts';
import type { LogLine } from '../../host/journal.ts';
import type { HttpRequest } from '../exchange.ts';
import type { Caches, KubeletProcess } from '../process.ts';
import { authenticateAnonymously, withAuthenticatedGroup } from './anonymous.ts';
import { authenticateToken } from './bearerToken.ts';
import { aggregate, type Opinion } from './opinion.ts';
import { bearerToken, protocolToken } from './token.ts';
import { authenticateCertificate } from './x509.ts';

/** What the chain is asked about, and with what. */
export interface Asked {
  readonly process: KubeletProcess;
  readonly tokens: Caches['tokens'];
  readonly request: HttpRequest;
  /** The client's chain as TLS delivered it, PEM; null without one. */
  readonly peer: string | null;
  readonly cluster: Cluster;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Who the request is, or why it is nobody. */
export type Outcome =
  | { readonly kind: 'certificate' | 'token'; readonly subject: Subject; readonly cached: boolean }
  | { readonly kind: 'anonymous'; readonly subject: Subject; readonly why: readonly string[] }
  | { readonly kind: 'unauthenticated'; readonly why: readonly string[] }
  | { readonly kind: 'rejected'; readonly error: string; readonly by: readonly ('certificate' | 'token')[] };

/** An outcome, with the token cache after it and what was logged on the way. */
export interface Authentication {
  readonly outcome: Outcome;
  readonly tokens: Caches['tokens'];
  readonly log: readonly LogLine[];
}

/**
 * The authenticators in their order: client certificate, bearer token, WebSocket protocol token; the first to
 * recognise the request wins and errors are collected. Only a request that none of them minded may become anonymous.
 * Models BuildAuthn in cmd/kubelet/app/auth.go and authenticatorfactory/delegating.go, v1.36.
 */
export function authenticateRequest({ process, tokens, request, peer, cluster, now }: Asked): Authentication {
  const { config, client, clientCA } = process;
  const certificate = authenticateCertificate(peer, clientCA?.pem ?? null, now);
  if (certificate.kind === 'subject') {
    return { outcome: recognised('certificate', certificate.subject, false), tokens, log: [] };
  }
  const found: { readonly by: 'certificate' | 'token'; readonly opinion: Opinion }[] = [
    { by: 'certificate', opinion: certificate },
  ];
  const log: LogLine[] = [];
  let cache = tokens;
  if (booleanAt(config, 'authentication.webhook.enabled') && client !== null) {
    const cacheTtl = durationMilliseconds(textAt(config, 'authentication.webhook.cacheTTL'));
    for (const carried of [bearerToken(request), protocolToken(request)]) {
      const judged = authenticateToken(carried, cache, { cluster, client, now, cacheTtl });
      cache = judged.tokens;
      log.push(...judged.log);
      if (judged.opinion.kind === 'subject') {
        return { outcome: recognised('token', judged.opinion.subject, judged.cached), tokens: cache, log };
      }
      found.push({ by: 'token', opinion: judged.opinion });
    }
  }
  const errors = found.flatMap(({ by, opinion }) => (opinion.kind === 'error' ? [{ by, error: opinion.error }] : []));
  if (errors.length > 0) {
    const by = [...new Set(errors.map((error) => error.by))];
    return {
      outcome: { kind: 'rejected', error: aggregate(errors.map(({ error }) => error)), by },
      tokens: cache,
      log,
    };
  }
  const why = found.flatMap(({ opinion }) => (opinion.kind === 'none' && opinion.why !== '' ? [opinion.why] : []));
  const subject = authenticateAnonymously(booleanAt(config, 'authentication.anonymous.enabled'));
  const outcome: Outcome = subject === null ? { kind: 'unauthenticated', why } : { kind: 'anonymous', subject, why };
  return { outcome, tokens: cache, log };
}

function recognised(kind: 'certificate' | 'token', subject: Subject, cached: boolean): Outcome {
  return { kind, subject: withAuthenticatedGroup(subject), cached };
}
