import { goQuote } from '#engine/config/go/quote.ts';
import type { Json, JsonObject } from '#engine/json.ts';
import { encodeBase64, utf8Bytes } from '#engine/pki/bytes.ts';
import { digest } from '#engine/pki/digest.ts';
import { keyPairError } from '#engine/pki/keyPair.ts';
import { failed } from '../../kubeError.ts';
import { keyedData, type SourceFiles, type Sources } from './keyedData.ts';
import { type Made, made, metadataOf } from './made.ts';

/** What a `kubectl create configmap` or `secret generic` line asks for. */
export interface KeyedRequest {
  readonly name: string;
  readonly namespace: string | null;
  readonly sources: Sources;
  readonly appendHash: boolean;
}

/** Where the values come from: files as the caller sees them, and the environment's variables. */
export interface Surroundings {
  readonly files: SourceFiles;
  readonly variable: (name: string) => string;
}

/** `kubectl create configmap`. Models create_configmap.go, v1.36. */
export function makeConfigMap(request: KeyedRequest, { files, variable }: Surroundings): Made {
  const { name, namespace, sources } = request;
  const collected = keyedData(sources, files, variable, {
    badKey: (key, why) => `${goQuote(key)} is not a valid key name for a ConfigMap: ${why}`,
    sameKey: (key) =>
      `cannot add key ${goQuote(key)}, another key by that name already exists in Data for ConfigMap ${goQuote(name)}`,
    envDirectory: 'env config file cannot be a directory',
  });
  if (!collected.ok) return failed(collected.error);
  const data = sorted(collected.data);
  const hashed = request.appendHash ? `${name}-${hash({ data: data ?? {}, kind: 'ConfigMap', name })}` : name;
  const head = { kind: 'ConfigMap', apiVersion: 'v1', metadata: metadataOf(hashed, namespace) };
  return made({ ...head, ...(data === null ? {} : { data }) });
}

/** `kubectl create secret generic`. Models create_secret.go, v1.36. */
export function makeSecret(request: KeyedRequest & { readonly type: string }, around: Surroundings): Made {
  const collected = keyedData(request.sources, around.files, around.variable, {
    badKey: (key, why) => `${goQuote(key)} is not valid key name for a Secret ${why}`,
    sameKey: (key) => `cannot add key ${key}, another key by that name already exists`,
    envDirectory: 'env secret file cannot be a directory',
  });
  if (!collected.ok) return failed(collected.error);
  return made(secret(request, collected.data, request.type));
}

/** What a `kubectl create secret tls` line asks for; paths as typed. */
export interface TlsRequest {
  readonly name: string;
  readonly namespace: string | null;
  readonly cert: string;
  readonly key: string;
  readonly appendHash: boolean;
}

/** `kubectl create secret tls`. Models create_secret_tls.go, v1.36. */
export function makeTlsSecret(request: TlsRequest, files: SourceFiles): Made {
  if (request.cert === '' || request.key === '') return failed('key and cert must be specified');
  const cert = files.text(request.cert);
  if (cert === null) return failed(unreadable(request.cert, files));
  const key = files.text(request.key);
  if (key === null) return failed(unreadable(request.key, files));
  const problem = keyPairError(cert, key);
  if (problem !== null) return failed(problem);
  const data = new Map([
    ['tls.crt', cert],
    ['tls.key', key],
  ]);
  return made(secret(request, data, 'kubernetes.io/tls'));
}

function unreadable(path: string, files: SourceFiles): string {
  const why = files.isDirectory(path) ? `read ${path}: is a directory` : `open ${path}: no such file or directory`;
  return `Cannot read file ${path}, ${why}`;
}

/** What a `kubectl create secret docker-registry` line asks for. */
export interface RegistryRequest {
  readonly name: string;
  readonly namespace: string | null;
  readonly server: string;
  readonly username: string;
  readonly password: string;
  readonly email: string;
  readonly appendHash: boolean;
}

/** `kubectl create secret docker-registry` by its login. Models create_secret_docker.go, v1.36. */
export function makeRegistrySecret(request: RegistryRequest): Made {
  const { username, password, email, server } = request;
  const entry = {
    ...(username === '' ? {} : { username }),
    ...(password === '' ? {} : { password }),
    ...(email === '' ? {} : { email }),
    auth: encodeBase64(utf8Bytes(`${username}:${password}`)),
  };
  const text = goJson({ auths: { [server]: entry } });
  return made(secret(request, new Map([['.dockerconfigjson', text]]), 'kubernetes.io/dockerconfigjson'));
}

function secret(
  { name, namespace, appendHash }: { name: string; namespace: string | null; appendHash: boolean },
  values: ReadonlyMap<string, string>,
  type: string,
): JsonObject {
  const encoded = new Map([...values].map(([key, value]) => [key, encodeBase64(utf8Bytes(value))]));
  const data = sorted(encoded);
  const hashed = appendHash ? `${name}-${hash({ data: data ?? {}, kind: 'Secret', name, type })}` : name;
  return {
    kind: 'Secret',
    apiVersion: 'v1',
    metadata: metadataOf(hashed, namespace),
    ...(data === null ? {} : { data }),
    ...(type === '' ? {} : { type }),
  };
}

function sorted(values: ReadonlyMap<string, string>): JsonObject | null {
  if (values.size === 0) return null;
  return Object.fromEntries([...values].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** The ten letters that `--append-hash` adds: no vowels, so that no words come of it. Models pkg/util/hash/hash.go, v1.36. */
function hash(value: JsonObject): string {
  const letters: Readonly<Record<string, string>> = { 0: 'g', 1: 'h', 3: 'k', a: 'm', e: 't' };
  return [...hex(digest('SHA256', utf8Bytes(goJson(value)))).slice(0, 10)]
    .map((digit) => letters[digit] ?? digit)
    .join('');
}

/** JSON as Go's encoder writes it, with its escapes of `<`, `>` and `&`. */
function goJson(value: Json): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function hex(bytes: string): string {
  return Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}
