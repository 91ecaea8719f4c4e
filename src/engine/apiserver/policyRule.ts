import type { JsonObject } from '../json.ts';
import { textsAt } from './json.ts';
import type { AccessQuestion } from './review.ts';

/** A rule of a role, as RBAC reads it. */
export interface PolicyRule {
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames: readonly string[];
  readonly nonResourceURLs: readonly string[];
}

/** Reads a rule of any shape. */
export function readRule(rule: JsonObject): PolicyRule {
  return {
    verbs: textsAt(rule, 'verbs'),
    apiGroups: textsAt(rule, 'apiGroups'),
    resources: textsAt(rule, 'resources'),
    resourceNames: textsAt(rule, 'resourceNames'),
    nonResourceURLs: textsAt(rule, 'nonResourceURLs'),
  };
}

/**
 * Whether a rule grants what is asked. A rule without a verb, a group or a resource grants nothing.
 * Models `RuleAllows` of plugin/pkg/auth/authorizer/rbac/rbac.go and pkg/apis/rbac/v1/evaluation_helpers.go, v1.36.
 */
export function ruleAllows(rule: PolicyRule, question: AccessQuestion): boolean {
  const { path } = question;
  if (path !== undefined) {
    return has(rule.verbs, question.verb) && rule.nonResourceURLs.some((url) => urlMatches(url, path));
  }
  return (
    has(rule.verbs, question.verb) &&
    has(rule.apiGroups, question.group) &&
    rule.resources.some((resource) => resourceMatches(resource, question)) &&
    (rule.resourceNames.length === 0 || rule.resourceNames.includes(question.name))
  );
}

/** `*` is every path, `/healthz/*` every one that begins so. */
function urlMatches(url: string, path: string): boolean {
  return url === '*' || url === path || (url.endsWith('*') && path.startsWith(url.slice(0, -1).replace(/\*+$/, '')));
}

function has(list: readonly string[], asked: string): boolean {
  return list.some((item) => item === '*' || item === asked);
}

/** `*` is everything, `*` before a subresource is that one of any resource; `nodes/*` is only the text it is. */
function resourceMatches(resource: string, question: AccessQuestion): boolean {
  if (resource === '*') return true;
  if (question.subresource === '') return resource === question.resource;
  return resource === `${question.resource}/${question.subresource}` || resource === `*/${question.subresource}`;
}
