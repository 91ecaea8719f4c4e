import { parseJson } from '../../../config/decode/json.ts';
import { plain } from '../../../config/decode/tree.ts';
import { parseYaml } from '../../../config/decode/yaml.ts';
import { goQuote } from '../../../config/go/quote.ts';
import { shape } from '../../../host/containers/podShape.ts';
import { isObject, type Json, type JsonObject } from '../../../json.ts';
import { headerValue } from '../../../kubelet/authn/headers.ts';
import type { HttpRequest } from '../../../kubelet/exchange.ts';
import { hex, utf8Bytes } from '../../../pki/bytes.ts';
import { objectAt, textAt } from '../../json.ts';
import { pruned, shapeProblems } from '../../objectShape.ts';
import type { RequestInfo } from '../requestInfo.ts';
import { type Resource, resourceOfKind } from '../resource.ts';
import { badRequest, type Failure, invalid } from '../status.ts';

/** A body that was read: the object, and what a client that asked for warnings is told of it. */
export interface Decoded {
  readonly object: JsonObject;
  readonly warnings: readonly string[];
}

/** What a change is asked to do besides: try only, and how to take unknown fields. */
export interface WriteOptions {
  readonly dryRun: boolean;
  readonly validation: 'Strict' | 'Warn' | 'Ignore';
}

/** The options of a change in the query. Models ValidateCreateOptions in apimachinery/pkg/apis/meta/v1/validation, v0.36. */
export function writeOptions({ query }: RequestInfo, kind: string): WriteOptions | Failure {
  const dryRun = query.get('dryRun') ?? [];
  const validation = query.get('fieldValidation')?.[0] ?? '';
  const errors = [
    ...(dryRun.some((one) => one !== 'All')
      ? [`dryRun: Unsupported value: ${JSON.stringify(dryRun)}: supported values: "All"`]
      : []),
    ...(['', 'Ignore', 'Strict', 'Warn'].includes(validation)
      ? []
      : [
          `fieldValidation: Unsupported value: ${goQuote(validation)}: supported values: "", "Ignore", "Strict", "Warn"`,
        ]),
  ];
  const policy = query.get('propagationPolicy')?.[0] ?? '';
  if (kind === 'DeleteOptions' && !['', 'Foreground', 'Background', 'Orphan'].includes(policy)) {
    const supported = '"Foreground", "Background", "Orphan", "nil"';
    errors.push(`propagationPolicy: Unsupported value: ${goQuote(policy)}: supported values: ${supported}`);
  }
  if (errors.length > 0) return invalid({ kind, group: 'meta.k8s.io' }, '', errors);
  const known = validation === 'Strict' || validation === 'Ignore' ? validation : 'Warn';
  return { dryRun: dryRun.length > 0, validation: known };
}

/** Reads the body of a request as an object of a kind. Models the codecs of apimachinery/pkg/runtime/serializer, v0.36. */
export function decodeBody(
  request: HttpRequest,
  resource: Pick<Resource, 'kind' | 'group' | 'version'>,
  options: WriteOptions,
): Decoded | Failure {
  const text = request.body ?? '';
  const type = headerValue(request, 'Content-Type').split(';')[0]?.trim() ?? '';
  const parsed = type.endsWith('yaml') ? parseYaml(text) : parseJson(text);
  const value = parsed.ok ? plain(parsed.tree) : null;
  if (isObject(value)) return shaped(value, resource, options);
  const of = 'struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }';
  const json = parsed.ok ? `json: cannot unmarshal ${typeOf(value)} into Go value of type ${of}` : parsed.error;
  const problem = json.startsWith('yaml: ') ? json : `couldn't get version/kind; json parse error: ${json}`;
  return badRequest(
    `the object provided is unrecognized (must be of type ${resource.kind}): ${problem} (${summary(text)})`,
  );
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value;
}

/** So much of a body the server shows of what it cannot read. */
const SHOWN = 30;

/** Models summarizeData in apiserver/pkg/endpoints/handlers/rest.go, v0.36. */
function summary(text: string): string {
  if (text === '') return '<empty>';
  if (text.startsWith('{')) return text.length > SHOWN ? `${text.slice(0, SHOWN)} ...` : text;
  const bytes = utf8Bytes(text);
  return bytes.length > SHOWN ? `${hex(bytes.slice(0, SHOWN))} ...` : hex(bytes);
}

/** Judges an object's kind and fields; what comes without a kind is taken for the one that belongs there. */
export function shaped(
  value: JsonObject,
  resource: Pick<Resource, 'kind' | 'group' | 'version'>,
  options: WriteOptions,
): Decoded | Failure {
  const { kind, version, group } = resource;
  const apiVersion = group === '' ? version : `${group}/${version}`;
  const given = textAt(value, 'kind') || kind;
  const givenVersion = textAt(value, 'apiVersion') || apiVersion;
  const handled = (why: string) =>
    badRequest(
      `${given} in version ${goQuote(givenVersion.split('/').at(-1) ?? '')} cannot be handled as a ${kind}: ${why}`,
    );
  if (given !== kind || givenVersion !== apiVersion) {
    if (resourceOfKind(givenVersion, given) === null) {
      const scheme = 'pkg/runtime/scheme.go:111';
      return handled(
        `no kind ${goQuote(given)} is registered for version ${goQuote(givenVersion)} in scheme ${goQuote(scheme)}`,
      );
    }
    const inner = group === '' ? 'core' : (group.split('.')[0] ?? '');
    return handled(
      `converting (${givenVersion.split('/').at(-1) ?? ''}.${given}) to (${inner}.${kind}): unknown conversion`,
    );
  }
  const { mismatch, unknown } = shapeProblems(kind, value);
  if (mismatch !== null) return handled(mismatch);
  const bad = kind === 'Secret' ? base64Error(value) : kind === 'Pod' ? quantityError(value) : null;
  if (bad !== null) return handled(bad);
  if (unknown.length > 0 && options.validation === 'Strict')
    return handled(`strict decoding error: ${unknown.join(', ')}`);
  const object = { ...(unknown.length === 0 ? value : pruned(kind, value)), kind, apiVersion };
  return { object, warnings: options.validation === 'Warn' ? unknown : [] };
}

/** A patch or the options of a deletion: JSON or YAML of any text whatsoever, or the decoder's error. */
export function readValue(text: string, kind: 'json' | 'yaml'): { readonly value: Json } | { readonly error: string } {
  const parsed = kind === 'yaml' ? parseYaml(text) : parseJson(text);
  return parsed.ok ? { value: plain(parsed.tree) } : { error: parsed.error };
}

/** Models encoding/base64's CorruptInputError for the bytes of a Secret. */
function base64Error(secret: JsonObject): string | null {
  for (const value of Object.values(objectAt(secret, 'data'))) {
    if (typeof value !== 'string') continue;
    const stripped = value.replace(/[\r\n]/g, '');
    const at = /^[A-Za-z0-9+/]*/.exec(stripped)?.[0].length ?? 0;
    const padding = stripped.slice(at);
    const whole = stripped.length % 4 === 0 && /^={0,2}$/.test(padding);
    if (!whole) return `illegal base64 data at input byte ${padding === '' ? Math.floor(at / 4) * 4 : at}`;
  }
  return null;
}

/** What only the values of a pod's fields tell: amounts that are none. */
function quantityError(pod: JsonObject): string | null {
  const read = shape(objectAt(pod, 'spec'), 'PodSpec');
  return read.ok ? null : read.error;
}
