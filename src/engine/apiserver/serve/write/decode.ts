import { parse } from 'yaml';
import { goQuote } from '../../../config/go/quote.ts';
import { isObject, type Json, type JsonObject } from '../../../json.ts';
import { headerValue } from '../../../kubelet/authn/headers.ts';
import type { HttpRequest } from '../../../kubelet/exchange.ts';
import { objectAt, textAt } from '../../json.ts';
import { pruned, shapeProblems } from '../../objectShape.ts';
import type { RequestInfo } from '../requestInfo.ts';
import type { Resource } from '../resource.ts';
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
  const value = readObject(request, text);
  if (value === null) {
    const why = /^[\s[{"\w,:.-]*$/.test(text) ? 'unexpected end of JSON input' : 'invalid character';
    const problem = `couldn't get version/kind; json parse error: ${why} (${shown(text)})`;
    return badRequest(`the object provided is unrecognized (must be of type ${resource.kind}): ${problem}`);
  }
  return shaped(value, resource, options);
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
    const inner = group === '' ? 'core' : (group.split('.')[0] ?? '');
    return handled(
      `converting (${givenVersion.split('/').at(-1) ?? ''}.${given}) to (${inner}.${kind}): unknown conversion`,
    );
  }
  const { mismatch, unknown } = shapeProblems(kind, value);
  if (mismatch !== null) return handled(mismatch);
  const bad = kind === 'Secret' ? base64Error(value) : null;
  if (bad !== null) return handled(bad);
  if (unknown.length > 0 && options.validation === 'Strict')
    return handled(`strict decoding error: ${unknown.join(', ')}`);
  const object = { ...(unknown.length === 0 ? value : pruned(kind, value)), kind, apiVersion };
  return { object, warnings: options.validation === 'Warn' ? unknown : [] };
}

function readObject(request: HttpRequest, text: string): JsonObject | null {
  const type = headerValue(request, 'Content-Type').split(';')[0]?.trim() ?? '';
  const value = type.endsWith('yaml') ? readYaml(text) : readText(text);
  return isObject(value) ? value : null;
}

/** JSON of any text whatsoever; undefined when it is none. */
export function readText(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** The first document of a YAML text as JSON; undefined when it is none. */
export function readYaml(text: string): Json | undefined {
  try {
    return (parse(text, { maxAliasCount: 100 }) ?? null) as Json;
  } catch {
    return undefined;
  }
}

function shown(text: string): string {
  return text.length > 1024 ? `${text.slice(0, 1024)} [truncated ${text.length - 1024} chars]` : text;
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
