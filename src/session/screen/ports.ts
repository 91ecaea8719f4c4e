import { booleanAt, numberAt, settingAt } from '#engine/config/effective.ts';
import { sourceText } from '#engine/explain/cause.ts';
import type { KubeletProcess, Listener } from '#engine/kubelet/process.ts';
import type { Node } from '#engine/world/world.ts';
import type { PortView } from '../view.ts';

/** The kubelet's three doors: open or closed, and in what way. */
export function portViews(node: Node): readonly PortView[] {
  const { process } = node.kubelet;
  return (['main', 'read-only', 'healthz'] as const).map((role) => {
    const listener = process?.listeners.find((each) => each.role === role);
    if (process === null || listener === undefined) return closedPort(role, process);
    return { port: listener.port, role, open: true, words: openWords(listener, process) };
  });
}

const USUAL = { main: 10250, 'read-only': 10255, healthz: 10248 } as const;
const FIELD = { main: 'port', 'read-only': 'readOnlyPort', healthz: 'healthzPort' } as const;

function closedPort(role: Listener['role'], process: KubeletProcess | null): PortView {
  const port = (process === null ? 0 : numberAt(process.config, FIELD[role])) || USUAL[role];
  if (process === null) return { port, role, open: false, words: ['closed', 'no kubelet runs'] };
  const disabled = role === 'main' && !booleanAt(process.config, 'enableServer');
  const setting = settingAt(process.config, disabled ? 'enableServer' : FIELD[role]);
  const why = setting === null ? '' : `${setting.path} ${String(setting.value)}, ${sourceText(setting.source)}`;
  return { port, role, open: false, words: ['closed', why].filter((word) => word !== '') };
}

function openWords(listener: Listener, process: KubeletProcess): readonly string[] {
  const where = addressWords(listener.address);
  if (listener.role === 'healthz') return [`HTTP, ${where}`, 'health only'];
  if (listener.role === 'read-only') return [`HTTP, ${where}`, 'asks nobody anything'];
  if (process.serving.kind === 'none') return [`HTTPS, ${where}`, 'no serving certificate: every handshake fails'];
  const client = process.clientCA === null ? 'asks for no certificate' : 'asks for a client certificate';
  return [`HTTPS, ${where}`, client];
}

function addressWords(address: string): string {
  if (address === '0.0.0.0' || address === '::') return 'all addresses';
  return address === '127.0.0.1' ? 'loopback' : address;
}
