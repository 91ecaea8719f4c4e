import { headerValue } from '../../kubelet/authn/headers.ts';
import { clientSubject } from '../clientSubject.ts';
import { flagCauses } from './flagCause.ts';
import { impersonate } from './impersonate.ts';
import type { ApiJourney, GateResult } from './journey.ts';
import { failureReply } from './reply.ts';
import type { ApiStageRecord } from './stage.ts';
import { UNAUTHORIZED } from './status.ts';

const CLIENT_CA = 'client-ca-file';

/**
 * The third gate: who asks, by certificate, bearer token or as nobody, and whom they act for.
 * Models apiserver/pkg/endpoints/filters/authentication.go and pkg/kubeapiserver/authenticator/config.go, v1.36.
 */
export function authenticate(journey: ApiJourney): GateResult {
  const { world, request } = journey;
  const token = bearerToken(headerValue(request, 'Authorization'));
  const certificate = request.certificate?.certificate ?? null;
  const subject = clientSubject(world.cluster, { certificate, token }, world.now);
  const shown = [...(certificate === null ? [] : ['certificate']), ...(token === null ? [] : ['token'])];
  const record = (
    reason: ApiStageRecord['reason'],
    facts: ApiStageRecord['facts'],
    flags: readonly string[],
  ): ApiStageRecord => ({
    stage: 'authenticate',
    verdict: 'passed',
    reason,
    facts,
    causes: flags.flatMap((flag) => flagCauses(world, flag)),
  });
  if (subject === null) {
    return refuse(journey, record('api-rejected-credentials', { shown }, certificate === null ? [] : [CLIENT_CA]));
  }
  const { user, groups } = subject;
  const anonymous = groups.includes('system:unauthenticated');
  if (anonymous && !mayBeAnonymous(journey)) {
    return refuse(journey, record('api-no-credentials', {}, ['anonymous-auth']));
  }
  const byToken = user.startsWith('system:serviceaccount:') || user.startsWith('system:bootstrap:');
  const passed = anonymous
    ? record('api-anonymous', { user, groups }, ['anonymous-auth'])
    : byToken
      ? record('api-token', { user, groups }, [])
      : record('api-certificate', { user, groups }, [CLIENT_CA]);
  return impersonate(journey, subject, { record: passed, subject });
}

/** Whether requests without credentials are let in at all, and for this path. Models …/request/anonymous/anonymous.go, v0.36. */
function mayBeAnonymous({ world, info }: ApiJourney): boolean {
  const { anonymousAuth, anonymousPaths } = world.cluster;
  return anonymousAuth !== false && (anonymousPaths === undefined || anonymousPaths.includes(info.path));
}

function refuse({ request }: ApiJourney, record: ApiStageRecord): GateResult {
  return { record: { ...record, verdict: 'answered' }, reply: failureReply(request, UNAUTHORIZED) };
}

/** The token of an Authorization header, null when it holds none. Models request/bearertoken/bearertoken.go, v0.36. */
function bearerToken(header: string): string | null {
  const parts = header.trim().split(' ');
  if (parts.length < 2 || parts[0]?.toLowerCase() !== 'bearer') return null;
  return parts[1] === '' ? null : (parts[1] ?? null);
}
