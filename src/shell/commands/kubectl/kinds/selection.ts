import type { Invocation } from '../invocation.ts';
import { failed, type KubeError, type Result } from '../kubeError.ts';
import { findResource, groupResource, type Resource, resourceNamed, resourcesIn } from './mapper.ts';

/** One object that a line names, or with an empty name all of a resource. */
export interface Wanted {
  readonly resource: Resource;
  readonly name: string;
  /** Where a manifest says that it is; else it is where the line looks. */
  readonly namespace?: string;
}

/** An object of a manifest that cannot be asked for. */
export interface Unread {
  readonly before: number;
  readonly error: KubeError;
}

/** What the parameters of a line choose. */
export interface Selection {
  readonly wanted: readonly Wanted[];
  /** Whether names were given. */
  readonly named: boolean;
  /** Whether exactly one object is meant, and printed by itself. */
  readonly single: boolean;
  /** What manifests name that cannot be asked for: why, and before which of `wanted` it stands. */
  readonly unread?: readonly Unread[];
}

/** What stands with the parameters. */
export interface SelectionRules {
  /** A selector is given, so that names must not be. */
  readonly selector: boolean;
  readonly allNamespaces: boolean;
  /** How often a server that does not answer is asked for its resources. */
  readonly attempts?: number;
}

/**
 * Reads `TYPE[,TYPE] [NAME…]`, `TYPE/NAME …` and categories such as `all`.
 * Models Builder.ResourceTypeOrNameArgs and its visitors in cli-runtime/pkg/resource/builder.go, v0.36.
 */
export function selectionOf(
  invocation: Invocation,
  parameters: readonly string[],
  { selector, allNamespaces, attempts = 5 }: SelectionRules,
): Result<Selection> {
  const words = eachTypeWithEachName(parameters);
  const slashes = words.filter((word) => word.includes('/')).length;
  if (slashes > 0) {
    if (slashes !== words.length) {
      return failed(
        "there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'",
      );
    }
    return pairs(invocation, words, selector, allNamespaces, attempts);
  }
  const [types = '', ...names] = words;
  if (selector && names.length > 0) return failed('name cannot be provided when a selector is specified');
  const resources: Resource[] = [];
  for (const type of expanded(types)) {
    const found = resourceNamed(invocation, type, attempts);
    if (!found.ok) return found;
    if (!resources.includes(found.value)) resources.push(found.value);
  }
  if (names.length === 0) {
    return {
      ok: true,
      value: { wanted: resources.map((resource) => ({ resource, name: '' })), named: false, single: false },
    };
  }
  const [resource] = resources;
  if (resource === undefined) return failed('you must provide a resource and a resource name together');
  const refused = acrossNamespaces(resource, allNamespaces);
  if (refused !== null) return failed(refused);
  return {
    ok: true,
    value: { wanted: names.map((name) => ({ resource, name })), named: true, single: names.length === 1 },
  };
}

function pairs(
  invocation: Invocation,
  words: readonly string[],
  selector: boolean,
  allNamespaces: boolean,
  attempts: number,
): Result<Selection> {
  const wanted: Wanted[] = [];
  const split = words.map((word) => word.split('/'));
  for (const parts of split) {
    if (parts.length !== 2) return failed('arguments in resource/name form may not have more than one slash');
    if (parts[0] === '' || parts[1] === '') {
      return failed('arguments in resource/name form must have a single resource and name');
    }
  }
  if (selector) return failed('selectors and the all flag cannot be used when passing resource/name arguments');
  for (const [type = '', name = ''] of split) {
    const found = resourceNamed(invocation, type, attempts);
    if (!found.ok) return found;
    const refused = acrossNamespaces(found.value, allNamespaces);
    if (refused !== null) return failed(refused);
    wanted.push({ resource: found.value, name });
  }
  return { ok: true, value: { wanted, named: true, single: wanted.length === 1 } };
}

function acrossNamespaces(resource: Resource, allNamespaces: boolean): string | null {
  return resource.namespaced && allNamespaces ? 'a resource cannot be retrieved by name across all namespaces' : null;
}

/** `a,b c` means `a/c b/c`. */
function eachTypeWithEachName(words: readonly string[]): readonly string[] {
  const [first = '', ...names] = words;
  const types = first.split(',');
  if (names.length === 0 || types.length < 2) return words;
  return types.flatMap((type) => names.map((name) => `${type}/${name}`));
}

/** Types parted by commas, a category replaced by its resources. */
function expanded(types: string): readonly string[] {
  return types.split(',').flatMap((type) => {
    const members = findResource(type) === null ? resourcesIn(type) : [];
    return members.length === 0 ? [type] : members.map(groupResource);
  });
}
