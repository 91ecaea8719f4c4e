import type { NodeCommand } from '../../command.ts';
import { complained, notModelled, printed, textOf } from '../answer.ts';
import { isGiven, type OptionSpec, readOptions } from '../getopt.ts';
import { type Socket, socketsOf } from '../sockets.ts';

const OPTIONS: readonly OptionSpec[] = [
  { key: 'tcp', short: 't', long: 'tcp' },
  { key: 'udp', short: 'u', long: 'udp' },
  { key: 'listening', short: 'l', long: 'listening' },
  { key: 'all', short: 'a', long: 'all' },
  { key: 'programs', short: 'p', long: 'programs' },
  { key: 'numeric', short: 'n', long: 'numeric' },
  { key: 'numeric', long: 'numeric-ports' },
  { key: 'numeric', long: 'numeric-hosts' },
  { key: 'wide', short: 'W', long: 'wide' },
  { key: '4', short: '4' },
  { key: '6', short: '6' },
  { key: 'unmodelled', short: 'r', long: 'route' },
  { key: 'unmodelled', short: 'i', long: 'interfaces' },
  { key: 'unmodelled', short: 's', long: 'statistics' },
  { key: 'unmodelled', short: 'x', long: 'unix' },
  { key: 'unmodelled', short: 'c', long: 'continuous' },
  { key: 'unmodelled', short: 'e', long: 'extend' },
  { key: 'unmodelled', short: 'o', long: 'timers' },
];

const SERVICES: Readonly<Record<number, string>> = { 22: 'ssh', 53: 'domain' };

/** `netstat -tlnp` and its kin: the node's sockets. Models net-tools 2.10. */
export const netstat: NodeCommand = {
  name: 'netstat',
  manual: `NETSTAT(8)                 Linux System Administrator's Manual        NETSTAT(8)

NAME
       netstat - Print network connections

OPTIONS
       -t, -u    TCP, UDP          -l    listening sockets only
       -n        numbers           -a    listening and connected
       -p        the program's pid and name

NOTES
       tcp6 with the address ::: is a socket for both families: Go's servers
       that listen on 0.0.0.0 show so.
`,
  run(parameters, { world, node }) {
    const read = readOptions('netstat', parameters, OPTIONS);
    if (!read.ok)
      return complained(
        `${read.message}\nusage: netstat [-vWeenNcCF] [<Af>] -r         netstat {-V|--version|-h|--help}\n`,
        3,
      );
    const { given } = read;
    if (isGiven(given, 'unmodelled'))
      return notModelled('netstat can show this, but it is not modelled here: try netstat -tlnp.');
    const has = (key: string): boolean => isGiven(given, key);
    const kinds = (['tcp', 'udp'] as const).filter((kind) => has(kind) || (!has('tcp') && !has('udp')));
    const sockets = kinds.flatMap((kind) => {
      const own = socketsOf(world, node).filter(
        ({ protocol, peer }) => protocol === kind && (has('all') || (has('listening') ? peer === null : peer !== null)),
      );
      const family = (six: boolean): readonly Socket[] => own.filter((socket) => isSix(socket) === six);
      return [...(has('6') && !has('4') ? [] : family(false)), ...(has('4') && !has('6') ? [] : family(true))];
    });
    const state = has('listening') ? '(only servers)' : has('all') ? '(servers and established)' : '(w/o servers)';
    const head = `Proto Recv-Q Send-Q Local Address           Foreign Address         State      ${has('programs') ? ' PID/Program name    ' : ''}`;
    const port = (number: number): string => (has('numeric') ? String(number) : (SERVICES[number] ?? String(number)));
    const rows = sockets.map((socket) => row(socket, port, has('programs')));
    return printed(textOf([`Active Internet connections ${state}`, head, ...rows]));
  },
};

function isSix({ address }: Socket): boolean {
  return address === '*' || address.includes(':');
}

function row(socket: Socket, port: (number: number) => string, withProgram: boolean): string {
  const { protocol, peer, owner } = socket;
  const six = isSix(socket);
  const bare = socket.address.replace(/%.*/, '');
  const address = bare === '*' || bare === '::' ? '::' : bare;
  const local = `${address}:${port(socket.port)}`;
  const foreign = peer === null ? `${six ? '::' : '0.0.0.0'}:*` : `${peer.address}:${port(peer.port)}`;
  const state = peer !== null ? 'ESTABLISHED' : protocol === 'udp' ? '' : 'LISTEN';
  const program = owner === null ? '-' : `${owner.pid}/${owner.name}`;
  const start = `${(protocol + (six ? '6' : '')).padEnd(5)}${'0'.padStart(7)}${'0'.padStart(7)} `;
  return `${start}${local.padEnd(23)} ${foreign.padEnd(23)} ${state.padEnd(11)}${withProgram ? ` ${program.padEnd(19)} ` : ''}`;
}
