import { RESOURCES } from './resources.data.ts';

/** A resource or a subresource of the API, as discovery lists it. */
export interface Resource {
  readonly group: string;
  readonly version: string;
  /** `pods`, `pods/log` */
  readonly name: string;
  readonly kind: string;
  readonly singular: string;
  readonly namespaced: boolean;
  readonly verbs: readonly string[];
  readonly shortNames: readonly string[];
  readonly categories: readonly string[];
  readonly hash: string;
  /** Group and version of its kind when they are not the resource's own. */
  readonly kindVersion: readonly [group: string, version: string] | null;
}

const USUAL = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];

/** Everything that the API server serves, by `group/version` (`v1` for the core), in discovery's order. */
export const API: ReadonlyMap<string, readonly Resource[]> = new Map(
  Object.entries(RESOURCES).map(([groupVersion, rows]) => [groupVersion, rows.map((row) => read(groupVersion, row))]),
);

function read(groupVersion: string, row: string): Resource {
  const [group = '', version = ''] = groupVersion.includes('/') ? groupVersion.split('/') : ['', groupVersion];
  const [name = '', kind = '', singular = '', scope, verbs = '', short = '', categories = '', hash = '', other = ''] =
    row.split('|');
  const [kindGroup = '', kindOwnVersion = ''] = other.split('/');
  return {
    group,
    version,
    name,
    kind,
    singular,
    namespaced: scope === 'ns',
    verbs: verbs === '*' ? USUAL : listed(verbs),
    shortNames: listed(short),
    categories: listed(categories),
    hash,
    kindVersion: other === '' ? null : [kindGroup, kindOwnVersion],
  };
}

function listed(text: string): readonly string[] {
  return text === '' ? [] : text.split(',');
}

/** The resource of a group and version by its plural name, `pods/log` for a subresource; null when there is none. */
export function findResource(group: string, version: string, name: string): Resource | null {
  const found = API.get(group === '' ? version : `${group}/${version}`);
  return found?.find((resource) => resource.name === name) ?? null;
}

/** The resource that holds a kind; null when the API knows no such kind in that version. */
export function resourceOfKind(apiVersion: string, kind: string): Resource | null {
  const found = API.get(apiVersion);
  return found?.find((resource) => resource.kind === kind && !resource.name.includes('/')) ?? null;
}
