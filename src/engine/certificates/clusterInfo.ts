import { bootstrapTokenOf, hasEnded, TOKEN_NAMESPACE, TOKEN_TYPE } from '../apiserver/bootstrapToken.ts';
import { type Cluster, objectKey } from '../apiserver/cluster.ts';
import { objectAt, textAt } from '../apiserver/json.ts';
import { objectOf } from '../apiserver/objects.ts';
import { bytesOf, encodeBase64Url, utf8Bytes } from '../pki/bytes.ts';
import { digest } from '../pki/digest.ts';
import { remembering } from '../pki/memo.ts';
import { parseTime } from '../time.ts';
import { dropped, kept } from './store.ts';

const INFO = { kind: 'ConfigMap', namespace: 'kube-public', name: 'cluster-info' } as const;
const SIGNATURE = 'jws-kubeconfig-';
const SECRETS = objectKey({ kind: 'Secret', namespace: TOKEN_NAMESPACE, name: 'bootstrap-token-' });

/** The signature of a kubeconfig by a bootstrap token, detached. Models cluster-bootstrap/token/jws/jws.go, v0.36. */
export function clusterInfoSignature(kubeconfig: string, id: string, secret: string): string {
  return signed(JSON.stringify([kubeconfig, id, secret]));
}

const signed: (parts: string) => string = remembering(32, (parts) => {
  const [kubeconfig = '', id = '', secret = ''] = JSON.parse(parts) as readonly string[];
  const header = encodeBase64Url(utf8Bytes(JSON.stringify({ alg: 'HS256', kid: id })));
  const payload = encodeBase64Url(utf8Bytes(kubeconfig));
  return `${header}..${encodeBase64Url(hmac(utf8Bytes(secret), utf8Bytes(`${header}.${payload}`)))}`;
});

/** HMAC with SHA-256; keys are shorter than a block. Models RFC 2104. */
function hmac(key: string, message: string): string {
  const codes = Array.from({ length: 64 }, (_, index) => (index < key.length ? key.charCodeAt(index) : 0));
  const pad = (byte: number) => bytesOf(codes.map((code) => code ^ byte));
  return digest('SHA256', pad(0x5c) + digest('SHA256', pad(0x36) + message));
}

/**
 * The cluster with its bootstrap tokens looked after: those that ended are deleted, and `cluster-info` is signed by those that may.
 * Models pkg/controller/bootstrap/{bootstrapsigner,tokencleaner}.go, v1.36.
 */
export function tokensKept(cluster: Cluster, now: number): Cluster {
  const ended = tokenIds(cluster.objects).filter((id) => {
    const token = bootstrapTokenOf(cluster, id);
    return token !== null && hasEnded(token, now);
  });
  const living = dropped(
    cluster,
    ended.map((id) => SECRETS + id),
  );
  const info = objectOf(living, INFO);
  if (info === null) return living;
  const data = objectAt(info, 'data');
  const kubeconfig = textAt(data, 'kubeconfig');
  const signatures = tokenIds(living.objects).flatMap((id) => {
    const token = bootstrapTokenOf(living, id);
    if (token === null || !token.usages.includes('signing')) return [];
    return [[SIGNATURE + id, clusterInfoSignature(kubeconfig, id, token.secret)] as const];
  });
  const old = Object.entries(data).filter(([key]) => key.startsWith(SIGNATURE));
  const same = old.length === signatures.length && signatures.every(([key, value]) => textAt(data, key) === value);
  if (same) return living;
  const bare = Object.entries(data).filter(([key]) => !key.startsWith(SIGNATURE));
  return kept(living, objectKey(INFO), { ...info, data: Object.fromEntries([...bare, ...signatures]) });
}

/** When the next bootstrap token ends; infinity when none does. */
export function nextTokenEnd(cluster: Cluster): number {
  const ends = tokenIds(cluster.objects).map((id) => parseTime(bootstrapTokenOf(cluster, id)?.expiration ?? ''));
  return Math.min(...ends.filter((at) => !Number.isNaN(at)), Number.POSITIVE_INFINITY);
}

function tokenIds(objects: Cluster['objects']): readonly string[] {
  const known = ids.get(objects);
  if (known !== undefined) return known;
  const found = Object.keys(objects)
    .filter((key) => key.startsWith(SECRETS) && objects[key]?.type === TOKEN_TYPE)
    .map((key) => key.slice(SECRETS.length));
  ids.set(objects, found);
  return found;
}

/** Lists by the objects that they were found among. */
const ids = new WeakMap<Cluster['objects'], readonly string[]>();
