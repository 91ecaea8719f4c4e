import type { HttpRequest } from '#engine/kubelet/exchange.ts';
import { hostPort } from '#engine/kubelet/listeners/address.ts';
import type { Ask, Door } from '#engine/kubelet/requestGrid.ts';
import type { World } from '#engine/world/world.ts';
import { prepareCurl } from '#shell/commands/curl/prepare.ts';
import type { GridFrom, GridPortView } from '../view/grid.ts';
import type { Endpoint } from './endpoints.ts';
import { HOME } from './fileName.ts';

/** A port of the kubelet, as somebody who stands somewhere addresses it. */
export interface Target {
  readonly role: GridPortView['role'];
  readonly port: number;
  readonly host: string;
}

/** The host that a URL names: the node's address from the network, `localhost` on the node. */
export function hostOf(world: World, node: string, from: GridFrom): string {
  return from === 'node' ? 'localhost' : (world.nodes[node]?.host.address ?? '');
}

/** The curl line that asks an endpoint at a port; `credentials` are an identity's options. */
export function curlLine({ role, port, host }: Target, endpoint: Endpoint, credentials: string): string {
  const secure = role === 'main';
  const url = `${secure ? 'https' : 'http'}://${host.includes(':') ? hostPort(host, port) : `${host}:${port}`}${endpoint.target}`;
  const words = [`curl -s${secure ? 'k' : ''}`, endpoint.options, credentials, /[?&]/.test(url) ? `"${url}"` : url];
  return words.filter((word) => word !== '').join(' ');
}

/**
 * Where a target's requests go, as curl finds it; `any` is an endpoint whose line is looked at. With `-k`, without
 * credentials and to an address or `localhost` curl reads no file: it looks at where nodes are and who listens there.
 */
export function doorOf(world: World, node: string, target: Target, any: Endpoint): Door {
  const line = curlLine(target, any, '');
  const places = Object.values(world.nodes).map(({ name, host, kubelet }) => [
    name,
    host.address,
    kubelet.process?.listeners ?? [],
  ]);
  const key = JSON.stringify([line, node, world.cluster.endpoint, places]);
  const known = doors.get(key);
  if (known !== undefined) return known;
  const { address, port, scheme, tls, headers } = requestOf(world, node, line);
  const door = { address, port, scheme, headers: headers.slice(0, 1), ...(tls === undefined ? {} : { tls }) };
  if (doors.size >= MOST_DOORS) doors.clear();
  doors.set(key, door);
  return door;
}

const doors = new Map<string, Door>();
const MOST_DOORS = 64;

const asks = new WeakMap<Endpoint, Ask>();

/** What an endpoint's requests ask: all that curl sends behind the Host header, which comes first. It is the same everywhere. */
export function askOf(world: World, node: string, endpoint: Endpoint): Ask {
  const known = asks.get(endpoint);
  if (known !== undefined) return known;
  const line = curlLine({ role: 'main', port: 10250, host: 'localhost' }, endpoint, '');
  const { method, path, headers } = requestOf(world, node, line);
  const ask = { method, path, headers: headers.slice(1) };
  asks.set(endpoint, ask);
  return ask;
}

/** The request that a line of the grid sends. */
function requestOf(world: World, node: string, line: string): HttpRequest {
  const prepared = prepareCurl(line, { world, node, workingDirectory: HOME });
  if (prepared.kind === 'request' && prepared.event.type === 'request') return prepared.event.request;
  throw new Error(`a line of the grid leads to no request: ${line}`);
}
