import type { JsonObject } from '../../json.ts';
import type { Cluster } from '../cluster.ts';
import { API, type Resource } from './resource.ts';

/**
 * The document that discovery serves at a path (`/api`, `/apis`, `/api/v1`, `/apis/GROUP`, `/apis/GROUP/VERSION`), or
 * null when the path is none of these. Models apiserver/pkg/endpoints/discovery, v0.36.
 */
export function discoveryDocument(cluster: Cluster, path: string): JsonObject | null {
  const parts = path.split('/').filter((part) => part !== '');
  const [prefix, group = '', version = ''] = parts;
  if (prefix === 'api' && parts.length === 1) {
    const serverAddressByClientCIDRs = [{ clientCIDR: '0.0.0.0/0', serverAddress: cluster.endpoint }];
    return { kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs };
  }
  if (prefix === 'api' && parts.length === 2) return group === 'v1' ? resourceList('v1') : null;
  if (prefix !== 'apis') return null;
  if (parts.length === 1) return { kind: 'APIGroupList', apiVersion: 'v1', groups: GROUPS.map(apiGroup) };
  if (parts.length === 2) {
    return GROUPS.includes(group) ? { kind: 'APIGroup', apiVersion: 'v1', ...apiGroup(group) } : null;
  }
  return parts.length === 3 ? resourceList(`${group}/${version}`) : null;
}

/** The named groups, in the order of their weight. */
const GROUPS: readonly string[] = [
  ...new Set([...API.keys()].filter((name) => name.includes('/')).map((name) => name.split('/')[0] ?? '')),
];

function apiGroup(name: string): JsonObject {
  const versions = [...API.keys()]
    .filter((one) => one.startsWith(`${name}/`))
    .map((groupVersion) => ({ groupVersion, version: groupVersion.slice(name.length + 1) }));
  return { name, versions, preferredVersion: versions[0] ?? {} };
}

function resourceList(groupVersion: string): JsonObject | null {
  const resources = API.get(groupVersion);
  if (resources === undefined) return null;
  // The core list is older than the field.
  const version = groupVersion === 'v1' ? {} : { apiVersion: 'v1' };
  return { kind: 'APIResourceList', ...version, groupVersion, resources: resources.map(listed) };
}

function listed(resource: Resource): JsonObject {
  const { name, singular, namespaced, kindVersion, kind, verbs, shortNames, categories, hash } = resource;
  return {
    name,
    singularName: singular,
    namespaced,
    ...(kindVersion === null ? {} : { group: kindVersion[0], version: kindVersion[1] }),
    kind,
    verbs,
    ...(shortNames.length === 0 ? {} : { shortNames }),
    ...(categories.length === 0 ? {} : { categories }),
    ...(hash === '' ? {} : { storageVersionHash: hash }),
  };
}
