import type { World } from '#engine/world/world.ts';
import { runningOn, type Target } from '../asking/target.ts';
import type { GridEndpointView } from '../view/grid.ts';

/** What a grid asks for: its view, and what goes on a curl line. */
export interface Endpoint extends GridEndpointView {
  /** Path and query. */
  readonly target: string;
  /** What curl must be told besides the URL; empty for a plain GET. */
  readonly options: string;
}

/** The container that paths name; `runs` is false where none was found and the names are made up. */
export interface NamedContainer extends Target {
  readonly runs: boolean;
}

const NOBODY: NamedContainer = { namespace: 'default', pod: 'no-pod', container: 'none', runs: false };

/** The first container that runs on the node, in the first world that has one. */
export function namedContainer(worlds: readonly World[], nodeName: string): NamedContainer {
  for (const world of worlds) {
    const node = world.nodes[nodeName];
    const found = node === undefined ? null : runningOn(node, world);
    if (found !== null) return { ...found, runs: true };
  }
  return NOBODY;
}

const WEBSOCKET =
  '--http1.1 -H "Connection: Upgrade" -H "Upgrade: websocket" -H "Sec-WebSocket-Version: 13"' +
  ' -H "Sec-WebSocket-Key: cG9ydHNpZGUtc2F5cy1oaQ==" -H "Sec-WebSocket-Protocol: v4.channel.k8s.io"';
const SPDY =
  '--http1.1 -X POST -H "Connection: Upgrade" -H "Upgrade: SPDY/3.1" -H "X-Stream-Protocol-Version: v4.channel.k8s.io"';

/** The ten endpoints of a grid, harmless first. */
export function endpointsOf({ namespace, pod, container }: Target): readonly Endpoint[] {
  const inside = [namespace, pod, container].map(encodeURIComponent).join('/');
  const get = (path: string, gives: string): Endpoint => ({
    ...{ id: path, path, how: '', gives },
    ...{ target: path, options: '' },
  });
  const command = (path: string, how: string, query: string, options: string, gives: string): Endpoint => ({
    ...{ id: `${path} ${how}`, path, how, gives },
    ...{ target: `${path}/${inside}?${query}`, options },
  });
  return [
    get('/healthz', 'whether the kubelet is well'),
    get('/pods', 'every pod, its environment included'),
    get('/metrics', 'counters of the kubelet'),
    get('/stats/summary', 'what each container uses'),
    get('/configz', 'the configuration in force'),
    get('/logs/', 'the files under /var/log'),
    { ...get('/containerLogs', 'what a container wrote'), target: `/containerLogs/${inside}` },
    command(
      '/exec',
      'GET',
      'command=id&output=1',
      WEBSOCKET,
      'a command in a container, over a WebSocket that begins as a GET',
    ),
    command('/exec', 'POST', 'command=id&output=1', SPDY, 'a command in a container, as kubectl does it'),
    command('/run', 'POST', 'cmd=id', '-X POST', 'a command in a container, by one curl line'),
  ];
}
