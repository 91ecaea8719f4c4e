import { digestNumber } from '#engine/host/containers/digest.ts';
import type { NodeCommand } from '../../command.ts';
import { notModelled, printed, textOf } from '../answer.ts';
import { type Socket, socketsOf } from '../sockets.ts';

/** `lsof -i :10250`: who holds a port. Other files than sockets are not modelled. Models lsof 4.95. */
export const lsof: NodeCommand = {
  name: 'lsof',
  run(parameters, { world, node }) {
    const text = parameters.join(' ');
    const wanted = /-\w*i\s*(?:[46]*)(tcp|udp)?(?:@[\w.]+)?(?::(\d+(?:,\d+)*))?(?=\s|$)/i.exec(text);
    if (wanted === null) return notModelled('lsof is modelled for sockets only: try lsof -i :10250.');
    const ports = wanted[2]?.split(',').map(Number) ?? [];
    const listens = /-s\s*TCP:LISTEN/i.test(text);
    const found = socketsOf(world, node).filter(
      (socket) =>
        socket.owner !== null &&
        (wanted[1] === undefined || wanted[1].toLowerCase() === socket.protocol) &&
        (ports.length === 0 || ports.includes(socket.port) || ports.includes(socket.peer?.port ?? -1)) &&
        (!listens || (socket.peer === null && socket.protocol === 'tcp')),
    );
    if (found.length === 0) return printed('', 1);
    if (/(?:^|\s)-\w*t/.test(text)) return printed(textOf([...new Set(found.map(({ owner }) => String(owner?.pid)))]));
    const rows = [['COMMAND', 'PID', 'USER', 'FD', 'TYPE', 'DEVICE', 'SIZE/OFF', 'NODE', 'NAME'], ...found.map(cells)];
    const width = (index: number): number => Math.max(...rows.map((row) => row[index]?.length ?? 0));
    const left = [true, false, false, false, false, false, false, false, true];
    const lines = rows.map((row, line) =>
      row
        .map((cell, index) => {
          if (index === 8) return cell;
          // The letter of a descriptor's mode stands beyond its column.
          if (index === 3) return line === 0 ? `${cell.padStart(4)}  ` : `${cell.padStart(5)} `;
          return left[index] === true ? cell.padEnd(width(index)) : cell.padStart(width(index));
        })
        .join(' '),
    );
    return printed(textOf(lines));
  },
};

function cells({ protocol, address, port, peer, owner }: Socket): readonly string[] {
  const six = address === '*' || address.includes(':');
  const name = peer === null ? `${address}:${port}` : `${address}:${port}->${peer.address}:${peer.port}`;
  const state = protocol === 'udp' ? '' : peer === null ? ' (LISTEN)' : ' (ESTABLISHED)';
  const device = 20_000 + digestNumber(`${owner?.pid} ${name}`, 9000);
  const fd = `${owner?.fd ?? 3}u`;
  return [
    (owner?.name ?? '').slice(0, 9),
    String(owner?.pid ?? 0),
    'root',
    fd,
    six ? 'IPv6' : 'IPv4',
    String(device),
    '0t0',
    protocol.toUpperCase(),
    name + state,
  ];
}
