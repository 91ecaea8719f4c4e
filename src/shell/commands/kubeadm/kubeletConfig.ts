import { textAt } from '#engine/apiserver/json.ts';
import { looksLikeJson, parseJson } from '#engine/config/decode/json.ts';
import { plain } from '#engine/config/decode/tree.ts';
import { parseYaml } from '#engine/config/decode/yaml.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import { isDirectory } from '#engine/host/files.ts';
import { isObject, type Json, type JsonObject } from '#engine/json.ts';
import { kubeletConfigYaml } from '#engine/kubeadm/configYaml.ts';
import { KUBEADM_PATHS } from '#engine/kubeadm/files.ts';
import { absolutePath } from '../../paths.ts';
import { yamlText } from '../kubectl/print/yaml.ts';
import type { Machine } from './machine.ts';

/** A document of YAML or JSON as an object; null when it is none. Takes any text. */
export function documentOf(text: string): JsonObject | null {
  const parsed = looksLikeJson(text) ? parseJson(text) : parseYaml(text);
  const value = parsed.ok ? plain(parsed.tree) : null;
  return isObject(value) ? value : null;
}

/** What kubeadm sets when nobody did, and what it remarks when somebody said otherwise. */
const RECOMMENDED: readonly (readonly [path: string, value: Json, shown: string])[] = [
  ['staticPodPath', '/etc/kubernetes/manifests', '/etc/kubernetes/manifests'],
  ['clusterDNS', ['10.96.0.10'], '[10.96.0.10]'],
  ['clusterDomain', 'cluster.local', 'cluster.local'],
  ['authentication.x509.clientCAFile', '/etc/kubernetes/pki/ca.crt', '/etc/kubernetes/pki/ca.crt'],
  ['authentication.anonymous.enabled', false, 'false'],
  ['authorization.mode', 'Webhook', 'Webhook'],
  ['authentication.webhook.enabled', true, 'true'],
  ['healthzBindAddress', '127.0.0.1', '127.0.0.1'],
  ['healthzPort', 10_248, '10248'],
  ['readOnlyPort', 0, '0'],
];

/**
 * The text that kubeadm writes to `config.yaml`: that of the ConfigMap with kubeadm's own defaults, patched. Fields that a kubelet
 * does not know are lost, as in any typed decoding. Null when the text is no document.
 * Models cmd/kubeadm/app/componentconfigs/kubelet.go and phases/kubelet/config.go, v1.36.
 */
export function configFrom(machine: Machine, source: string, patches: readonly JsonObject[]): string | null {
  const given = documentOf(source);
  const zero = documentOf(kubeletConfigYaml({ containerRuntimeEndpoint: '""' }));
  if (given === null || zero === null) return null;
  let config = merged(unset(zero), given);
  for (const [path, value, shown] of RECOMMENDED) {
    const own = at(config, path);
    const empty = own === undefined || own === null || own === '';
    if (empty && path !== 'readOnlyPort') config = withValue(config, path, value);
    else if (!empty && JSON.stringify(own) !== JSON.stringify(value)) {
      const text = `The recommended value for "${path}" in "KubeletConfiguration" is: ${shown}; the provided value is: ${goText(own)}`;
      machine.warn('utils.go:69', text);
    }
  }
  config = { ...config, rotateCertificates: true, cgroupDriver: textAt(config, 'cgroupDriver') || 'systemd' };
  for (const patch of patches) config = merged(config, patch);
  return yamlText(config);
}

/** The zero values that Go writes, without those that kubeadm fills in by itself. */
function unset(zero: JsonObject): JsonObject {
  const filled = ['staticPodPath', 'clusterDNS', 'clusterDomain', 'healthzBindAddress', 'healthzPort'];
  const rest = Object.fromEntries(Object.entries(zero).filter(([key]) => !filled.includes(key)));
  const webhook = { cacheTTL: '0s' };
  return { ...rest, authentication: { anonymous: {}, webhook, x509: {} } };
}

/** A merge patch: objects into objects, null takes away, everything else replaces. */
export function merged(target: JsonObject, patch: JsonObject): JsonObject {
  const next = new Map(Object.entries(target));
  for (const [key, value] of Object.entries(patch)) {
    const old = next.get(key);
    if (value === null) next.delete(key);
    else next.set(key, isObject(value) ? merged(isObject(old) ? old : {}, value) : value);
  }
  return Object.fromEntries(next);
}

function at(object: JsonObject, path: string): Json | undefined {
  let value: Json | undefined = object;
  for (const key of path.split('.')) {
    value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}

function withValue(object: JsonObject, path: string, value: Json): JsonObject {
  return merged(
    object,
    path
      .split('.')
      .reverse()
      .reduce<Json>((inner, key) => ({ [key]: inner }), value) as JsonObject,
  );
}

function goText(value: Json | undefined): string {
  return Array.isArray(value) ? `[${value.map(String).join(' ')}]` : String(value);
}

/** A patch file of `--patches` for the kubelet: how it is applied, and what it says. */
export interface Patch {
  readonly type: string;
  readonly value: JsonObject;
}

const PATCH_TYPES: Readonly<Record<string, string>> = {
  strategic: 'application/strategic-merge-patch+json',
  merge: 'application/merge-patch+json',
};

/**
 * The patches of a directory and of the machine's own `instance-config.yaml`, in order, told of as kubeadm does.
 * An error is kubeadm's. Models cmd/kubeadm/app/util/patches, v1.36.
 */
export function patchesOf(machine: Machine, directory: string): readonly Patch[] | { readonly error: string } {
  const own = documentOf(machine.read(KUBEADM_PATHS.instanceConfig) ?? '');
  const instance = own === null ? [] : [{ type: 'application/strategic-merge-patch+json', value: own }];
  if (directory === '') return instance;
  machine.print(`[patches] Reading patches from path ${JSON.stringify(directory)}`);
  const path = absolutePath(machine.context.workingDirectory, directory);
  if (!isDirectory(machine.files(), path) && machine.read(directory) === null) {
    const why = `could not list patch files for path ${goQuote(directory)}: lstat ${directory}: no such file or directory`;
    return { error: `could not apply patches to the KubeletConfiguration: ${why}` };
  }
  const prefix = `${path.replace(/\/+$/, '')}/`;
  const names = Object.keys(machine.files())
    .filter(
      (path) => path.startsWith(prefix) && /^kubeletconfiguration[^/]*\.(yaml|json)$/.test(path.slice(prefix.length)),
    )
    .map((path) => path.slice(prefix.length))
    .sort();
  if (names.length === 0) return instance;
  machine.print(`[patches] Found the following patch files: [${names.join(' ')}]`);
  const found: Patch[] = [];
  for (const name of names) {
    const kind = /\+(\w+)\.\w+$/.exec(name)?.[1] ?? 'strategic';
    const value = documentOf(machine.read(prefix + name) ?? '');
    const type = PATCH_TYPES[kind];
    if (type === undefined || value === null) return { error: `portside: the patch ${name} is not modelled` };
    found.push({ type, value });
  }
  return [...found, ...instance];
}
