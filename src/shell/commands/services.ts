import type { Host } from '#engine/host/host.ts';
import { SERVICES, type ServiceRow } from './services.table.ts';

/** The container runtime's daemon where it is not containerd. */
const CRIO: Partial<ServiceRow> = {
  unit: 'crio.service',
  description: 'Container Runtime Interface for OCI (CRI-O)',
  documentation: ['https://github.com/cri-o/cri-o'],
  name: 'crio',
  argv: '/usr/bin/crio',
};

/** The daemons that run on a host beside its kubelet; the runtime only while its socket answers. */
export function servicesOf(host: Host): readonly ServiceRow[] {
  const sockets = host.runtimeSockets;
  return SERVICES.flatMap((row) => {
    if (row.unit !== 'containerd.service') return [row];
    if (sockets.some((socket) => socket.includes('crio'))) return [{ ...row, ...CRIO }];
    return sockets.length === 0 ? [] : [row];
  });
}
