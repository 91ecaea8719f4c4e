import { API, type Resource } from '#engine/apiserver/serve/resource.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import { pathSegment } from '../client/query.ts';
import type { Invocation } from '../invocation.ts';
import { failed, type Result } from '../kubeError.ts';

export type { Resource };

/** All resources that objects are kept under, in discovery's order: the core first. */
export const RESOURCES: readonly Resource[] = [...API.values()].flat().filter(({ name }) => !name.includes('/'));

/** The first version that discovery names of each group is the one that kubectl takes. */
const PREFERRED = RESOURCES.filter(({ group, version }) => version === preferredVersion(group));

function preferredVersion(group: string): string {
  return RESOURCES.find((resource) => resource.group === group)?.version ?? '';
}

/** The resources that there are, each in the version that kubectl takes. */
export function preferredResources(): readonly Resource[] {
  return PREFERRED;
}

/**
 * The resource that a word names: plural, singular, short name, or any of these with its group (`csr.certificates.k8s.io`)
 * or version and group (`csr.v1.certificates.k8s.io`). Short names that several groups have cause a warning.
 * Models resource.mappingFor in cli-runtime/pkg/resource/builder.go and the shortcut expander, v0.36.
 */
export function resourceNamed(invocation: Invocation, typed: string, attempts = 5): Result<Resource> {
  const unreached = invocation.discover(attempts);
  if (unreached !== null) return failed(unreached);
  const found = findResource(typed);
  // What kubectl has kept does not know the word: it asks again.
  const silent = found === null ? invocation.discoverAnew(3) : null;
  if (silent !== null) return failed(silent);
  if (found === null) return failed(`the server doesn't have a resource type ${goQuote(typed.split('.')[0] ?? '')}`);
  const [resource, ...others] = found;
  if (resource === undefined) return failed(`the server doesn't have a resource type ${goQuote(typed)}`);
  const word = typed.toLowerCase();
  const also = others.find(({ shortNames }) => shortNames.includes(word));
  if (also !== undefined && resource.shortNames.includes(word)) {
    invocation.complain(
      `Warning: short name ${goQuote(word)} could also match lower priority resource ${also.name}.${also.group}\n`,
    );
  }
  return { ok: true, value: resource };
}

/** The resources that a word may mean, the best first; null when there is none. */
export function findResource(typed: string): readonly Resource[] | null {
  const [name = '', ...rest] = typed.toLowerCase().split('.');
  const [version = '', ...group] = rest;
  const named = (resource: Resource) =>
    resource.name === name ||
    resource.singular === name ||
    resource.kind.toLowerCase() === name ||
    resource.shortNames.includes(name);
  if (rest.length === 0) return someOf(PREFERRED.filter(named));
  const exact =
    rest.length > 1
      ? RESOURCES.filter((one) => named(one) && one.version === version && one.group === group.join('.'))
      : [];
  if (exact.length > 0) return exact;
  const wanted = rest.join('.');
  const inGroup = PREFERRED.filter((one) => named(one) && one.group === wanted);
  if (inGroup.length > 0) return inGroup;
  return someOf(PREFERRED.filter((one) => named(one) && wanted !== '' && one.group.startsWith(wanted)));
}

/** The resource that holds objects of a kind; null when there is none. `apiVersion` is `v1`, `apps/v1`. */
export function resourceOfKind(apiVersion: string, kind: string): Resource | null {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  return RESOURCES.find((one) => one.kind === kind && one.group === group && one.version === version) ?? null;
}

/** The resources of a category (`all`). */
export function resourcesIn(category: string): readonly Resource[] {
  return PREFERRED.filter(({ categories }) => categories.includes(category));
}

function someOf(resources: readonly Resource[]): readonly Resource[] | null {
  return resources.length === 0 ? null : resources;
}

/** `/api/v1/namespaces/default/pods/web`: where an object, or with an empty name all of them, is found. */
export function pathOf(resource: Resource, namespace: string, name = '', subresource = ''): string {
  const { group, version, name: plural, namespaced } = resource;
  const root = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
  const inside = namespaced && namespace !== '' ? `/namespaces/${pathSegment(namespace)}` : '';
  const object = name === '' ? '' : `/${pathSegment(name)}`;
  return `${root}${inside}/${plural}${object}${subresource === '' ? '' : `/${subresource}`}`;
}

/** How kubectl calls a resource: `clusterroles.rbac.authorization.k8s.io`. */
export function groupResource({ name, group }: Resource): string {
  return group === '' ? name : `${name}.${group}`;
}

/** `clusterrole.rbac.authorization.k8s.io/view`: how kubectl calls an object in what it says. */
export function objectName({ kind, group }: Pick<Resource, 'kind' | 'group'>, name: string): string {
  return `${kind.toLowerCase()}${group === '' ? '' : `.${group}`}/${name}`;
}

/** `v1`, `apps/v1` */
export function apiVersionOf({ group, version }: Resource): string {
  return group === '' ? version : `${group}/${version}`;
}
