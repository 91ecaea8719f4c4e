import type { Cluster } from './cluster.ts';
import { authorizeNode } from './nodeAuthorizer.ts';
import { authorizeRbac } from './rbac.ts';
import type { AccessDecision, AccessQuestion } from './review.ts';

const NO_OPINION: AccessDecision = { allowed: false, reason: '', by: null, rule: null, considered: [] };

/**
 * The API server's answer to a SubjectAccessReview: `system:masters` may do anything, then each authorizer of
 * `--authorization-mode` is asked in order until one allows. Reasons of those that did not are joined by newlines.
 * Modes Webhook and ABAC have no opinion here.
 * Models k8s.io/apiserver/pkg/authorization/union and pkg/kubeapiserver/authorizer/config.go, v1.36.
 */
export function reviewAccess(cluster: Cluster, question: AccessQuestion): AccessDecision {
  if (question.subject.groups.includes('system:masters')) {
    return { ...NO_OPINION, allowed: true, by: 'system:masters' };
  }
  const reasons: string[] = [];
  let considered: readonly string[] = [];
  for (const mode of cluster.authorizationModes) {
    const decision = askAuthorizer(cluster, mode, question);
    if (decision.allowed) return decision;
    if (decision.reason !== '') reasons.push(decision.reason);
    considered = [...considered, ...decision.considered];
  }
  return { ...NO_OPINION, reason: reasons.join('\n'), considered };
}

function askAuthorizer(cluster: Cluster, mode: string, question: AccessQuestion): AccessDecision {
  switch (mode) {
    case 'RBAC':
      return authorizeRbac(cluster, question);
    case 'Node': {
      const opinion = authorizeNode(cluster, question);
      return { ...NO_OPINION, ...opinion, by: opinion.allowed ? 'Node' : null };
    }
    case 'AlwaysAllow':
      return { ...NO_OPINION, allowed: true, by: 'AlwaysAllow' };
    case 'AlwaysDeny':
      return { ...NO_OPINION, reason: 'Everything is forbidden.' };
    default:
      return NO_OPINION;
  }
}
