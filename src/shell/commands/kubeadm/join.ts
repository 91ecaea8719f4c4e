import { TOKEN_PATTERN } from '#engine/apiserver/bootstrapToken.ts';
import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import { booleanAt, numberAt, textAt as settingText } from '#engine/config/effective.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import { KUBELET_UNIT } from '#engine/host/unit.ts';
import { instanceConfigYaml, kubeadmFlagsEnv } from '#engine/kubeadm/configYaml.ts';
import { KUBEADM_PATHS } from '#engine/kubeadm/files.ts';
import { tokenKubeconfig } from '#engine/kubeadm/kubeconfig.ts';
import type { CommandResult } from '../../command.ts';
import type { FlagValues } from '../kubectl/flags/parse.ts';
import { anonymousAt, ask, configMapData, isMissing, textOfError } from './api.ts';
import { discover } from './discovery.ts';
import type { Machine } from './machine.ts';
import { BOOTSTRAP_KUBECONFIG, CRI_SOCKET, joinChecks } from './preflight.ts';
import { kubeletText, proxyWarning } from './upgradeNode.ts';
import { writeConfig } from './writeConfig.ts';

const HEALTH_TIMEOUT = 240_000;
const BOOTSTRAP_TIMEOUT = 300_000;
const LOOK = 5_000;

const DONE = `
This node has joined the cluster:
* Certificate signing request was sent to apiserver and a response was received.
* The Kubelet was informed of the new secure connection details.

Run 'kubectl get nodes' on the control-plane to see this node join the cluster.
`;

const KUBELET_FAILED = `
Unfortunately, an error has occurred, likely caused by:
	- The kubelet is not running
	- The kubelet is unhealthy due to a misconfiguration of the node in some way (required cgroups disabled)

If you are on a systemd-powered system, you can try to troubleshoot the error with the following commands:
	- 'systemctl status kubelet'
	- 'journalctl -xeu kubelet'
`;

