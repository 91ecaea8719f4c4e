import type { CommandContext, CommandResult, NodeCommand } from '../../command.ts';
import { complained, notModelled, printed, textOf } from '../answer.ts';
import { type GivenOption, isGiven, type OptionSpec, readOptions } from '../getopt.ts';
import { type Socket, socketsOf } from '../sockets.ts';
import { ssLines } from './columns.ts';

const OPTIONS: readonly OptionSpec[] = [
  { key: 'tcp', short: 't', long: 'tcp' },
  { key: 'udp', short: 'u', long: 'udp' },
  { key: 'listening', short: 'l', long: 'listening' },
  { key: 'numeric', short: 'n', long: 'numeric' },
  { key: 'processes', short: 'p', long: 'processes' },
  { key: 'all', short: 'a', long: 'all' },
  { key: 'no-header', short: 'H', long: 'no-header' },
  { key: 'one-line', short: 'O', long: 'oneline' },
  { key: '4', short: '4', long: 'ipv4' },
  { key: '6', short: '6', long: 'ipv6' },
  { key: 'nothing', short: 'e', long: 'extended' },
  { key: 'nothing', short: 'o', long: 'options' },
  { key: 'unmodelled', short: 'x', long: 'unix' },
  { key: 'unmodelled', short: 's', long: 'summary' },
  { key: 'unmodelled', short: 'i', long: 'info' },
  { key: 'unmodelled', short: 'm', long: 'memory' },
  { key: 'unmodelled', short: 'w', long: 'raw' },
  { key: 'unmodelled', short: 'K', long: 'kill' },
];

/** Names of well-known ports, shown without `-n`. */
const SERVICES: Readonly<Record<number, string>> = {
  22: 'ssh',
  53: 'domain',
  2379: 'etcd-client',
  2380: 'etcd-server',
};

/** `ss`: the node's sockets. Models iproute2 6.1. */
export const ss: NodeCommand = {
  name: 'ss',
  manual: `SS(8)                      System Manager's Manual                      SS(8)

NAME
       ss - another utility to investigate sockets

OPTIONS
       -t, -u    TCP, UDP
       -l        listening sockets only; -a both these and connections
       -n        numbers instead of names of ports
       -p        the processes that hold them
       -H        no header

EXAMPLES
       ss -tlnp                          who listens on which TCP port
       ss -tlnp 'sport = :10250'         who listens on this one
`,
  run(parameters, context) {
    const read = readOptions('ss', parameters, OPTIONS);
    if (!read.ok) return complained(`${read.message}\nUsage: ss [ OPTIONS ]\n       ss [ OPTIONS ] [ FILTER ]\n`, 255);
    const { given, operands } = read;
    if (isGiven(given, 'unmodelled'))
      return notModelled('ss can show this, but it is not modelled here: try ss -tlnp.');
    const filter = filterOf(operands.join(' '));
    if (filter === null) return notModelled(`this filter of ss is not modelled: try 'sport = :10250'.`);
    return table(given, filter, context);
  },
};

type Filter = (socket: Socket) => boolean;

/** `sport = :10250`, `dport = :6443`, joined by `or`; null for what is not modelled. */
function filterOf(text: string): Filter | null {
  const bare = text.replace(/[()]/g, ' ').trim();
  if (bare === '') return () => true;
  const terms = bare
    .split(/\s+or\s+|\s*\|\|\s*/)
    .map((term) => /^(sport|dport|src|dst)\s*(?:=|==|eq)?\s*(?:[\w.*]*:)?(\d+)$/.exec(term.trim()));
  if (terms.some((term) => term === null)) return null;
  return (socket) =>
    terms.some((term) => {
      const port = Number(term?.[2]);
      return term?.[1] === 'sport' || term?.[1] === 'src' ? socket.port === port : socket.peer?.port === port;
    });
}

function table(
  given: readonly GivenOption[],
  filter: Filter,
  { world, node, terminal }: CommandContext,
): CommandResult {
  const both = !isGiven(given, 'tcp') && !isGiven(given, 'udp');
  const kinds = (['udp', 'tcp'] as const).filter((kind) => both || isGiven(given, kind));
  const sockets = kinds.flatMap((kind) => socketsOf(world, node).filter(({ protocol }) => protocol === kind));
  const chosen = sockets.filter((socket) => {
    const state = isGiven(given, 'all') || (isGiven(given, 'listening') ? socket.peer === null : socket.peer !== null);
    const family = isGiven(given, '4') ? isIpv4(socket) : !isGiven(given, '6') || !isIpv4(socket);
    return state && family && filter(socket);
  });
  const isOne = kinds.length === 1;
  const stateless = isGiven(given, 'all') ? false : !isGiven(given, 'listening');
  const port = (number: number): string =>
    isGiven(given, 'numeric') ? String(number) : (SERVICES[number] ?? String(number));
  const rows = chosen.map((socket) => [
    isOne ? null : socket.protocol,
    stateless ? null : stateOf(socket),
    '0     ',
    String(socket.backlog).padEnd(6),
    `${shown(socket.address)}:`,
    port(socket.port),
    `${socket.peer === null ? (socket.address.includes(':') ? '[::]' : socket.address === '*' ? '*' : '0.0.0.0') : shown(socket.peer.address)}:`,
    socket.peer === null ? '*' : port(socket.peer.port),
    isGiven(given, 'processes') && socket.owner !== null
      ? ` users:(("${socket.owner.name}",pid=${socket.owner.pid},fd=${socket.owner.fd}))`
      : '',
  ]);
  const header = [
    isOne ? null : 'Netid',
    stateless ? null : 'State',
    'Recv-Q',
    'Send-Q',
    'Local Address:',
    'Port',
    'Peer Address:',
    'Port',
    'Process',
  ];
  const all = isGiven(given, 'no-header') ? rows : [header, ...rows];
  return printed(textOf(ssLines(all, terminal.stdout ? terminal.columns : Number.POSITIVE_INFINITY)));
}

function isIpv4({ address }: Socket): boolean {
  return !address.includes(':') && address !== '*';
}

function shown(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}

function stateOf({ protocol, peer }: Socket): string {
  if (peer !== null) return 'ESTAB';
  return protocol === 'udp' ? 'UNCONN' : 'LISTEN';
}
