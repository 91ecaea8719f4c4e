import { sandboxesOf } from '#engine/controlplane/containersOf.ts';
import { digestNumber } from '#engine/host/containers/digest.ts';
import { nodeNamed, type World } from '#engine/world/world.ts';
import type { CommandContext, CommandResult, NodeCommand } from '../../command.ts';
import { complained, notModelled, printed, textOf } from '../answer.ts';

/** A network interface of a node. */
interface Interface {
  readonly name: string;
  readonly flags: string;
  readonly mtu: number;
  readonly queue: string;
  readonly state: 'UNKNOWN' | 'UP';
  readonly kind: 'loopback' | 'ether';
  readonly mac: string;
  /** Address with its prefix, family, broadcast and scope. */
  readonly addresses: readonly { readonly text: string; readonly family: 'inet' | 'inet6'; readonly more: string }[];
}

/** `ip address`, `ip link`, `ip route`, to be read only. Models iproute2 6.1. */
export const ip: NodeCommand = {
  name: 'ip',
  manual: `IP(8)                               Linux                              IP(8)

NAME
       ip - show / manipulate routing, network devices, interfaces

EXAMPLES
       ip address (ip a)    the node's interfaces and addresses
       ip -br a             the same, one to a line
       ip route (ip r)      where packets go
`,
  run(parameters, context) {
    const words = [...parameters];
    let brief = false;
    let family: 'inet' | 'inet6' | null = null;
    while (words[0]?.startsWith('-') === true) {
      const option = (words.shift() ?? '').replace(/^--?/, '');
      if (option === '4') family = 'inet';
      else if (option === '6') family = 'inet6';
      else if (option !== '' && 'brief'.startsWith(option) && option.startsWith('br')) brief = true;
      else if (['c', 'color', 'o', 'oneline', 'd', 'details', 's'].includes(option)) continue;
      else return complained(`Option "-${option}" is unknown, try "ip -help".\n`, 255);
    }
    const [object = '', ...rest] = words;
    if (object === '')
      return complained('Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }\n       ip [ -force ] -batch filename\n', 255);
    if ('address'.startsWith(object)) return interfaces(rest, context, brief, family, true);
    if ('link'.startsWith(object)) return interfaces(rest, context, brief, family, false);
    if ('route'.startsWith(object)) return routes(rest, context);
    if (/^(?:neigh|rule|netns|tunnel|maddr|monitor)/.test(object)) return notModelled(`ip ${object} is not modelled.`);
    return complained(`Object "${object}" is unknown, try "ip help".\n`);
  },
};

function interfacesOf(world: World, name: string): readonly Interface[] {
  const host = nodeNamed(world, name)?.host;
  if (host === undefined) return [];
  const hexed = (seed: string): string => digestNumber(seed, 256).toString(16).padStart(2, '0');
  const mac = (seed: string, first: string): string =>
    [first, ...[1, 2, 3, 4, 5].map((index) => hexed(`${seed} ${index}`))].join(':');
  const network = host.address.replace(/\.\d+$/, '.255');
  const lo: Interface = {
    name: 'lo',
    flags: 'LOOPBACK,UP,LOWER_UP',
    mtu: 65536,
    queue: 'noqueue',
    state: 'UNKNOWN',
    kind: 'loopback',
    mac: '00:00:00:00:00:00',
    addresses: [
      { text: '127.0.0.1/8', family: 'inet', more: 'scope host lo' },
      { text: '::1/128', family: 'inet6', more: 'scope host ' },
    ],
  };
  const eth: Interface = {
    name: 'eth0',
    flags: 'BROADCAST,MULTICAST,UP,LOWER_UP',
    mtu: 1500,
    queue: 'fq_codel',
    state: 'UP',
    kind: 'ether',
    mac: mac(name, '52'),
    addresses: [{ text: `${host.address}/24`, family: 'inet', more: `brd ${network} scope global eth0` }],
  };
  const bridge: Interface = {
    name: 'cni0',
    flags: 'BROADCAST,MULTICAST,UP,LOWER_UP',
    mtu: 1500,
    queue: 'noqueue',
    state: 'UP',
    kind: 'ether',
    mac: mac(`${name} cni0`, '0a'),
    addresses: [{ text: '10.244.1.1/24', family: 'inet', more: 'brd 10.244.1.255 scope global cni0' }],
  };
  return sandboxesOf(world, name).length > 0 ? [lo, eth, bridge] : [lo, eth];
}

function interfaces(
  words: readonly string[],
  { world, node }: CommandContext,
  brief: boolean,
  family: 'inet' | 'inet6' | null,
  addresses: boolean,
): CommandResult {
  const rest = words.filter((word) => !['show', 'list', 'sh', 's', 'ls', 'dev'].includes(word));
  if (rest.some((word) => ['add', 'del', 'delete', 'flush', 'set', 'replace'].includes(word))) {
    return notModelled('interfaces and addresses can be read here, not changed.');
  }
  const [wanted] = rest;
  const all = interfacesOf(world, node).map((one, index) => ({ one, index: index + 1 }));
  const chosen = all.filter(({ one }) => wanted === undefined || one.name === wanted);
  if (chosen.length === 0) return complained(`Device "${wanted ?? ''}" does not exist.\n`);
  const lines = chosen.flatMap(({ one, index }) => {
    const own = one.addresses.filter((address) => family === null || address.family === family);
    if (family !== null && own.length === 0) return [];
    if (brief) {
      const shown = addresses ? own.map(({ text }) => `${text} `).join('') : `${one.mac} <${one.flags}> `;
      return [`${one.name.padEnd(16)} ${one.state.padEnd(14)} ${shown}`];
    }
    const link = `${index}: ${one.name}: <${one.flags}> mtu ${one.mtu} qdisc ${one.queue} state ${one.state}${addresses ? '' : ' mode DEFAULT'} group default qlen 1000`;
    const hardware = `    link/${one.kind} ${one.mac} brd ${one.kind === 'loopback' ? '00:00:00:00:00:00' : 'ff:ff:ff:ff:ff:ff'}`;
    const life = '       valid_lft forever preferred_lft forever';
    return [
      link,
      ...(family === null ? [hardware] : []),
      ...(addresses ? own.flatMap(({ text, family: kind, more }) => [`    ${kind} ${text} ${more}`, life]) : []),
    ];
  });
  return printed(textOf(lines));
}

function routes(words: readonly string[], { world, node }: CommandContext): CommandResult {
  const host = nodeNamed(world, node)?.host;
  if (host === undefined) return notModelled(`there is no node ${node}.`);
  const [verb] = words;
  if (verb !== undefined && !['show', 'list', 'sh', 'ls'].includes(verb))
    return notModelled(`ip route ${verb} is not modelled.`);
  const gateway = host.address.replace(/\.\d+$/, '.1');
  const network = host.address.replace(/\.\d+$/, '.0');
  const pods =
    sandboxesOf(world, node).length > 0 ? ['10.244.1.0/24 dev cni0 proto kernel scope link src 10.244.1.1 '] : [];
  return printed(
    textOf([
      `default via ${gateway} dev eth0 proto static `,
      `${network}/24 dev eth0 proto kernel scope link src ${host.address} `,
      ...pods,
    ]),
  );
}
