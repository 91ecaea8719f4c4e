import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import type { JsonObject } from '#engine/json.ts';
import type { Query } from '../client/query.ts';
import type { Invocation } from '../invocation.ts';
import { apiVersionOf, pathOf, type Resource } from '../kinds/mapper.ts';
import type { Unread, Wanted } from '../kinds/selection.ts';
import { type KubeError, type Result, reasonOf } from '../kubeError.ts';
import { getInfo } from './getInfo.ts';

/** What came back for one thing wanted: an object, or a list's items. */
export interface Batch {
  readonly resource: Resource;
  readonly objects: readonly JsonObject[];
  readonly isList: boolean;
}

/** What was fetched, and what was not. */
export interface Fetched {
  readonly batches: readonly Batch[];
  readonly errors: readonly KubeError[];
}

/** How to ask for lists and objects. */
export interface Asking {
  readonly namespace: string;
  readonly allNamespaces: boolean;
  readonly labelSelector: string;
  readonly fieldSelector: string;
  readonly subresource: string;
  /** How many objects an answer may hold; 0 = all. */
  readonly limit: number;
  readonly accept: string;
  /** Further parameters. */
  readonly query: Query;
}

/** Fetches everything wanted, each with its own request; an error ends only its own, and `unread` keep their places. */
export function fetchAll(
  invocation: Invocation,
  wanted: readonly Wanted[],
  asking: Asking,
  unread: readonly Unread[] = [],
): Fetched {
  const batches: Batch[] = [];
  const errors: KubeError[] = [];
  const unreadBefore = (index: number) => unread.flatMap(({ before, error }) => (before === index ? [error] : []));
  for (const [index, one] of wanted.entries()) {
    errors.push(...unreadBefore(index));
    const got = one.name === '' ? fetchList(invocation, one.resource, asking) : fetchObject(invocation, one, asking);
    if (got.ok) batches.push(got.value);
    else errors.push(got.error);
  }
  return { batches, errors: [...errors, ...unreadBefore(wanted.length)] };
}

function fetchObject(invocation: Invocation, wanted: Wanted, asking: Asking): Result<Batch> {
  const { resource, name, namespace = asking.namespace } = wanted;
  const { accept, query, subresource } = asking;
  const answer = getInfo(invocation, { resource, namespace, name, subresource }, { accept, query });
  if (!answer.ok) return answer;
  return { ok: true, value: { resource, objects: [answer.value.object], isList: false } };
}

function fetchList(invocation: Invocation, resource: Resource, asking: Asking): Result<Batch> {
  const { labelSelector, fieldSelector, limit, accept } = asking;
  const query: Query = [
    ...(labelSelector === '' ? [] : [['labelSelector', labelSelector] as const]),
    ...(fieldSelector === '' ? [] : [['fieldSelector', fieldSelector] as const]),
    ...(limit === 0 ? [] : [['limit', String(limit)] as const]),
    ...asking.query,
  ];
  const path = pathOf(resource, asking.allNamespaces ? '' : asking.namespace);
  const answer = invocation.call({ method: 'GET', path, accept, query, resource: resource.name });
  if (!answer.ok) return { ok: false, error: enhanced(answer.error, resource, asking) };
  const list = answer.value.object;
  const kind = textAt(list, 'kind').replace(/List$/, '') || resource.kind;
  const apiVersion = textAt(list, 'apiVersion') || apiVersionOf(resource);
  // Items of a typed list do not say what they are; kubectl fills it in.
  const objects = objectsAt(list, 'items').map((item) => ({ ...item, apiVersion, kind }));
  return { ok: true, value: { resource, objects, isList: true } };
}

/** A list that cannot be had for its selector tells which. Models EnhanceListError in cli-runtime/pkg/resource, v0.36. */
function enhanced(error: KubeError, resource: Resource, { labelSelector, fieldSelector }: Asking): KubeError {
  if (error.kind !== 'status' || !['BadRequest', 'NotFound'].includes(reasonOf(error))) return error;
  const group = `${apiGroupVersion(resource)}, Resource=${resource.name}`;
  const what =
    labelSelector === '' && fieldSelector === ''
      ? `Unable to list ${goQuote(group)}`
      : `Unable to find ${goQuote(group)} that match label selector ${goQuote(labelSelector)}, field selector ${goQuote(fieldSelector)}`;
  return { ...error, message: `${what}: ${error.message}` };
}

function apiGroupVersion({ group, version }: Resource): string {
  return `${group}/${version}`;
}

/** The name of an object. */
export function nameOf(object: JsonObject): string {
  return textAt(objectAt(object, 'metadata'), 'name');
}
