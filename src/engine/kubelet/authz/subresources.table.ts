import type { Traits } from '../../versions/traits.ts';

/** A path of the kubelet and the subresource of `nodes` that stands for it. */
export interface SubresourceRow {
  /** Matches exactly, and everything below it. */
  readonly path: string;
  readonly subresource: string;
  /** The first minor version (the 36 of 1.36) that has this row. */
  readonly since: number;
}

/** Asked first, before the broad one: KubeletFineGrainedAuthz. First match counts. */
export const FINE_GRAINED: readonly SubresourceRow[] = [
  { path: '/pods', subresource: 'pods', since: 32 },
  { path: '/healthz', subresource: 'healthz', since: 32 },
  { path: '/configz', subresource: 'configz', since: 32 },
  { path: '/runningpods', subresource: 'pods', since: 32 },
];

/** The minor version from which fine-grained subresources are on when the gate does not say. */
export const FINE_GRAINED_BY_DEFAULT = 33;

/** Asked by every version; a path without a row is `proxy`. */
export const BROAD: readonly SubresourceRow[] = [
  { path: '/stats', subresource: 'stats', since: 0 },
  { path: '/metrics', subresource: 'metrics', since: 0 },
  { path: '/logs', subresource: 'log', since: 0 },
  { path: '/checkpoint', subresource: 'checkpoint', since: 30 },
  { path: '/statusz', subresource: 'statusz', since: 33 },
  { path: '/flagz', subresource: 'configz', since: 33 },
];

/** How a 403 ends: with what was asked about. */
export const REFUSALS: Readonly<Record<Traits['refusalNames'], (subresources: readonly string[]) => string>> = {
  all: (subresources) => `subresource(s)=[${subresources.join(' ')}])\n`,
  first: (subresources) => `subresource=${subresources[0] ?? ''})`,
};

/** Verbs by HTTP method; every other method has the empty verb. */
export const VERBS: Readonly<Record<string, string>> = {
  GET: 'get',
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};
