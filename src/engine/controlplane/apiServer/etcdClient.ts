import { verifyClient, verifyServing } from '../../pki/verify.ts';
import type { ProgramContext } from '../program.ts';
import { flagItems, flagText, type GivenFlags } from '../readFlags.ts';

/**
 * Why etcd cannot be reached with these flags although one runs, or will, on this machine, in gRPC's words; null when it can.
 * The files must be readable. Models apiserver/pkg/storage/storagebackend/factory/etcd3.go, v0.36.
 */
export function etcdError(flags: GivenFlags, { etcd, view, now, address }: ProgramContext): string | null {
  if (etcd === null) return null;
  const server = flagItems(flags, 'etcd-servers')[0] ?? '';
  const parts = /^(https?):\/\/([^:/]+):(\d+)\/?$/.exec(server);
  const socket = parts === null ? server : `${parts[2] ?? ''}:${parts[3] ?? ''}`;
  const [host = '', port = ''] = socket.split(':');
  const open = etcd.settings.ports.some(
    (own) => own === `0.0.0.0:${port}` || own === `${host.replace('localhost', '127.0.0.1')}:${port}`,
  );
  if (!open || ![address, '127.0.0.1', 'localhost'].includes(host)) {
    return `transport: Error while dialing: dial tcp ${socket}: connect: connection refused`;
  }
  const secure = etcd.settings.etcd?.serving ?? null;
  if ((parts?.[1] === 'https') !== (secure !== null)) return 'error reading server preface: EOF';
  if (secure === null) return null;
  const text = (flag: string): string => {
    const path = flagText(flags, flag);
    const file = path === '' ? { text: '' } : view(path);
    return 'text' in file ? file.text : '';
  };
  const untrusted = verifyServing(secure, text('etcd-cafile'), host, now);
  if (untrusted !== null)
    return `transport: authentication handshake failed: tls: failed to verify certificate: ${untrusted}`;
  const { clientCA = null } = etcd.settings.etcd ?? {};
  if (clientCA === null || verifyClient(text('etcd-certfile'), clientCA, now).ok) return null;
  return 'error reading server preface: remote error: tls: bad certificate';
}
