import { goQuote } from '#engine/config/go/quote.ts';
import { isObject, type Json, type JsonObject } from '#engine/json.ts';
import { compact } from '../../client/compactJson.ts';
import { failed, type Result } from '../../kubeError.ts';
import { readDocuments } from './documents.ts';
import type { Source } from './sources.ts';

/** An object of a manifest, and the source that it came from. */
export interface Manifest {
  readonly object: JsonObject;
  readonly source: string;
}

/**
 * The objects of manifests in order, and in their places the errors that kubectl meets. A text that cannot be parsed
 * ends its own source only, and so does one that `invalid` finds a fault in: {@link identityProblem}, or nothing with
 * `--validate=false`, when a missing kind is the decoder's to find. Lists are taken apart. Models StreamVisitor in cli-runtime/pkg/resource/visitor.go, v0.36.
 */
export function readManifests(
  sources: readonly Source[],
  invalid: (value: Json) => string | null,
): readonly Result<Manifest>[] {
  return sources.flatMap(({ name, text }) => {
    const { values, error } = readDocuments(text);
    const read: Result<Manifest>[] = [];
    for (const value of values) {
      const problem = invalid(value);
      if (problem !== null) {
        return [...read, failed<Manifest>(`error validating ${goQuote(name)}: ${problem}`)];
      }
      const undecoded = decodeProblem(value);
      if (undecoded !== null) read.push(failed(`unable to decode ${goQuote(name)}: ${undecoded}`));
      else if (isObject(value)) read.push(...flatten(value).map((object) => found(object, name)));
    }
    return error === null ? read : [...read, failed<Manifest>(`error parsing ${name}: ${error}`)];
  });
}

function found(object: JsonObject, source: string): Result<Manifest> {
  return { ok: true, value: { object, source } };
}

/** What kubectl says behind every fault of a document. */
export const ADVICE = 'if you choose to ignore these errors, turn validation off with --validate=false';

/** What is wrong with how a document says what it is. Models parse and getObjectKind in kubectl/pkg/validation/schema.go, v0.36. */
export function identityProblem(value: Json): string | null {
  if (!isObject(value)) return `error validating data: invalid object to validate; ${ADVICE}`;
  const problems = (['apiVersion', 'kind'] as const).flatMap((key) => {
    const own = Object.hasOwn(value, key) ? (value[key] ?? null) : null;
    if (own === null) return [`${key} not set`];
    return typeof own === 'string' ? [] : [`${key} isn't string type`];
  });
  if (problems.length === 0) return null;
  const text = problems.length === 1 ? problems.join('') : `[${problems.join(', ')}]`;
  return `error validating data: ${text}; ${ADVICE}`;
}

/** Models the decoder of unstructured objects in apimachinery, v0.36: only what stands in `metadata` has a type. */
function decodeProblem(value: Json): string | null {
  if (!isObject(value)) {
    return `json: cannot unmarshal ${jsonKind(value)} into Go value of type unstructured.detector`;
  }
  const kind = Object.hasOwn(value, 'kind') ? value.kind : null;
  if (typeof kind !== 'string' || kind === '') return `Object 'Kind' is missing in '${compact(value)}'`;
  const metadata = Object.hasOwn(value, 'metadata') ? (value.metadata ?? null) : null;
  if (metadata === null) return null;
  if (!isObject(metadata)) {
    return `json: cannot unmarshal ${jsonKind(metadata)} into Go struct field metadataOnlyObject.metadata of type v1.ObjectMeta`;
  }
  for (const key of ['name', 'generateName', 'namespace', 'selfLink', 'uid', 'resourceVersion']) {
    const text = Object.hasOwn(metadata, key) ? (metadata[key] ?? null) : null;
    if (text !== null && typeof text !== 'string') {
      return `json: cannot unmarshal ${jsonKind(text)} into Go struct field ObjectMeta.metadata.${key} of type string`;
    }
  }
  for (const key of ['labels', 'annotations']) {
    const problem = mapProblem(Object.hasOwn(metadata, key) ? (metadata[key] ?? null) : null, key);
    if (problem !== null) return problem;
  }
  return null;
}

function mapProblem(value: Json, key: string): string | null {
  if (value === null) return null;
  const field = `into Go struct field ObjectMeta.metadata.${key} of type`;
  if (!isObject(value)) return `json: cannot unmarshal ${jsonKind(value)} ${field} map[string]string`;
  const wrong = Object.values(value).find((item) => item !== null && typeof item !== 'string');
  return wrong === undefined ? null : `json: cannot unmarshal ${jsonKind(wrong)} ${field} string`;
}

function jsonKind(value: Json): string {
  if (typeof value === 'boolean') return 'bool';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** The objects of a `List`, or the object itself. */
function flatten(object: JsonObject): readonly JsonObject[] {
  const { kind, items } = object;
  if (typeof kind !== 'string' || !kind.endsWith('List') || !Array.isArray(items)) return [object];
  return (items as readonly Json[]).filter(isObject).flatMap(flatten);
}
