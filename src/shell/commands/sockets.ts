import { containerPorts } from '#engine/controlplane/containersOf.ts';
import { digestNumber } from '#engine/host/containers/digest.ts';
import { isWildcard } from '#engine/kubelet/listeners/address.ts';
import { nodeNamed, type World } from '#engine/world/world.ts';
import { servicesOf } from './services.ts';

/** A socket of a node. `*` = every address of both families, as Go's servers listen; a peer of null = it listens. */
export interface Socket {
  readonly protocol: 'tcp' | 'udp';
  readonly address: string;
  readonly port: number;
  readonly peer: { readonly address: string; readonly port: number } | null;
  readonly backlog: number;
  readonly owner: { readonly name: string; readonly pid: number; readonly fd: number } | null;
}

/** The sockets of a node that the world knows of: who listens, the kubelet's connection to the API server, the session's. */
export function socketsOf(world: World, name: string): readonly Socket[] {
  const node = nodeNamed(world, name);
  if (node === undefined) return [];
  const { host, kubelet } = node;
  const listening = (address: string, port: number, backlog: number, owner: Socket['owner']): Socket => ({
    protocol: 'tcp',
    address: isWildcard(address) ? '*' : address,
    port,
    peer: null,
    backlog,
    owner,
  });
  const services = servicesOf(host).flatMap(({ name: program, pid, listens = [] }): readonly Socket[] =>
    listens.flatMap(([address, port], index) => {
      const owner = { name: program.slice(0, 15), pid, fd: (program === 'sshd' ? 3 : 14) + index };
      const tcp: Socket = {
        protocol: 'tcp',
        address,
        port,
        peer: null,
        backlog: program === 'sshd' ? 128 : 4096,
        owner,
      };
      return port === 53 ? [{ ...tcp, protocol: 'udp', backlog: 0 }, tcp] : [tcp];
    }),
  );
  const { process } = kubelet;
  const agent = (process?.listeners ?? []).map(({ role, address, port }) =>
    listening(address, port, 4096, {
      name: 'kubelet',
      pid: process?.pid ?? 0,
      fd: { main: 21, 'read-only': 22, healthz: 19 }[role],
    }),
  );
  const containers = containerPorts(world, name).map(({ address, port, pid, program }, index) =>
    listening(address, port, 4096, { name: program.slice(0, 15), pid, fd: program === 'etcd' ? 6 + index : 3 }),
  );
  const taken = host.takenPorts.map((text) => {
    const colon = text.lastIndexOf(':');
    return listening(text.slice(0, colon) || '*', Number(text.slice(colon + 1)), 4096, null);
  });
  return [...services, ...agent, ...containers, ...taken, ...connections(world, name)];
}

function connections(world: World, name: string): readonly Socket[] {
  const node = nodeNamed(world, name);
  const process = node?.kubelet.process ?? null;
  const [address = '', port = ''] = world.cluster.endpoint.split(':');
  if (node === undefined) return [];
  const own = node.host.address;
  const session: Socket = {
    protocol: 'tcp',
    address: own,
    port: 22,
    peer: { address: '10.0.0.1', port: 51_514 },
    backlog: 0,
    owner: { name: 'sshd', pid: 740, fd: 4 },
  };
  if (process === null || process.client === null || !world.cluster.reachable) return [session];
  const local = 32_768 + digestNumber(`${name} ${process.pid}`, 28_000);
  const owner = { name: 'kubelet', pid: process.pid, fd: 11 };
  return [
    session,
    { protocol: 'tcp', address: own, port: local, peer: { address, port: Number(port) }, backlog: 0, owner },
  ];
}
