import { TOKEN_PATTERN } from '#engine/apiserver/bootstrapToken.ts';
import { textAt } from '#engine/apiserver/json.ts';
import { clusterInfoSignature } from '#engine/certificates/clusterInfo.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import { isObject, type JsonObject } from '#engine/json.ts';
import { decodeBase64, hex } from '#engine/pki/bytes.ts';
import { readBundle, readChain } from '#engine/pki/certificate.ts';
import { digest } from '#engine/pki/digest.ts';
import { anonymousAt, configMapData, textOfError } from './api.ts';
import { documentOf } from './kubeletConfig.ts';
import type { Machine } from './machine.ts';

/** A cluster that a token and a hash vouch for. */
export interface Discovered {
  readonly server: string;
  /** PEM. */
  readonly ca: string;
}

const TIMEOUT = 300_000;

/** `sha256:` and the digest of a CA's public key; '' when the PEM holds none. */
export function publicKeyHash(ca: string): string {
  const key = readChain(ca)[0]?.parts.rawKey;
  return key === undefined ? '' : `sha256:${hex(digest('SHA256', key))}`;
}

/**
 * Learns of a cluster from its `cluster-info`, which a token signs and whose CA a hash pins; `hashes` empty: any CA will do.
 * Models RetrieveValidatedConfigInfo in cmd/kubeadm/app/discovery/token/token.go, v1.36.
 */
export function discover(
  machine: Machine,
  endpoint: string,
  token: string,
  hashes: readonly string[],
): Discovered | { readonly error: string } {
  for (const pin of hashes) {
    const error = pinError(pin);
    if (error !== null) return { error: `invalid discovery token CA certificate hash: ${error}` };
  }
  const [, id = '', secret = ''] = TOKEN_PATTERN.exec(token) ?? [];
  const info = configMapData(machine, anonymousAt(`https://${endpoint}`, null), 'kube-public', 'cluster-info');
  if (!info.ok) {
    machine.send({ type: 'advance', milliseconds: TIMEOUT });
    return { error: `failed to request the cluster-info ConfigMap: ${textOfError(info.error)}` };
  }
  const signature = textAt(info.value, `jws-kubeconfig-${id}`);
  if (signature === '') {
    machine.send({ type: 'advance', milliseconds: TIMEOUT });
    return { error: `could not find a JWS signature in the cluster-info ConfigMap for token ID ${goQuote(id)}` };
  }
  const kubeconfig = textAt(info.value, 'kubeconfig');
  if (clusterInfoSignature(kubeconfig, id, secret) !== signature) {
    return { error: "failed to verify JWS signature of received cluster info object, can't trust this API Server" };
  }
  const cluster = clusterOf(kubeconfig);
  const ca = decodeBase64(textAt(cluster, 'certificate-authority-data')) ?? '';
  const bundle = readBundle(ca);
  if (!bundle.ok) return { error: `failed to parse cluster CA from the cluster-info ConfigMap: ${bundle.error}` };
  const own = publicKeyHash(ca);
  if (hashes.length > 0 && !hashes.some((pin) => pin.toLowerCase() === own)) {
    const why = `none of the public keys ${goQuote(own)} are pinned`;
    return { error: `cluster CA found in cluster-info ConfigMap is invalid: ${why}` };
  }
  const again = configMapData(machine, anonymousAt(`https://${endpoint}`, ca), 'kube-public', 'cluster-info');
  if (!again.ok) {
    machine.send({ type: 'advance', milliseconds: TIMEOUT });
    return { error: `failed to request the cluster-info ConfigMap: ${textOfError(again.error)}` };
  }
  return { server: textAt(cluster, 'server'), ca };
}

/** Models Set.Allow in cmd/kubeadm/app/util/pubkeypin/pubkeypin.go, v1.36. */
function pinError(pin: string): string | null {
  const [format = '', value] = pin.split(':');
  if (value === undefined) return `invalid hash, expected "format:value"`;
  if (format.toLowerCase() !== 'sha256') return `unknown hash format ${goQuote(format)}`;
  if (!/^([0-9a-fA-F]{2})*$/.test(value))
    return `could not decode SHA-256 from ${goQuote(value)}: encoding/hex: invalid byte`;
  const bytes = value.length / 2;
  return bytes === 32 ? null : `invalid hash ${goQuote(pin)}, expected a 32 byte SHA-256 hash, found ${bytes} bytes`;
}

function clusterOf(kubeconfig: string): JsonObject {
  const clusters = documentOf(kubeconfig)?.clusters;
  const first = Array.isArray(clusters) ? clusters[0] : undefined;
  const cluster = isObject(first) ? first.cluster : undefined;
  return isObject(cluster) ? cluster : {};
}
