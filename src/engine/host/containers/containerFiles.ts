import { issueToken } from '../../apiserver/tokens.ts';
import { isObject, type JsonObject } from '../../json.ts';
import { type Files, isDirectory, readText } from '../files.ts';
import { dataOf, type PodFacts } from './environment.ts';
import type { ImageFacts } from './images.table.ts';
import { objects } from './podDefaults.ts';

/** A container's files as its processes see them. */
export interface ContainerFiles {
  /** Text of a file; null when there is none. */
  readonly read: (path: string) => string | null;
  /** Names in a directory, sorted; null when it is none. */
  readonly list: (path: string) => readonly string[] | null;
}

interface Mount {
  readonly at: string;
  readonly read: (path: string) => string | null;
  readonly list: (path: string) => readonly string[] | null;
}

/**
 * Image, mounts and what the kubelet writes (`/etc/hosts`, `/etc/hostname`). A hostPath mount is the node's own tree;
 * Secrets and ConfigMaps are the cluster's present ones. What processes write is not kept.
 */
export function containerFiles(
  container: JsonObject,
  image: ImageFacts,
  facts: PodFacts,
  hostFiles: () => Files,
): ContainerFiles {
  const base = flat({
    ...Object.fromEntries(image.programs.map((name) => [`/bin/${name}`, ''])),
    ...image.files,
    '/etc/hostname': `${facts.hostname}\n`,
    '/etc/hosts': `127.0.0.1\tlocalhost\n${facts.podIP}\t${facts.hostname}\n`,
  });
  const mounts = mountsOf(container, facts, hostFiles);
  const pick = (path: string): readonly [Mount, string] | null => {
    for (const mount of mounts) {
      if (path === mount.at || path.startsWith(`${mount.at}/`)) return [mount, path.slice(mount.at.length) || '/'];
    }
    return null;
  };
  return {
    read: (given) => {
      const path = clean(given);
      const mounted = pick(path);
      return mounted === null ? base.read(path) : mounted[0].read(mounted[1]);
    },
    list: (given) => {
      const path = clean(given);
      const mounted = pick(path);
      if (mounted !== null) return mounted[0].list(mounted[1]);
      const own = base.list(path);
      const inside = mounts.map(({ at }) => at).filter((at) => at.startsWith(path === '/' ? '/' : `${path}/`));
      const names = inside.map((at) => at.slice(path === '/' ? 1 : path.length + 1).split('/', 1)[0] ?? '');
      const system = path === '/' ? ['dev', 'proc', 'sys', 'tmp'] : [];
      if (own === null && names.length === 0 && system.length === 0) return null;
      return [...new Set([...(own ?? []), ...names, ...system])].sort();
    },
  };
}

function mountsOf(container: JsonObject, facts: PodFacts, hostFiles: () => Files): readonly Mount[] {
  const account = serviceAccount(facts);
  const volumes = new Map(objects(facts.spec.volumes).map((volume) => [volume.name, volume] as const));
  const mounts = objects(container.volumeMounts).flatMap((mount): readonly Mount[] => {
    const volume = volumes.get(mount.name ?? '');
    const at = typeof mount.mountPath === 'string' ? clean(mount.mountPath) : '';
    if (volume === undefined || at === '' || at === '/') return [];
    const projected = isObject(volume.projected) ? objects(volume.projected.sources) : [];
    const tokens = projected.some((source) => isObject(source.serviceAccountToken)) ? account : null;
    return [{ at, ...(tokens ?? sourceOf(volume, facts, hostFiles)) }];
  });
  const known = mounts.some(({ at }) => at === SERVICE_ACCOUNT);
  const all = account === null || known ? mounts : [...mounts, { at: SERVICE_ACCOUNT, ...account }];
  return [...all].sort((a, b) => b.at.length - a.at.length);
}

const SERVICE_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';
const TOKEN_SECONDS = 3607;
const REFRESHED_AFTER = 0.8 * TOKEN_SECONDS * 1000;

/** What admission mounts into a pod of the API server; static pods have no service account. */
function serviceAccount({ metadata, spec, cluster, startedAt, now }: PodFacts): Omit<Mount, 'at'> | null {
  const annotations = isObject(metadata.annotations) ? metadata.annotations : {};
  if (annotations['kubernetes.io/config.source'] === 'file' || spec.automountServiceAccountToken === false) return null;
  const namespace = String(metadata.namespace ?? 'default');
  const name = typeof spec.serviceAccountName === 'string' ? spec.serviceAccountName : 'default';
  // The kubelet asks for a new one when four fifths of its life are over.
  const issuedAt = now - ((now - startedAt) % REFRESHED_AFTER);
  const names = ['ca.crt', 'namespace', 'token'];
  return {
    list: (path) => (path === '/' ? names : null),
    read: (path) => {
      if (path === '/token') return issueToken(cluster, { namespace, name }, issuedAt, TOKEN_SECONDS);
      if (path === '/namespace') return namespace;
      return path === '/ca.crt' ? cluster.clientCA : null;
    },
  };
}

function sourceOf(volume: JsonObject, facts: PodFacts, hostFiles: () => Files): Omit<Mount, 'at'> {
  const { hostPath, secret, configMap } = volume;
  if (isObject(hostPath) && typeof hostPath.path === 'string') {
    const root = clean(hostPath.path);
    const join = (path: string): string => clean(`${root}/${path}`);
    const files = hostFiles();
    return { read: (path) => readText(files, join(path)), list: (path) => listHost(files, join(path)) };
  }
  if (isObject(secret) && typeof secret.secretName === 'string')
    return flatData(dataOf('Secret', secret.secretName, facts));
  if (isObject(configMap) && typeof configMap.name === 'string')
    return flatData(dataOf('ConfigMap', configMap.name, facts));
  return flat({});
}

function flatData(data: Readonly<Record<string, string>>): Omit<Mount, 'at'> {
  return flat(Object.fromEntries(Object.entries(data).map(([key, value]) => [`/${key}`, value])));
}

function flat(files: Readonly<Record<string, string>>): Omit<Mount, 'at'> {
  const paths = Object.keys(files);
  return {
    read: (path) => (Object.hasOwn(files, path) ? (files[path] ?? null) : null),
    list: (path) => {
      const names = childNames(paths, path);
      return names.length === 0 && path !== '/' ? null : path === '/bin' ? [...programsFirst(names)] : names;
    },
  };
}

/** Busybox comes first, as its links were made after it. */
function programsFirst(names: readonly string[]): readonly string[] {
  return names.includes('busybox') ? ['busybox', ...names.filter((name) => name !== 'busybox')] : names;
}

function listHost(files: Files, path: string): readonly string[] | null {
  return isDirectory(files, path) ? childNames(Object.keys(files), path) : null;
}

/** Names of what lies directly in a directory, sorted. */
export function childNames(paths: readonly string[], directory: string): readonly string[] {
  const prefix = directory === '/' ? '/' : `${directory}/`;
  const names = paths
    .filter((path) => path.startsWith(prefix) && path.length > prefix.length)
    .map((path) => path.slice(prefix.length).split('/', 1)[0] ?? '');
  return [...new Set(names)].sort();
}

function clean(path: string): string {
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') kept.pop();
    else if (part !== '' && part !== '.') kept.push(part);
  }
  return `/${kept.join('/')}`;
}
