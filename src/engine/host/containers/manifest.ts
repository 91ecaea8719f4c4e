import { plain } from '../../config/decode/tree.ts';
import { parseYaml } from '../../config/decode/yaml.ts';
import { goQuote } from '../../config/go/quote.ts';
import { klogLine } from '../../config/klog.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { remembering } from '../../pki/memo.ts';
import { rfc3339 } from '../../time.ts';
import type { LogLine } from '../journal.ts';
import { digest, digestNumber } from './digest.ts';
import { objects, withDefaults } from './podDefaults.ts';
import { shape } from './podShape.ts';

/** A Pod as the kubelet holds it before it has a status. */
export interface PodSource {
  readonly metadata: JsonObject;
  readonly spec: JsonObject;
}

/** A manifest that became a static pod, or the line that the kubelet logs instead. */
export type ManifestResult =
  | { readonly ok: true; readonly pod: PodSource }
  | { readonly ok: false; readonly log: LogLine };

/**
 * Reads a static pod's manifest. The pod's name gets the node's behind it, its uid stands for the text. Any text is an
 * answer: what is no Pod becomes a log line. Models pkg/kubelet/config/{file,common}.go, v1.36.
 */
export function readManifest(path: string, text: string, nodeName: string, seenAt: number): ManifestResult {
  const written = podIn(text);
  if ('error' in written) return { ok: false, log: problemLine(path, written.error) };
  return { ok: true, pod: staticPod(path, text, nodeName, seenAt, written.metadata, written.spec) };
}

function problemLine(path: string, error: string): LogLine {
  const err = `${path}: couldn't parse as pod(${error}), please check config file`;
  const pairs = [
    ['err', err],
    ['path', path],
  ] as const;
  return klogLine('E', 'file.go:186', 'Could not process manifest file', pairs, { file: path, line: 1 });
}

/** The Pod that a text is, wherever it stands and whoever reads it; remembered, as every start reads all manifests. */
const podIn: (text: string) => PodSource | { readonly error: string } = remembering(32, (text) => {
  const parsed = parseYaml(text);
  if (!parsed.ok) return { error: parsed.error };
  const value = plain(parsed.tree);
  const identity = identityError(value, text);
  if (identity !== null || !isObject(value)) return { error: identity ?? 'invalid pod' };
  const metadata = shape(value.metadata ?? null, 'ObjectMeta', 'metadata');
  if (!metadata.ok) return { error: cannotHandle(metadata.error) };
  const spec = shape(value.spec ?? null, 'PodSpec', 'spec');
  if (!spec.ok) return { error: cannotHandle(spec.error) };
  const error = validate(metadata.value, spec.value);
  return error === null ? { metadata: metadata.value, spec: spec.value } : { error };
});

/**
 * What the kubelet logs about manifests that are no pods, in the order of their paths. `manifests` is path → text.
 */
export function manifestProblems(manifests: Readonly<Record<string, string>>): readonly LogLine[] {
  return Object.keys(manifests)
    .sort()
    .flatMap((path) => {
      const written = podIn(manifests[path] ?? '');
      return 'error' in written ? [problemLine(path, written.error)] : [];
    });
}

function staticPod(
  path: string,
  text: string,
  nodeName: string,
  seenAt: number,
  metadata: JsonObject,
  spec: JsonObject,
): PodSource {
  const own = typeof metadata.uid === 'string' ? metadata.uid : '';
  const uid = own === '' ? digest(`${text}host:${nodeName}file:${path}`, 32) : own;
  const nanoseconds = String(digestNumber(`${uid}${seenAt}`, 1_000_000)).padStart(6, '0');
  const seen = `${rfc3339(seenAt).slice(0, -1)}.${String(seenAt % 1000).padStart(3, '0')}${nanoseconds}Z`;
  const marked = {
    ...metadata,
    name: `${String(metadata.name)}-${nodeName.toLowerCase()}`,
    namespace: metadata.namespace ?? 'default',
    uid,
    annotations: {
      ...(isObject(metadata.annotations) ? metadata.annotations : {}),
      'kubernetes.io/config.hash': uid,
      'kubernetes.io/config.seen': seen,
      'kubernetes.io/config.source': 'file',
    },
  };
  const ordered = shape(marked, 'ObjectMeta');
  const tolerations = [...objects(spec.tolerations), { operator: 'Exists', effect: 'NoExecute' }];
  return {
    metadata: ordered.ok ? ordered.value : marked,
    spec: withDefaults({ ...spec, nodeName, tolerations }),
  };
}

function cannotHandle(error: string): string {
  return `Pod in version "v1" cannot be handled as a Pod: ${error}`;
}

function identityError(value: Json, text: string): string | null {
  const kind = isObject(value) && typeof value.kind === 'string' ? value.kind : '';
  const version = isObject(value) && typeof value.apiVersion === 'string' ? value.apiVersion : '';
  if (kind === '') return `Object 'Kind' is missing in '${text}'`;
  if (version === '') return `Object 'apiVersion' is missing in '${text}'`;
  if (kind === 'Pod' && version === 'v1') return null;
  if (version === 'v1' && /^(ConfigMap|Secret|Service|ServiceAccount|Namespace|Node|PodList|List)$/.test(kind)) {
    return `invalid pod: &core.${kind}{}`;
  }
  return `no kind ${goQuote(kind)} is registered for version ${goQuote(version)} in scheme "pkg/api/legacyscheme/scheme.go:30"`;
}

const NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** The faults that keep a pod from running at all. Models ValidatePodCreate in pkg/apis/core/validation, in part. */
function validate(metadata: JsonObject, spec: JsonObject): string | null {
  const name = String(metadata.name ?? '');
  if (name === '') return 'invalid pod: name is needed for the pod';
  const errors: string[] = [];
  if (!NAME.test(name)) {
    errors.push(
      `metadata.name: Invalid value: ${goQuote(name)}: a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`,
    );
  }
  const containers = objects(spec.containers);
  if (containers.length === 0) errors.push('spec.containers: Required value');
  const names = new Set<string>();
  for (const [index, container] of containers.entries()) {
    const path = `spec.containers[${index}]`;
    const own = String(container.name ?? '');
    if (own === '') errors.push(`${path}.name: Required value`);
    else if (!LABEL.test(own)) {
      errors.push(
        `${path}.name: Invalid value: ${goQuote(own)}: a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')`,
      );
    } else if (names.has(own)) errors.push(`${path}.name: Duplicate value: ${goQuote(own)}`);
    names.add(own);
    if (String(container.image ?? '') === '') errors.push(`${path}.image: Required value`);
  }
  if (errors.length === 0) return null;
  return `invalid pod: ${errors.length === 1 ? `[${errors[0] ?? ''}]` : `[${errors.join(', ')}]`}`;
}
