import { textAt } from '#engine/apiserver/json.ts';
import { readText } from '#engine/host/files.ts';
import type { Json, JsonObject } from '#engine/json.ts';
import { encodeBase64, utf8Bytes } from '#engine/pki/bytes.ts';
import { absolutePath } from '../../../paths.ts';
import type { Kubeconfig, ListName, Stanza } from '../client/kubeconfig.ts';
import { CONFIG_HELP } from '../help/config.data.ts';
import type { Invocation } from '../invocation.ts';
import { goJson } from '../print/json.ts';
import { objectPrinter } from '../print/objectPrinter.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import { externalConfig, type KubeconfigFile, kubeconfigText, startingConfig } from './kubeconfigFile.ts';

const FORMATS =
  'go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,yaml';

/** `kubectl config view`. Models kubectl/pkg/cmd/config/view.go, v0.36. */
export const VIEW: Subcommand = { path: 'config view', help: CONFIG_HELP['config view'] ?? '', run };

function run(invocation: Invocation): Finish {
  const { flags, parameters } = invocation;
  if (parameters.length > 0) return invocation.misused(`unexpected arguments: [${parameters.join(' ')}]`);
  const read = startingConfig(invocation);
  if (!read.ok) return invocation.fail(read.error);
  const loaded = read.value;
  const name = flags.text('context') || loaded.currentContext;
  if (flags.on('minify') && name === '') return invocation.fail('current-context must exist in order to minify');
  if (flags.on('minify') && !loaded.contexts.has(name)) return invocation.fail(`cannot locate context ${name}`);
  const chosen = flags.on('minify') ? minified(loaded, name) : loaded;
  const plain = { ...values(chosen), currentContext: name };
  const config = flags.on('flatten') ? flattened(invocation, chosen, name) : flags.on('raw') ? plain : redacted(plain);
  const output = flags.text('output');
  if (output === '' || output === 'yaml') invocation.print(kubeconfigText(config));
  else if (output === 'json') invocation.print(`${goJson(JSON.stringify(externalConfig(config), null, 4))}\n`);
  else {
    const printer = objectPrinter(invocation, FORMATS);
    const text = printer.ok ? printer.value(externalConfig(config)) : printer;
    if (!text.ok) return invocation.fail(text.error);
    invocation.print(text.value);
  }
  return invocation.done();
}

function values(config: Kubeconfig): Omit<KubeconfigFile, 'currentContext'> {
  const of = (list: ListName) => mapped(config[list], ({ value }) => value);
  return { clusters: of('clusters'), users: of('users'), contexts: of('contexts') };
}

function mapped<From, To>(map: ReadonlyMap<string, From>, change: (value: From) => To): ReadonlyMap<string, To> {
  return new Map([...map].map(([name, value]) => [name, change(value)]));
}

/** What one context needs, and no more. */
function minified(config: Kubeconfig, name: string): Kubeconfig {
  const context = config.contexts.get(name);
  const only = (list: ListName, wanted: string): ReadonlyMap<string, Stanza> => {
    const stanza = config[list].get(wanted);
    return new Map(stanza === undefined ? [] : [[wanted, stanza]]);
  };
  return {
    clusters: only('clusters', textAt(context?.value ?? {}, 'cluster')),
    users: only('users', textAt(context?.value ?? {}, 'user')),
    contexts: only('contexts', name),
    currentContext: name,
  };
}

function redacted(config: KubeconfigFile): KubeconfigFile {
  const hide = (stanza: JsonObject): JsonObject => {
    const shown: Record<string, Json> = { ...stanza };
    for (const [key, value] of Object.entries(stanza)) {
      if (value === '') continue;
      if (key.endsWith('-data')) shown[key] = 'DATA+OMITTED';
      if (key === 'token' || key === 'password') shown[key] = 'REDACTED';
    }
    return shown;
  };
  return { ...config, clusters: mapped(config.clusters, hide), users: mapped(config.users, hide) };
}

/** Files that are named made part of the config. */
function flattened(invocation: Invocation, config: Kubeconfig, currentContext: string): KubeconfigFile {
  const flatten = ({ value, file }: Stanza): JsonObject => {
    const shown: Record<string, Json> = { ...value };
    for (const key of ['certificate-authority', 'client-certificate', 'client-key']) {
      const path = textAt(value, key);
      if (path === '') continue;
      const text = readText(invocation.files(), absolutePath(file.replace(/\/[^/]*$/, '') || '/', path));
      if (text !== null) shown[`${key}-data`] = encodeBase64(utf8Bytes(text));
      delete shown[key];
    }
    return shown;
  };
  return {
    clusters: mapped(config.clusters, flatten),
    users: mapped(config.users, flatten),
    contexts: mapped(config.contexts, ({ value }) => value),
    currentContext,
  };
}