/** `kubeadm join ADDRESS`, as a worker. Models cmd/kubeadm/app/cmd/join.go and phases/join, v1.36. */
export function join(machine: Machine, parameters: readonly string[], flags: FlagValues): CommandResult {
  const odd = ['config', 'discovery-file', 'dry-run', 'skip-phases'].find((name) => flags.isSet(name));
  if (odd !== undefined) return machine.notModelled(`kubeadm join --${odd}`);
  if (flags.on('control-plane')) return machine.notModelled('kubeadm join --control-plane');
  const [endpoint = ''] = parameters;
  const token = flags.text('discovery-token') || flags.text('token');
  const ownToken = flags.text('tls-bootstrap-token') || flags.text('token') || token;
  const hashes = flags.list('discovery-token-ca-cert-hash');
  const invalid = validationErrors(
    endpoint,
    token,
    ownToken,
    hashes,
    flags.on('discovery-token-unsafe-skip-ca-verification'),
  );
  const [first, ...more] = invalid;
  if (first !== undefined) return machine.fail(more.length === 0 ? first : `[${invalid.join(', ')}]`);
  const hostname = machine.host()?.host.hostname ?? '';
  const nodeName = (flags.text('node-name') || hostname).trim().toLowerCase();

  machine.print('[preflight] Running pre-flight checks');
  if (!joinChecks(machine, nodeName, flags.list('ignore-preflight-errors'))) {
    return machine.fail('error execution phase preflight: preflight checks failed');
  }
  const found = discover(machine, endpoint, token, hashes);
  if ('error' in found) {
    return machine.fail(
      `error execution phase preflight: couldn't validate the identity of the API Server: ${found.error}`,
    );
  }
  const client = { ...anonymousAt(found.server, found.ca), token: ownToken };
  machine.print('[preflight] Reading configuration from the "kubeadm-config" ConfigMap in namespace "kube-system"...');
  machine.print(
    "[preflight] Use 'kubeadm init phase upload-config kubeadm --config your-config-file' to re-upload it.",
  );
  const cluster = configMapData(machine, client, 'kube-system', 'kubeadm-config');
  const fetching =
    'error execution phase preflight: unable to fetch the kubeadm-config ConfigMap: failed to get config map: ';
  if (!cluster.ok) return machine.fail(fetching + textOfError(cluster.error));
  const proxy = configMapData(machine, client, 'kube-system', 'kube-proxy');
  if (!proxy.ok) machine.warn('configset.go:77', proxyWarning(textOfError(proxy.error)));
  const kubelet = configMapData(machine, client, 'kube-system', 'kubelet-config');
  if (!kubelet.ok) return machine.fail(fetching + textOfError(kubelet.error));

  machine.write(BOOTSTRAP_KUBECONFIG, tokenKubeconfig(found.server, found.ca, ownToken), 0o600);
  if (machine.read(KUBEADM_PATHS.clientCA) === null) machine.write(KUBEADM_PATHS.clientCA, found.ca);
  const path = `/api/v1/nodes/${nodeName}`;
  const node = ask(machine, client, {
    method: 'GET',
    path,
    query: [['timeout', '10s']],
    resource: 'nodes',
    name: nodeName,
  });
  if (!node.ok && !isMissing(node.error)) {
    return machine.fail(
      `error execution phase kubelet-start: cannot get Node ${goQuote(nodeName)}: ${textOfError(node.error)}`,
    );
  }
  if (node.ok && isReady(node.value.object)) {
    const exists = `a Node with name ${goQuote(nodeName)} and status "Ready" already exists in the cluster. `;
    const advice = 'You must delete the existing Node or change the name of this new joining Node';
    return machine.fail(`error execution phase kubelet-start: ${exists}${advice}`);
  }
  machine.send({ type: 'stop', node: machine.node, unit: KUBELET_UNIT });
  const socket = flags.text('cri-socket') || CRI_SOCKET;
  const error = writeKubeletFiles(machine, {
    socket,
    source: kubeletText(kubelet.value),
    patches: flags.text('patches'),
    override: nodeName === hostname ? null : nodeName,
    environmentLast: true,
  });
  if (error !== null) return machine.fail(`error execution phase kubelet-start: ${error}`);
  startKubelet(machine);
  return awaited(machine);
}

function validationErrors(
  endpoint: string,
  token: string,
  ownToken: string,
  hashes: readonly string[],
  unsafe: boolean,
): readonly string[] {
  if (endpoint === '') return ['discovery: Invalid value: "": bootstrapToken or file must be set'];
  const errors: string[] = [];
  if (hashes.length === 0 && !unsafe) errors.push(UNPINNED);
  const invalid = (field: string, value: string) =>
    `discovery.${field}: Invalid value: ${goQuote(value)}: the bootstrap token is invalid`;
  if (!TOKEN_PATTERN.test(token)) errors.push(invalid('bootstrapToken.token', token));
  if (!/:\d+$/.test(endpoint)) {
    const why = `address ${endpoint}: missing port in address`;
    errors.push(`discovery.bootstrapToken.apiServerEndpoint: Invalid value: ${goQuote(endpoint)}: ${why}`);
  }
  if (!TOKEN_PATTERN.test(ownToken)) errors.push(invalid('tlsBootstrapToken', ownToken));
  return errors;
}

const UNPINNED =
  'discovery.bootstrapToken.caCertHashes: Invalid value: "": using token-based discovery without caCertHashes can be unsafe. ' +
  'Set unsafeSkipCAVerification as true in your kubeadm config file or pass --discovery-token-unsafe-skip-ca-verification flag to continue';

function isReady(node: Parameters<typeof textAt>[0]): boolean {
  return objectsAt(objectAt(node, 'status'), 'conditions').some(
    (condition) => textAt(condition, 'type') === 'Ready' && textAt(condition, 'status') === 'True',
  );
}

