import type { Cluster } from '../../apiserver/cluster.ts';
import { objectKey } from '../../apiserver/cluster.ts';
import { textAt } from '../../apiserver/json.ts';
import { isObject, type JsonObject } from '../../json.ts';
import { decodeBase64, utf8Text } from '../../pki/bytes.ts';
import { objects } from './podDefaults.ts';

/** What an environment is made from besides the container itself. */
export interface PodFacts {
  readonly metadata: JsonObject;
  readonly spec: JsonObject;
  readonly podIP: string;
  readonly hostIP: string;
  readonly hostname: string;
  readonly cluster: Cluster;
  /** When its containers may have started: milliseconds since the epoch. */
  readonly startedAt: number;
  readonly now: number;
}

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * The variables of a container's processes, secrets in clear text: image, `envFrom`, `env` with `$(NAME)` references.
 * Models makeEnvironmentVariables in pkg/kubelet/kubelet_pods.go, v1.36, without service links.
 */
export function environmentOf(container: JsonObject, facts: PodFacts): Readonly<Record<string, string>> {
  const variables: Record<string, string> = { PATH, HOSTNAME: facts.hostname };
  for (const source of objects(container.envFrom)) {
    const prefix = textAt(source, 'prefix');
    for (const kind of ['ConfigMap', 'Secret'] as const) {
      const reference = source[kind === 'Secret' ? 'secretRef' : 'configMapRef'];
      if (!isObject(reference)) continue;
      for (const [key, value] of Object.entries(dataOf(kind, textAt(reference, 'name'), facts))) {
        variables[prefix + key] = value;
      }
    }
  }
  for (const variable of objects(container.env)) {
    const name = textAt(variable, 'name');
    const value = variableValue(variable, variables, facts);
    if (value !== null)
      Object.defineProperty(variables, name, { value, enumerable: true, writable: true, configurable: true });
  }
  variables.HOME ??= '/root';
  return variables;
}

function variableValue(variable: JsonObject, known: Readonly<Record<string, string>>, facts: PodFacts): string | null {
  const from = variable.valueFrom;
  if (!isObject(from)) return expand(textAt(variable, 'value'), known);
  if (isObject(from.fieldRef)) return fieldOf(textAt(from.fieldRef, 'fieldPath'), facts);
  if (isObject(from.secretKeyRef)) return keyOf('Secret', from.secretKeyRef, facts);
  if (isObject(from.configMapKeyRef)) return keyOf('ConfigMap', from.configMapKeyRef, facts);
  return '';
}

/** `$(NAME)` of a variable that is known; `$$` stands for a dollar. */
function expand(value: string, known: Readonly<Record<string, string>>): string {
  return value.replace(/\$\$|\$\(([^()]*)\)/g, (whole, name: string | undefined) => {
    if (name === undefined) return '$';
    return Object.hasOwn(known, name) ? (known[name] ?? '') : whole;
  });
}

function fieldOf(path: string, { metadata, spec, podIP, hostIP }: PodFacts): string {
  const fields: Readonly<Record<string, string>> = {
    'metadata.name': textAt(metadata, 'name'),
    'metadata.namespace': textAt(metadata, 'namespace'),
    'metadata.uid': textAt(metadata, 'uid'),
    'spec.nodeName': textAt(spec, 'nodeName'),
    'spec.serviceAccountName': textAt(spec, 'serviceAccountName'),
    'status.podIP': podIP,
    'status.podIPs': podIP,
    'status.hostIP': hostIP,
    'status.hostIPs': hostIP,
  };
  const subscript = /^metadata\.(labels|annotations)\['(.+)'\]$/.exec(path);
  const map = subscript === null ? undefined : metadata[subscript[1] ?? ''];
  if (subscript !== null) return isObject(map) ? text(map[subscript[2] ?? '']) : '';
  return (Object.hasOwn(fields, path) ? fields[path] : undefined) ?? '';
}

function keyOf(kind: 'Secret' | 'ConfigMap', reference: JsonObject, facts: PodFacts): string | null {
  const data = dataOf(kind, textAt(reference, 'name'), facts);
  const key = textAt(reference, 'key');
  return (Object.hasOwn(data, key) ? data[key] : undefined) ?? null;
}

/** What a Secret or ConfigMap of the pod's namespace holds, decoded; {} when there is none. */
export function dataOf(kind: 'Secret' | 'ConfigMap', name: string, facts: PodFacts): Readonly<Record<string, string>> {
  const key = objectKey({ kind, namespace: textAt(facts.metadata, 'namespace'), name });
  const object = Object.hasOwn(facts.cluster.objects, key) ? facts.cluster.objects[key] : undefined;
  if (object === undefined) return {};
  const entries: [string, string][] = [];
  if (isObject(object.data)) {
    for (const [name, value] of Object.entries(object.data)) {
      entries.push([name, kind === 'Secret' ? decodeSecret(text(value)) : text(value)]);
    }
  }
  if (isObject(object.stringData))
    entries.push(...Object.entries(object.stringData).map(([name, value]): [string, string] => [name, text(value)]));
  return Object.fromEntries(entries);
}

function decodeSecret(encoded: string): string {
  const bytes = decodeBase64(encoded.replaceAll(/\s/g, ''));
  return bytes === null ? '' : (utf8Text(bytes) ?? '');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
