import { readText } from '#engine/host/files.ts';
import type { World } from '#engine/world/world.ts';

const FRONT_PROXY = '/etc/kubernetes/pki/front-proxy-ca.crt';

/**
 * The authorities that the API server names when it asks for a certificate, PEM: those of clients, and of the front proxy.
 * Models DynamicCertKeyPairContent and ClientCA of apiserver/pkg/server/options/authentication.go, v0.36.
 */
export function advertisedAuthorities({ cluster, nodes }: World): string {
  const [address] = cluster.endpoint.split(':');
  const owner = Object.values(nodes).find(({ host }) => host.address === address);
  return cluster.clientCA + (owner === undefined ? '' : (readText(owner.host.files, FRONT_PROXY) ?? ''));
}
