import { readText } from '#engine/host/files.ts';
import { answersAt } from '#engine/kubelet/listeners/address.ts';
import type { Node, World } from '#engine/world/world.ts';
import type { CurlUrl } from './url.ts';

/** A name looked up: its addresses in the order that they are tried, and where they came from. */
export interface Resolved {
  readonly addresses: readonly string[];
  /** The lookup was answered by `--resolve`. */
  readonly cached: boolean;
}

/** Where a dialled address leads. */
export type Destination =
  /** To this node; `address` is what its kernel sees. */
  | { readonly kind: 'node'; readonly node: string; readonly address: string }
  /** To the API server's own port. */
  | { readonly kind: 'api-server'; readonly address: string }
  /** To a machine that is there and has nothing on that port. */
  | { readonly kind: 'closed' }
  /** To an unused address of the nodes' network: the neighbour never answers. */
  | { readonly kind: 'no-neighbour' }
  /** Out of the nodes' network, where nothing comes back. */
  | { readonly kind: 'lost' };

/**
 * Looks a URL's host up on a node: `--resolve` entries, addresses, `localhost`, `/etc/hosts`, the node's own names and
 * those of the other nodes. An empty list means that the name does not resolve.
 */
export function resolveHost(
  world: World,
  node: Node,
  url: Pick<CurlUrl, 'host' | 'port'>,
  entries: readonly string[],
): Resolved {
  const host = url.host.toLowerCase();
  const entry = entries
    .filter((text) => !text.startsWith('-'))
    .map((text) => /^\+?(\[[^\]]*\]|[^:]+):(\d+):(.+)$/.exec(text))
    .findLast(
      (parts) =>
        parts !== null && (parts[1] === '*' || parts[1]?.toLowerCase() === host) && Number(parts[2]) === url.port,
    );
  if (entry) return { addresses: (entry[3] ?? '').split(',').map(bare), cached: true };
  if (isAddress(host)) return { addresses: [host], cached: false };
  return { addresses: lookUp(world, node, host), cached: false };
}

function bare(address: string): string {
  return address.replace(/^\[|\]$/g, '');
}

/** A node of a world by its key, or null. */
export function nodeOf(world: World, name: string): Node | null {
  return (Object.hasOwn(world.nodes, name) ? world.nodes[name] : undefined) ?? null;
}

/** Whether a host is an address, not a name. */
export function isAddress(host: string): boolean {
  return /^\d+\.\d+\.\d+\.\d+$/.test(host) || host.includes(':');
}

function lookUp(world: World, node: Node, host: string): readonly string[] {
  if (host === 'localhost') return ['127.0.0.1', '::1'];
  const listed = (readText(node.host.files, '/etc/hosts') ?? '').split('\n').flatMap((line) => {
    const [address, ...names] = (line.split('#', 1)[0] ?? '').trim().split(/\s+/);
    const found = address !== undefined && names.some((name) => name.toLowerCase() === host);
    return found && isAddress(address) ? [address] : [];
  });
  if (listed.length > 0) return [...new Set(listed)];
  const named = [node, ...Object.values(world.nodes)].find(
    (other) => other.host.hostname.toLowerCase() === host || other.name.toLowerCase() === host,
  );
  return named === undefined ? [] : [named.host.address];
}

/** Where a connection from `node` to an address and port goes. */
export function destinationOf(world: World, node: Node, address: string, port: number): Destination {
  if (isApiServer(world, node, address, port)) return { kind: 'api-server', address };
  if (address === '::1' || address === '::') return { kind: 'node', node: node.name, address: '::1' };
  if (address === '0.0.0.0') return { kind: 'node', node: node.name, address: '127.0.0.1' };
  if (/^127\./.test(address)) return { kind: 'node', node: node.name, address };
  const owner = Object.values(world.nodes).find((other) => other.host.address === address);
  if (owner !== undefined) return { kind: 'node', node: owner.name, address };
  if (world.cluster.endpoint.startsWith(`${address}:`)) return { kind: 'closed' };
  return network(address) === network(node.host.address) ? { kind: 'no-neighbour' } : { kind: 'lost' };
}

/** The service `kubernetes`, which every node's kube-proxy leads to the API server. */
const SERVICE = '10.96.0.1';

/** Whether an address and port are the API server's: its own, loopback where it runs, its service's. */
function isApiServer({ cluster }: World, node: Node, address: string, port: number): boolean {
  const [host = '', own = ''] = cluster.endpoint.split(':');
  if (address === SERVICE && port === 443) return true;
  if (port !== Number(own)) return false;
  return (
    address === host ||
    (host === node.host.address && (/^127\./.test(address) || address === '0.0.0.0' || address === '::1'))
  );
}

/** The /24 that an address lies in. */
function network(address: string): string {
  return address.slice(0, address.lastIndexOf('.'));
}

/** Whether the node's kubelet accepts connections to that address and port now. */
export function isListening(world: World, node: string, address: string, port: number): boolean {
  const found = nodeOf(world, node);
  const listeners = found?.kubelet.process?.listeners ?? [];
  return listeners.some((one) => one.port === port && answersAt(one.address, address, found?.host.address ?? ''));
}
