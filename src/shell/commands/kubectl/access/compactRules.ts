import { textsAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';

/** A rule as `auth can-i --list` shows it: at most one group, resource, name or URL. */
export interface CompactRule {
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames: readonly string[];
  readonly nonResourceUrls: readonly string[];
}

/**
 * The rules of a SelfSubjectRulesReview taken apart, verbs for the same thing put together again, in kubectl's order.
 * Models BreakdownRule and CompactRules in kubectl/pkg/util/rbac/rbac.go, v0.36.
 */
export function compactRules(
  resourceRules: readonly JsonObject[],
  urlRules: readonly JsonObject[],
): readonly CompactRule[] {
  const simple = new Map<string, CompactRule>();
  for (const rule of resourceRules.flatMap(takeApart)) {
    const key = JSON.stringify([rule.apiGroups, rule.resources, rule.resourceNames]);
    const before = simple.get(key);
    const verbs = before === undefined ? rule.verbs : [...new Set([...before.verbs, ...rule.verbs])];
    simple.set(key, { ...rule, verbs });
  }
  return [...urlRules.flatMap(takeUrlsApart), ...simple.values()]
    .map((rule) => ({ rule, order: orderOf(rule) }))
    .sort(({ order: left }, { order: right }) => (left < right ? -1 : left > right ? 1 : 0))
    .map(({ rule }) => rule);
}

function takeApart(rule: JsonObject): readonly CompactRule[] {
  const names = textsAt(rule, 'resourceNames');
  const nameLists = names.length === 0 ? [[]] : names.map((name) => [name]);
  return textsAt(rule, 'apiGroups').flatMap((group) =>
    textsAt(rule, 'resources').flatMap((resource) =>
      textsAt(rule, 'verbs').flatMap((verb) =>
        nameLists.map((resourceNames) => ({
          verbs: [verb],
          apiGroups: [group],
          resources: [resource],
          resourceNames,
          nonResourceUrls: [],
        })),
      ),
    ),
  );
}

function takeUrlsApart(rule: JsonObject): readonly CompactRule[] {
  return textsAt(rule, 'nonResourceURLs').flatMap((url) =>
    textsAt(rule, 'verbs').map((verb) => ({
      verbs: [verb],
      apiGroups: [],
      resources: [],
      resourceNames: [],
      nonResourceUrls: [url],
    })),
  );
}

/** kubectl sorts rules by what Go prints of them. */
function orderOf({ verbs, apiGroups, resources, resourceNames, nonResourceUrls }: CompactRule): string {
  const fields = {
    Verbs: verbs,
    APIGroups: apiGroups,
    Resources: resources,
    ResourceNames: resourceNames,
    NonResourceURLs: nonResourceUrls,
  };
  return Object.entries(fields)
    .map(([name, texts]) => `${name}:${goList(texts)},`)
    .join('');
}

/** Go's `%v` of a list of texts. */
export function goList(texts: readonly string[]): string {
  return `[${texts.join(' ')}]`;
}
