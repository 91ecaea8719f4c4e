import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
import type { Invocation } from '../invocation.ts';
import { apiVersionOf, pathOf, type Resource } from '../kinds/mapper.ts';
import { selectionOf, type Wanted } from '../kinds/selection.ts';
import { failed, type Result } from '../kubeError.ts';
import { getInfo } from '../read/getInfo.ts';
import { type Info, infosOf, selectedInfos } from './manifest/infos.ts';
import { kustomizationError } from './manifest/kustomization.ts';

/** What a line chooses: each object in order, or why it is not there. */
export interface Chosen {
  readonly infos: readonly Result<Info>[];
  /** Whether exactly one object is meant. */
  readonly isSingle: boolean;
}

/** How a command chooses its objects. */
export interface Choosing {
  /** The parameters that name objects. */
  readonly parameters: readonly string[];
  /** Whether all objects of a type are meant when none is named. */
  readonly all: boolean;
  /** Whether `all` is a selector, beside which nothing may be named. */
  readonly allSelects: boolean;
  /** Whether the objects themselves are needed; else their names do. */
  readonly fetch: boolean;
}

const NOTHING_GIVEN =
  "You must provide one or more resources by argument or filename.\nExample resource specifications include:\n   '-f rsrc.yaml'\n" +
  "   '--filename=rsrc.json'\n   '<resource> <name>'\n   '<resource>'";

/**
 * The objects that `-f`, `TYPE NAME`, `TYPE/NAME`, a selector or `--all` choose. An error that concerns all comes alone.
 * Models the Builder of cli-runtime/pkg/resource, v0.36.
 */
export function chosenObjects(invocation: Invocation, choosing: Choosing): Result<Chosen> {
  const { flags } = invocation;
  const hasFiles = flags.list('filename').length > 0;
  const { parameters } = choosing;
  const kustomization = kustomizationError(invocation);
  if (kustomization !== null) return failed(kustomization);
  if (hasFiles && parameters.length > 0) {
    return failed('when paths, URLs, or stdin is provided as input, you may not specify resource arguments as well');
  }
  if (hasFiles) return fromFiles(invocation, choosing.fetch);
  if (parameters.length === 0) {
    const isSelective = flags.text('selector') !== '' || flags.text('field-selector') !== '' || choosing.all;
    const selects = choosing.allSelects && isSelective;
    return failed(selects ? 'at least one resource must be specified to use a selector' : NOTHING_GIVEN);
  }
  return fromWords(invocation, choosing);
}

function fromFiles(invocation: Invocation, fetch: boolean): Result<Chosen> {
  // What is only named may be selected by its manifest's labels; what is fetched is not.
  const read = fetch ? infosOf(invocation, false) : selectedInfos(invocation, false);
  if (!read.ok) return read;
  const infos = fetch ? read.value.map((info) => (info.ok ? fetched(invocation, info.value) : info)) : read.value;
  return { ok: true, value: { infos, isSingle: infos.length === 1 } };
}

function fromWords(invocation: Invocation, choosing: Choosing): Result<Chosen> {
  const { flags } = invocation;
  const labels = flags.text('selector');
  const fields = flags.text('field-selector');
  const allNamespaces = flags.on('all-namespaces');
  if (choosing.allSelects && choosing.all && labels !== '') {
    return failed("setting 'all' parameter but found a non empty selector. ");
  }
  const selects = labels !== '' || fields !== '' || (choosing.allSelects && choosing.all);
  const selection = selectionOf(invocation, choosing.parameters, { selector: selects, allNamespaces });
  if (!selection.ok) return selection;
  const { wanted, named, single } = selection.value;
  const namespace = invocation.namespace();
  if (!namespace.ok) return namespace;
  if (!named && !selects && !choosing.all) {
    return failed('resource(s) were provided, but no name was specified');
  }
  if (!named) {
    const infos = wanted.flatMap(({ resource }) =>
      listed(invocation, resource, allNamespaces ? '' : namespace.value, labels, fields),
    );
    return { ok: true, value: { infos, isSingle: false } };
  }
  const infos = wanted.map((one): Result<Info> => {
    const info = bare(one, namespace.value);
    return choosing.fetch ? fetched(invocation, info) : { ok: true, value: info };
  });
  return { ok: true, value: { infos, isSingle: single } };
}

function bare({ resource, name }: Wanted, namespace: string): Info {
  const object = { apiVersion: apiVersionOf(resource), kind: resource.kind, metadata: { name } };
  return { object, resource, namespace: resource.namespaced ? namespace : '', name, source: '' };
}

/** The object as the server has it. */
export function fetched(invocation: Invocation, info: Info): Result<Info> {
  const answer = getInfo(invocation, info);
  return answer.ok ? { ok: true, value: { ...info, object: answer.value.object } } : answer;
}

function listed(
  invocation: Invocation,
  resource: Resource,
  namespace: string,
  labels: string,
  fields: string,
): readonly Result<Info>[] {
  const query = [
    ...(fields === '' ? [] : [['fieldSelector', fields] as const]),
    ...(labels === '' ? [] : [['labelSelector', labels] as const]),
  ];
  const path = pathOf(resource, namespace);
  const answer = invocation.call({ method: 'GET', path, query, resource: resource.name });
  if (!answer.ok) return [answer];
  const list = answer.value.object;
  return objectsAt(list, 'items').map((item): Result<Info> => {
    const metadata = objectAt(item, 'metadata');
    const object: JsonObject = { ...item, apiVersion: apiVersionOf(resource), kind: resource.kind };
    const own = { namespace: textAt(metadata, 'namespace'), name: textAt(metadata, 'name') };
    return { ok: true, value: { object, resource, ...own, source: '' } };
  });
}