/** What `kubelet-start` writes: in a join the environment file comes last, in an init first. */
export function writeKubeletFiles(
  machine: Machine,
  parts: {
    readonly socket: string;
    readonly source: string;
    readonly patches: string;
    readonly override: string | null;
    readonly environmentLast: boolean;
  },
): string | null {
  const environment = () => {
    machine.print(`[kubelet-start] Writing kubelet environment file with flags to file "${KUBEADM_PATHS.flags}"`);
    const flags = parts.override === null ? [] : [`--hostname-override=${parts.override}`];
    machine.write(KUBEADM_PATHS.flags, kubeadmFlagsEnv(flags));
  };
  if (!parts.environmentLast) environment();
  machine.print(`[kubelet-start] Writing kubelet configuration to file "${KUBEADM_PATHS.instanceConfig}"`);
  machine.write(KUBEADM_PATHS.instanceConfig, instanceConfigYaml(parts.socket));
  const error = writeConfig(machine, parts.source, parts.patches);
  if (error === null && parts.environmentLast) environment();
  return error === null ? null : `error writing kubelet configuration to disk: ${error}`;
}

/** Models TryStartKubelet in cmd/kubeadm/app/phases/kubelet/kubelet.go, v1.36: systemd reads its units, then restarts the kubelet. */
export function startKubelet(machine: Machine): void {
  machine.print('[kubelet-start] Starting the kubelet');
  machine.send({ type: 'daemon-reload', node: machine.node });
  machine.send({ type: 'restart', node: machine.node, unit: KUBELET_UNIT });
}

/** Waits until the kubelet is healthy and has its certificate, as long as the real one does. */
function awaited(machine: Machine): CommandResult {
  const failed = (error: string): CommandResult => {
    machine.send({ type: 'remove', node: machine.node, path: BOOTSTRAP_KUBECONFIG });
    machine.print(KUBELET_FAILED);
    return machine.fail(`error execution phase kubelet-wait-bootstrap: ${error}`);
  };
  machine.print(
    '[kubelet-check] Waiting for a healthy kubelet at http://127.0.0.1:10248/healthz. This can take up to 4m0s',
  );
  for (let waited = 0; !isHealthy(machine); waited += LOOK) {
    if (waited >= HEALTH_TIMEOUT) {
      machine.print('[kubelet-check] The kubelet is not healthy after 4m0.000601249s');
      const why = 'error: Get "http://127.0.0.1:10248/healthz": dial tcp 127.0.0.1:10248: connect: connection refused';
      const told = `The HTTP call equal to 'curl -sSL http://127.0.0.1:10248/healthz' returned ${why}\n`;
      return failed(`failed while waiting for the kubelet to start: ${told}`);
    }
    machine.send({ type: 'advance', milliseconds: LOOK });
  }
  machine.print('[kubelet-check] The kubelet is healthy after 1.001159ms');
  machine.print('[kubelet-start] Waiting for the kubelet to perform the TLS Bootstrap');
  for (let waited = 0; !hasCertificate(machine); waited += LOOK) {
    if (waited >= BOOTSTRAP_TIMEOUT) return failed('failed while waiting for TLS bootstrap: context deadline exceeded');
    machine.send({ type: 'advance', milliseconds: LOOK });
  }
  machine.send({ type: 'remove', node: machine.node, path: BOOTSTRAP_KUBECONFIG });
  machine.print(DONE);
  return machine.done();
}

function isHealthy(machine: Machine): boolean {
  const process = machine.host()?.kubelet.process ?? null;
  return (
    process !== null &&
    numberAt(process.config, 'healthzPort') === 10_248 &&
    settingText(process.config, 'healthzBindAddress') === '127.0.0.1'
  );
}

function hasCertificate(machine: Machine): boolean {
  const process = machine.host()?.kubelet.process ?? null;
  if (process === null) return false;
  return (
    machine.read(KUBEADM_PATHS.kubeconfig) !== null &&
    process.client?.certificate !== undefined &&
    booleanAt(process.config, 'rotateCertificates')
  );
}
