import { objectAt, textAt } from '#engine/apiserver/json.ts';
import { labelSelector } from '#engine/apiserver/serve/selectors.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import { isObject, type Json, type JsonObject } from '#engine/json.ts';
import type { Invocation } from '../../invocation.ts';
import { apiVersionOf, type Resource, resourceOfKind } from '../../kinds/mapper.ts';
import { errorText, failed, type KubeError, type Result } from '../../kubeError.ts';
import { ADVICE, identityProblem, type Manifest, readManifests } from './manifests.ts';
import { readSources } from './sources.ts';

/** An object of a manifest, and where the API server keeps it. */
export interface Info {
  readonly object: JsonObject;
  readonly resource: Resource;
  /** Empty for objects of the cluster as a whole. */
  readonly namespace: string;
  readonly name: string;
  readonly source: string;
}

/**
 * The objects that `-f` names, in order, each with its resource and namespace, or the error in its place. An error that
 * concerns all of them comes alone. `isStrict`: texts are validated first.
 * Models Builder.FilenameParam, infoForData and RequireNamespace in cli-runtime/pkg/resource, v0.36.
 */
export function infosOf(invocation: Invocation, isStrict: boolean): Result<readonly Result<Info>[]> {
  const { flags, context } = invocation;
  const desk = { files: invocation.files(), workingDirectory: context.workingDirectory, stdin: context.stdin };
  const sources = readSources(flags.list('filename'), flags.on('recursive'), desk);
  if (!sources.ok) return sources;
  const namespace = invocation.namespace();
  if (!namespace.ok) return namespace;
  const config = invocation.client();
  if (!config.ok) return config;
  const place = { namespace: namespace.value, isRequired: config.value.namespaceGiven };
  const infos: Result<Info>[] = [];
  const invalid = (value: Json): string | null =>
    isStrict ? (identityProblem(value) ?? schemaProblem(invocation, value)) : null;
  for (const manifest of readManifests(sources.value, invalid)) {
    if (!manifest.ok) {
      infos.push(manifest);
      continue;
    }
    infos.push(infoOf(invocation, manifest.value, place));
  }
  return { ok: true, value: infos };
}

/**
 * As {@link infosOf}, of those objects alone that `--selector` leaves, as their manifests label them.
 * Models FilterByLabelSelector in cli-runtime/pkg/resource/visitor.go, v0.36.
 */
export function selectedInfos(invocation: Invocation, isStrict: boolean): Result<readonly Result<Info>[]> {
  const text = invocation.flags.text('selector');
  const selector = labelSelector(text);
  if (!selector.ok) return failed(`the provided selector ${goQuote(text)} is not valid: ${selector.error}`);
  const infos = infosOf(invocation, isStrict);
  if (!infos.ok) return infos;
  return { ok: true, value: infos.value.filter((info) => !info.ok || selector.matches(info.value.object)) };
}

/** An object as it is sent to be created: of no version. Models Helper.Create in cli-runtime/pkg/resource, v0.36. */
export function unversioned(object: JsonObject): JsonObject {
  const { resourceVersion: _version, ...metadata } = objectAt(object, 'metadata');
  return { ...object, metadata };
}

/** A server that kubectl does not know is asked for its schema before all else. */
function schemaProblem(invocation: Invocation, value: Json): string | null {
  const unreached = invocation.discover(0);
  if (unreached === null) return null;
  const isList = isObject(value) && Object.hasOwn(value, 'items') && Array.isArray(value.items);
  return unreadSchema(invocation, unreached, isList);
}

/** The items of a list are validated one by one, and by another path. Null if the server answered. */
function unreadSchema(invocation: Invocation, error: KubeError, isList: boolean): string | null {
  const config = invocation.client();
  if (error.kind !== 'url' || !config.ok) return null;
  const unread = `Get ${goQuote(`${config.value.server}/openapi/v2?timeout=32s`)}: ${error.error}`;
  return `error validating data: ${isList ? '' : 'failed to download openapi: '}${unread}; ${ADVICE}`;
}

interface NamespacePlace {
  readonly namespace: string;
  /** Whether the line names it, so that objects of other namespaces are refused. */
  readonly isRequired: boolean;
}

function infoOf(invocation: Invocation, { object, source }: Manifest, place: NamespacePlace): Result<Info> {
  const metadata = objectAt(object, 'metadata');
  const [name, own] = [textAt(metadata, 'name'), textAt(metadata, 'namespace')];
  const [apiVersion, kind] = [textAt(object, 'apiVersion'), textAt(object, 'kind')];
  const unreached = invocation.discover(1);
  if (unreached !== null) return failed(`unable to recognize ${goQuote(source)}: ${errorText(unreached)}`);
  const resource = resourceOfKind(apiVersion, kind);
  if (resource === null) {
    return failed(
      `resource mapping not found for name: ${goQuote(name)} namespace: ${goQuote(own)} from ${goQuote(source)}: ` +
        `no matches for kind ${goQuote(kind)} in version ${goQuote(apiVersion)}\nensure CRDs are installed first`,
    );
  }
  if (!resource.namespaced) {
    const { namespace: _dropped, ...rest } = metadata;
    return { ok: true, value: { object: { ...object, metadata: rest }, resource, namespace: '', name, source } };
  }
  if (place.isRequired && own !== '' && own !== place.namespace) {
    return failed(
      `the namespace from the provided object ${goQuote(own)} does not match the namespace ${goQuote(place.namespace)}. ` +
        `You must pass '--namespace=${own}' to perform this operation.`,
    );
  }
  const namespace = own || place.namespace;
  return {
    ok: true,
    value: { object: { ...object, metadata: { ...metadata, namespace } }, resource, namespace, name, source },
  };
}

/** `Resource: "/v1, Resource=configmaps", …`: how kubectl shows what it was about. Models Info.String, v0.36. */
export function infoText({ resource, name, namespace }: Info): string {
  const { group, version, kind, name: plural } = resource;
  const id = group === '' ? `/${version}` : apiVersionOf(resource);
  return (
    `Resource: "${id}, Resource=${plural}", GroupVersionKind: "${id}, Kind=${kind}"\n` +
    `Name: ${goQuote(name)}, Namespace: ${goQuote(namespace)}`
  );
}

/**
 * An error with what was being done to which source in front. The server's keeps its reason.
 * Models AddSourceToErr in kubectl/pkg/cmd/util/helpers.go, v0.36.
 */
export function withSource(verb: string, source: string, error: KubeError): KubeError {
  if (source === '') return error;
  const message = `error when ${verb} ${goQuote(source)}: ${errorText(error)}`;
  return error.kind === 'status'
    ? { kind: 'status', status: { ...error.status, message }, message }
    : { kind: 'plain', message };
}

/**
 * What a server that cannot be reached means to a command that validates first: kubectl has no schema to go by.
 * Models the fallback to the OpenAPI document in kubectl/pkg/validation, v0.36.
 */
export function withoutSchema(invocation: Invocation, source: string, error: KubeError): KubeError {
  const problem = unreadSchema(invocation, error, false);
  return problem === null ? error : { kind: 'plain', message: `error validating ${goQuote(source)}: ${problem}` };
}
