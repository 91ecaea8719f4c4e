import { KUBELET_UNIT } from '#engine/host/unit.ts';
import { CONTAINERD_ENDPOINT } from '#engine/kubeadm/configYaml.ts';
import { KUBEADM_PATHS } from '#engine/kubeadm/files.ts';
import type { Machine } from './machine.ts';

export const BOOTSTRAP_KUBECONFIG = '/etc/kubernetes/bootstrap-kubelet.conf';
/** Where kubeadm finds containerd. */
export const CRI_SOCKET = 'unix:///var/run/containerd/containerd.sock';
/** The oldest kubelet that kubeadm 1.36 joins, by its minor. */
const OLDEST_MINOR = 33;

/** One finding of a check. */
interface Finding {
  readonly check: string;
  readonly text: string;
  readonly warning?: boolean;
}

/**
 * The checks of `kubeadm join`; true when nothing forbids to go on. Checks that are ignored warn instead.
 * Models JoinNodeChecks and RunChecks in cmd/kubeadm/app/preflight/checks.go, v1.36.
 */
export function joinChecks(machine: Machine, nodeName: string, ignored: readonly string[]): boolean {
  const skip = ignored.map((name) => name.toLowerCase());
  const findings = findingsOf(machine, nodeName).map((finding) => {
    const lowered = skip.includes('all') || skip.includes(finding.check.toLowerCase());
    return { ...finding, warning: finding.warning === true || lowered };
  });
  for (const { check, text, warning } of findings) if (warning) machine.complain(`\t[WARNING ${check}]: ${text}`);
  const errors = findings.filter(({ warning }) => !warning);
  if (errors.length === 0) return true;
  machine.complain('[preflight] Some fatal errors occurred:');
  for (const { check, text } of errors) machine.complain(`\t[ERROR ${check}]: ${text}`);
  machine.complain(
    '[preflight] If you know what you are doing, you can make a check non-fatal with `--ignore-preflight-errors=...`',
  );
  return false;
}

function findingsOf(machine: Machine, nodeName: string): readonly Finding[] {
  const node = machine.host();
  if (node === undefined) return [];
  const { host, kubelet } = node;
  const found: Finding[] = [];
  const available = (path: string) => {
    if (machine.read(path) === null) return;
    found.push({ check: `FileAvailable-${path.replaceAll('/', '-')}`, text: `${path} already exists` });
  };
  available(KUBEADM_PATHS.kubeconfig);
  available(BOOTSTRAP_KUBECONFIG);
  if (!host.runtimeSockets.includes(CONTAINERD_ENDPOINT.replace('unix://', ''))) {
    for (const check of ['CRI', 'ContainerRuntimeVersion']) found.push({ check, text: NO_RUNTIME });
  }
  const known = (machine.read('/etc/hosts') ?? '')
    .split('\n')
    .some((line) => line.split(/\s+/).slice(1).includes(nodeName));
  if (!known) {
    found.push({ check: 'Hostname', text: `hostname "${nodeName}" could not be reached`, warning: true });
    const text = `hostname "${nodeName}": lookup ${nodeName} on 10.0.0.2:53: no such host`;
    found.push({ check: 'Hostname', text, warning: true });
  }
  if (Number(kubelet.version.split('.')[1]) < OLDEST_MINOR) {
    const text = `Kubelet version "${kubelet.version}" is lower than kubeadm can support. Please upgrade kubelet`;
    found.push({ check: 'KubeletVersion', text });
  }
  if (host.enabled?.[KUBELET_UNIT] === false) {
    const text = `kubelet service is not enabled, please run 'systemctl enable kubelet.service'`;
    found.push({ check: 'Service-kubelet', text, warning: true });
  }
  if (kubelet.process?.listeners.some(({ port }) => port === 10_250) === true) {
    found.push({ check: 'Port-10250', text: 'Port 10250 is in use' });
  }
  available(KUBEADM_PATHS.clientCA);
  return found;
}

const NO_RUNTIME =
  `could not connect to the container runtime: failed to create new CRI runtime service: validate service connection: ` +
  `validate CRI v1 runtime API for endpoint "${CRI_SOCKET}": rpc error: code = Unavailable desc = connection error: desc = ` +
  `"transport: Error while dialing: dial unix ${CRI_SOCKET.replace('unix://', '')}: connect: no such file or directory"`;
