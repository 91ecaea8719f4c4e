import { textAt } from '#engine/apiserver/json.ts';
import { looksLikeJson, parseJson } from '#engine/config/decode/json.ts';
import { plain } from '#engine/config/decode/tree.ts';
import { parseYaml } from '#engine/config/decode/yaml.ts';
import { type Files, isDirectory, readText } from '#engine/host/files.ts';
import { isObject, type Json, type JsonObject } from '#engine/json.ts';
import { readKubeconfig } from '#engine/kubelet/start/kubeconfig.ts';
import { absolutePath } from '../../../paths.ts';
import { failed, type Result } from '../kubeError.ts';

/** A cluster, user or context of a kubeconfig, and the file it stands in (absolute). */
export interface Stanza {
  readonly value: JsonObject;
  readonly file: string;
}

/** Kubeconfig files as one: of stanzas with the same name the first file's counts. */
export interface Kubeconfig {
  readonly clusters: ReadonlyMap<string, Stanza>;
  readonly users: ReadonlyMap<string, Stanza>;
  readonly contexts: ReadonlyMap<string, Stanza>;
  readonly currentContext: string;
}

/** The three lists of a kubeconfig: key of the list, key of what an item holds. */
export const LISTS = { clusters: 'cluster', users: 'user', contexts: 'context' } as const;
export type ListName = keyof typeof LISTS;

/** Which files kubectl reads: `--kubeconfig`, else those of $KUBECONFIG, else the one in the home directory; as written. */
export function kubeconfigFiles(explicit: string, environment: Readonly<Record<string, string>>): readonly string[] {
  if (explicit !== '') return [explicit];
  const listed = (environment.KUBECONFIG ?? '').split(':').filter((path) => path !== '');
  return listed.length > 0 ? [...new Set(listed)] : [`${environment.HOME ?? '/root'}/.kube/config`];
}

/**
 * Reads and merges kubeconfig files. One that was named by `--kubeconfig` must be there; others may be missing.
 * Models ClientConfigLoadingRules.Load in client-go/tools/clientcmd/loader.go, v0.36.
 */
export function loadKubeconfig(
  files: Files,
  names: readonly string[],
  explicit: boolean,
  workingDirectory: string,
): Result<Kubeconfig> {
  const loaded: { readonly file: string; readonly config: JsonObject }[] = [];
  const errors: string[] = [];
  for (const name of names) {
    const path = absolutePath(workingDirectory, name);
    const text = readText(files, path);
    if (text === null && !isDirectory(files, path)) {
      if (explicit) return failed(`stat ${name}: no such file or directory`);
      continue;
    }
    const error =
      text === null
        ? `error loading config file "${name}": read ${name}: is a directory`
        : readError(files, path, name, text);
    if (error === null) loaded.push({ file: path, config: configOf(text ?? '') });
    else errors.push(error);
  }
  if (errors.length > 0) return failed(errors.length === 1 ? errors.join('') : `[${errors.join(', ')}]`);
  return {
    ok: true,
    value: {
      clusters: stanzas(loaded, 'clusters'),
      users: stanzas(loaded, 'users'),
      contexts: stanzas(loaded, 'contexts'),
      currentContext: loaded.map(({ config }) => textAt(config, 'current-context')).find((name) => name !== '') ?? '',
    },
  };
}

/** What keeps a file from being a kubeconfig at all, in client-go's words; null when it is one. */
function readError(files: Files, path: string, name: string, text: string): string | null {
  const read = readKubeconfig(files, path);
  if (!read.ok && read.error.startsWith('error loading config file'))
    return read.error.replace(`"${path}"`, `"${name}"`);
  const at = base64Error(configOf(text));
  return at === null ? null : `error loading config file "${name}": illegal base64 data at input byte ${at}`;
}

/** A kubeconfig file as JSON; an empty object when it is none. */
export function configOf(text: string): JsonObject {
  const parsed = looksLikeJson(text) ? parseJson(text) : parseYaml(text);
  const value: Json = parsed.ok ? plain(parsed.tree) : null;
  return isObject(value) ? value : {};
}

/** The items of one of the lists, by name, in order. */
export function itemsOf(config: JsonObject, list: ListName): ReadonlyMap<string, JsonObject> {
  const items = Object.hasOwn(config, list) ? config[list] : null;
  const found = new Map<string, JsonObject>();
  for (const item of Array.isArray(items) ? (items as readonly Json[]) : []) {
    if (!isObject(item)) continue;
    const inner = Object.hasOwn(item, LISTS[list]) ? item[LISTS[list]] : undefined;
    found.set(textAt(item, 'name'), isObject(inner) ? inner : {});
  }
  return found;
}

function stanzas(
  loaded: readonly { readonly file: string; readonly config: JsonObject }[],
  list: ListName,
): ReadonlyMap<string, Stanza> {
  const all = new Map<string, Stanza>();
  for (const { file, config } of loaded) {
    for (const [name, value] of itemsOf(config, list)) {
      if (!all.has(name)) all.set(name, { value, file });
    }
  }
  return all;
}

/** Where the first `-data` field of a config stops being base64 (Go's count), or null. */
function base64Error(config: JsonObject): number | null {
  for (const list of ['clusters', 'users'] as const) {
    for (const value of itemsOf(config, list).values()) {
      for (const key of ['certificate-authority-data', 'client-certificate-data', 'client-key-data']) {
        const at = badBase64(textAt(value, key));
        if (at !== null) return at;
      }
    }
  }
  return null;
}

/** Models the position in encoding/base64's CorruptInputError, padding counted. */
function badBase64(written: string): number | null {
  const text = written.replace(/[\r\n]/g, '');
  const good = /^[A-Za-z0-9+/]*/.exec(text)?.[0].length ?? 0;
  const padding = text.slice(good);
  const wanted = (4 - (good % 4)) % 4;
  if (padding === '='.repeat(wanted) && wanted !== 3) return null;
  return padding.startsWith('=') ? good : good === text.length ? good - (good % 4) : good;
}
