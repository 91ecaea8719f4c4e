import type { JsonObject } from '#engine/json.ts';
import { failed } from '../../kubeError.ts';
import { type Made, made, metadataOf } from './made.ts';

/** The resource that a name means to the server: its plural name and group; null when it has none of that name. */
export type ResourceFor = (
  resource: string,
  group: string,
) => { readonly resource: string; readonly group: string } | null;

/** What `--verb`, `--resource` and the like say. */
export interface RuleRequest {
  readonly name: string;
  readonly namespace: string | null;
  readonly verbs: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames: readonly string[];
  readonly nonResourceUrls: readonly string[];
  readonly aggregation: Readonly<Record<string, string>>;
}

/** A role, with the lines that kubectl prints on standard error whether or not it makes one. */
export interface MadeRole {
  readonly made: Made;
  readonly warnings: readonly string[];
}

interface AskedResource {
  readonly resource: string;
  readonly group: string;
  readonly subresource: string;
}

const RESOURCE_VERBS = [
  '*',
  ...['get', 'delete', 'list', 'create', 'update', 'patch', 'watch', 'proxy', 'deletecollection'],
  ...['use', 'bind', 'escalate', 'impersonate'],
];
const URL_VERBS = ['*', 'get', 'post', 'put', 'delete', 'patch', 'head', 'options'];

const RBAC = 'rbac.authorization.k8s.io';
/** Verbs that make sense for a few resources only: `resource.group`. */
const SPECIAL_VERBS: Readonly<Record<string, readonly string[]>> = {
  use: ['podsecuritypolicies.policy', 'podsecuritypolicies.extensions'],
  bind: [`roles.${RBAC}`, `clusterroles.${RBAC}`],
  escalate: [`roles.${RBAC}`, `clusterroles.${RBAC}`],
  impersonate: ['users.', 'serviceaccounts.', 'groups.', 'userextras.authentication.k8s.io'],
};

/** `kubectl create role`. Models create_role.go, v1.36. */
export function makeRole(request: RuleRequest, resourceFor: ResourceFor): MadeRole {
  const asked = { ...request, verbs: distinctVerbs(request.verbs) };
  if (asked.verbs.length === 0) return without(failed('at least one verb must be specified'));
  const warnings = oddVerbs(asked.verbs);
  const resources = askedResources(asked.resources);
  if (resources.length === 0) return { made: failed('at least one resource must be specified'), warnings };
  const problem = resourceProblem(resources, asked.verbs, resourceFor);
  if (problem !== null) return stopped(problem, warnings);
  const rules = rulesOf(asked, resources, resourceFor);
  return { made: made({ ...head('Role', asked.name, asked.namespace), rules }), warnings };
}

/** `kubectl create clusterrole`. Models create_clusterrole.go, v1.36. */
export function makeClusterRole(request: RuleRequest, resourceFor: ResourceFor): MadeRole {
  const asked = { ...request, verbs: distinctVerbs(request.verbs) };
  const resources = askedResources(asked.resources);
  const urls = [...new Set(asked.nonResourceUrls)];
  const labels = Object.entries(asked.aggregation);
  if (labels.length > 0) {
    if (urls.length > 0 || asked.verbs.length > 0 || resources.length > 0 || asked.resourceNames.length > 0) {
      const text = 'aggregation rule must be specified without nonResourceURLs, verbs, resources or resourceNames';
      return without(failed(text));
    }
    const matchLabels = Object.fromEntries(labels.sort(([left], [right]) => (left < right ? -1 : 1)));
    const aggregationRule = { clusterRoleSelectors: [{ matchLabels }] };
    return without(made({ ...head('ClusterRole', asked.name, null), rules: null, aggregationRule }));
  }
  if (asked.verbs.length === 0) return without(failed('at least one verb must be specified'));
  if (resources.length === 0 && urls.length === 0) {
    return without(failed('one of resource or nonResourceURL must be specified'));
  }
  const warnings = resources.length === 0 ? [] : oddVerbs(asked.verbs);
  const problem = resourceProblem(resources, asked.verbs, resourceFor) ?? urlProblem(urls, asked.verbs);
  if (problem !== null) return stopped(problem, warnings);
  const rules = [
    ...rulesOf(asked, resources, resourceFor),
    ...(urls.length === 0 ? [] : [{ verbs: asked.verbs, nonResourceURLs: urls }]),
  ];
  return { made: made({ ...head('ClusterRole', asked.name, null), rules }), warnings };
}

