import { textAt, valueAt } from '#engine/apiserver/json.ts';
import { isDirectory, readText } from '#engine/host/files.ts';
import type { Json, JsonObject } from '#engine/json.ts';
import { absolutePath } from '../../../paths.ts';
import { configOf, itemsOf, type Kubeconfig, kubeconfigFiles, LISTS, type ListName } from '../client/kubeconfig.ts';
import type { Invocation } from '../invocation.ts';
import type { Result } from '../kubeError.ts';
import { yamlText } from '../print/yaml.ts';

/** One kubeconfig file as kubectl keeps it: stanzas by name. */
export interface KubeconfigFile {
  readonly clusters: ReadonlyMap<string, JsonObject>;
  readonly users: ReadonlyMap<string, JsonObject>;
  readonly contexts: ReadonlyMap<string, JsonObject>;
  readonly currentContext: string;
}

const EMPTY: KubeconfigFile = { clusters: new Map(), users: new Map(), contexts: new Map(), currentContext: '' };

/** Reads a kubeconfig's text; what is not a kubeconfig is an empty one. */
export function readFileConfig(text: string): KubeconfigFile {
  const config = configOf(text);
  return {
    clusters: itemsOf(config, 'clusters'),
    users: itemsOf(config, 'users'),
    contexts: itemsOf(config, 'contexts'),
    currentContext: textAt(config, 'current-context'),
  };
}

/** A kubeconfig in the shape of its file; fields that must be there are. */
export function externalConfig(config: KubeconfigFile): JsonObject {
  return {
    kind: 'Config',
    apiVersion: 'v1',
    clusters: listed(config, 'clusters'),
    users: listed(config, 'users'),
    contexts: listed(config, 'contexts'),
    'current-context': config.currentContext,
  };
}

/** The text of a kubeconfig as kubectl writes it. */
export function kubeconfigText(config: KubeconfigFile): string {
  return yamlText(externalConfig(config));
}

/** The fields of a stanza in the order of their types; those that are always written come with a `!`. */
const FIELDS: Readonly<Record<ListName, readonly string[]>> = {
  clusters:
    'server! tls-server-name insecure-skip-tls-verify certificate-authority certificate-authority-data proxy-url disable-compression'.split(
      ' ',
    ),
  users:
    'client-certificate client-certificate-data client-key client-key-data token tokenFile as as-uid as-groups as-user-extra username password auth-provider exec'.split(
      ' ',
    ),
  contexts: 'cluster! user! namespace'.split(' '),
};

/** Names of the fields that a list's stanzas may have. */
export function fieldsOf(list: ListName): readonly string[] {
  return FIELDS[list].map((field) => field.replace('!', ''));
}

function listed(config: KubeconfigFile, list: ListName): Json {
  const names = [...config[list].keys()].sort();
  if (names.length === 0) return null;
  return names.map((name) => ({ name, [LISTS[list]]: typed(config[list].get(name) ?? {}, list) }));
}

/** A stanza with its known fields in order; empty ones are left out. */
function typed(stanza: JsonObject, list: ListName): JsonObject {
  const value: Record<string, Json> = Object.create(null);
  for (const field of FIELDS[list]) {
    const key = field.replace('!', '');
    const held = valueAt(stanza, key);
    if (held !== null && held !== '' && held !== false) value[key] = held;
    else if (field.endsWith('!')) value[key] = '';
  }
  return value;
}

/** Changes the stanzas of a file. */
export type Change = (config: KubeconfigFile) => KubeconfigFile;

/**
 * Changes the file that a stanza stands in, or the one for new stanzas; a new file is its owner's alone.
 * Models ModifyConfig in client-go/tools/clientcmd/config.go, v0.36.
 */
export function changeFile(invocation: Invocation, path: string, change: Change): void {
  const text = readText(invocation.files(), path);
  const changed = change(text === null ? EMPTY : readFileConfig(text));
  invocation.send({ type: 'write', node: invocation.node, path, text: kubeconfigText(changed) });
  if (text === null) invocation.send({ type: 'chmod', node: invocation.node, path, mode: 0o600 });
}

/** The file that new stanzas go to, absolute: the first that is there, else the last that is named. */
export function defaultFile(invocation: Invocation): string {
  const { workingDirectory, environment } = invocation.context;
  const paths = kubeconfigFiles(invocation.flags.text('kubeconfig'), environment).map((name) =>
    absolutePath(workingDirectory, name),
  );
  const there = paths.find(
    (path) => readText(invocation.files(), path) !== null || isDirectory(invocation.files(), path),
  );
  return there ?? paths.at(-1) ?? '/root/.kube/config';
}

/** The file whose current context counts, absolute. */
export function currentContextFile(invocation: Invocation): string {
  const { workingDirectory, environment } = invocation.context;
  const paths = kubeconfigFiles(invocation.flags.text('kubeconfig'), environment).map((name) =>
    absolutePath(workingDirectory, name),
  );
  const saying = paths.find((path) => readFileConfig(readText(invocation.files(), path) ?? '').currentContext !== '');
  return saying ?? defaultFile(invocation);
}

const NOTHING: Kubeconfig = { clusters: new Map(), users: new Map(), contexts: new Map(), currentContext: '' };

/** The kubeconfig to look at or to change; a file that is named and not there is an empty one. */
export function startingConfig(invocation: Invocation): Result<Kubeconfig> {
  const read = invocation.kubeconfig();
  const isMissing = !read.ok && read.error.kind === 'plain' && read.error.message.startsWith('stat ');
  return isMissing ? { ok: true, value: NOTHING } : read;
}

/** A list with one stanza set or, with null, taken out. */
export function withStanza(
  config: KubeconfigFile,
  list: ListName,
  name: string,
  value: JsonObject | null,
): KubeconfigFile {
  const stanzas = new Map(config[list]);
  if (value === null) stanzas.delete(name);
  else stanzas.set(name, value);
  return { ...config, [list]: stanzas };
}

/** A stanza with fields set; one that is set to '' or false goes. */
export function withFields(stanza: JsonObject, fields: Readonly<Record<string, Json>>): JsonObject {
  const merged: Record<string, Json> = { ...stanza };
  for (const [key, value] of Object.entries(fields)) {
    if (value === '' || value === false) delete merged[key];
    else merged[key] = value;
  }
  return merged;
}

/** Sets a stanza where it stands, or where new ones go. */
export function setStanza(invocation: Invocation, list: ListName, name: string, value: JsonObject): void {
  const kubeconfig = startingConfig(invocation);
  const file = (kubeconfig.ok ? kubeconfig.value[list].get(name)?.file : undefined) ?? defaultFile(invocation);
  changeFile(invocation, file, (config) => withStanza(config, list, name, value));
}

/** A path as a kubeconfig holds it: relative to its file when it lies below it. */
export function storedPath(invocation: Invocation, typed: string, file: string): string {
  if (typed === '') return '';
  const path = absolutePath(invocation.context.workingDirectory, typed);
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  return path.startsWith(folder) && folder !== '/' ? path.slice(folder.length) : path;
}