function without(role: Made): MadeRole {
  return { made: role, warnings: [] };
}

/** What keeps kubectl from making a role; a `bare` text is printed without `error: `. */
interface Problem {
  readonly text: string;
  readonly bare?: boolean;
}

function stopped({ text, bare }: Problem, warnings: readonly string[]): MadeRole {
  if (bare !== true) return { made: failed(text), warnings };
  return { made: failed({ kind: 'silent' }), warnings: [...warnings, text] };
}

function head(kind: string, name: string, namespace: string | null): JsonObject {
  return { kind, apiVersion: `${RBAC}/v1`, metadata: metadataOf(name, namespace) };
}

/** `*` stands for all other verbs. */
function distinctVerbs(verbs: readonly string[]): readonly string[] {
  return verbs.includes('*') ? ['*'] : [...new Set(verbs)];
}

function oddVerbs(verbs: readonly string[]): readonly string[] {
  return verbs
    .filter((verb) => !RESOURCE_VERBS.includes(verb))
    .map((verb) => `Warning: '${verb}' is not a standard resource verb`);
}

/** `resource.group/subresource`; a bare `*` stands for all others and ends the list. */
function askedResources(texts: readonly string[]): readonly AskedResource[] {
  const asked: AskedResource[] = [];
  for (const text of texts) {
    if (text === '*') return [{ resource: '*', group: '', subresource: '' }];
    const [whole, subresource] = cut(text, '/');
    const [resource, group] = cut(whole, '.');
    asked.push({ resource, group, subresource });
  }
  return asked;
}

function cut(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function resourceProblem(
  resources: readonly AskedResource[],
  verbs: readonly string[],
  resourceFor: ResourceFor,
): Problem | null {
  for (const { resource, group } of resources) {
    if (resource === '') return { text: 'resource must be specified if apiGroup/subresource specified' };
    if (resource === '*') return null;
    const known = resourceFor(resource, group);
    const meant = known ?? { resource, group };
    let special = false;
    for (const verb of verbs) {
      const allowed = Object.hasOwn(SPECIAL_VERBS, verb) ? SPECIAL_VERBS[verb] : undefined;
      if (allowed === undefined) continue;
      if (!allowed.includes(`${meant.resource}.${meant.group}`)) {
        return { text: `can not perform '${verb}' on '${meant.resource}' in group '${meant.group}'` };
      }
      special = true;
    }
    if (known === null && !special) return { text: noMatch(resource, group), bare: true };
  }
  return null;
}

function noMatch(resource: string, group: string): string {
  return `the server doesn't have a resource type "${resource}"${group === '' ? '' : ` in group "${group}"`}`;
}

function urlProblem(urls: readonly string[], verbs: readonly string[]): Problem | null {
  if (urls.length === 0) return null;
  const odd = verbs.find((verb) => !URL_VERBS.includes(verb));
  if (odd !== undefined) return { text: `invalid verb: '${odd}' for nonResourceURL` };
  for (const url of urls) {
    if (url === '*') continue;
    if (!url.startsWith('/')) return { text: 'nonResourceURL should start with /' };
    if (url.slice(0, -1).includes('*')) {
      return { text: "nonResourceURL only supports wildcard matches when '*' is at the end" };
    }
  }
  return null;
}

/** One rule for each API group, groups sorted. */
function rulesOf(
  { verbs, resourceNames }: RuleRequest,
  resources: readonly AskedResource[],
  resourceFor: ResourceFor,
): readonly JsonObject[] {
  const byGroup = new Map<string, string[]>();
  for (const { resource, group, subresource } of resources) {
    const meant = resourceFor(resource, group) ?? { resource, group };
    const name = subresource === '' ? meant.resource : `${meant.resource}/${subresource}`;
    const names = byGroup.get(meant.group) ?? [];
    if (!names.includes(name)) byGroup.set(meant.group, [...names, name]);
  }
  const distinct = [...new Set(resourceNames)];
  return [...byGroup.entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([group, names]) => ({
      verbs,
      apiGroups: [group],
      resources: names,
      ...(distinct.length === 0 ? {} : { resourceNames: distinct }),
    }));
}
