import { textAt } from '#engine/apiserver/json.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import { isDirectory } from '#engine/host/files.ts';
import type { JsonObject } from '#engine/json.ts';
import { KUBEADM_PATHS } from '#engine/kubeadm/files.ts';
import { rfc3339 } from '#engine/time.ts';
import type { CommandResult } from '../../command.ts';
import type { FlagValues } from '../kubectl/flags/parse.ts';
import { clientFrom, configMapData, textOfError } from './api.ts';
import type { Machine } from './machine.ts';
import { writeConfig } from './writeConfig.ts';

const API_SERVER_MANIFEST = '/etc/kubernetes/manifests/kube-apiserver.yaml';
const ADMIN = '/etc/kubernetes/admin.conf';
const CLIENT_TIMEOUT = 60_000;

/** `kubeadm upgrade node phase kubelet-config`: `config.yaml` anew from the cluster's ConfigMap; nothing is restarted. */
export function upgradeKubeletConfig(machine: Machine, flags: FlagValues): CommandResult {
  const source = clusterConfig(machine, flags, '[upgrade]');
  if ('error' in source) return machine.fail(source.error);
  const error = rewrite(machine, source.kubelet, flags.text('patches'));
  if (error !== null) return machine.fail(`error execution phase kubelet-config: ${error}`);
  return machine.done();
}

/** `kubeadm upgrade node` on a worker. Models cmd/kubeadm/app/cmd/upgrade/node.go, v1.36. */
export function upgradeNode(machine: Machine, flags: FlagValues): CommandResult {
  const odd = ['config', 'skip-phases'].find((name) => flags.isSet(name));
  if (odd !== undefined) return machine.notModelled(`kubeadm upgrade node --${odd}`);
  if (machine.read(API_SERVER_MANIFEST) !== null) {
    return machine.notModelled('kubeadm upgrade node on a control plane');
  }
  const source = clusterConfig(machine, flags, '[upgrade]');
  if ('error' in source) return machine.fail(source.error);
  machine.print('[upgrade/preflight] Running pre-flight checks');
  machine.print('[upgrade/preflight] Skipping prepull. Not a control plane node.');
  machine.print('[upgrade/control-plane] Skipping phase. Not a control plane node.');
  machine.print('[upgrade/kubeconfig] Skipping phase. Not a control plane node.');
  const error = rewrite(machine, source.kubelet, flags.text('patches'));
  if (error !== null) return machine.fail(`error execution phase kubelet-config: ${error}`);
  machine.print('[upgrade/addon] Skipping the addon/coredns phase. Not a control plane node.');
  machine.print('[upgrade/addon] Skipping the addon/kube-proxy phase. Not a control plane node.');
  return machine.done();
}

/** The kubelet's configuration as the cluster holds it, read with the node's own credential; the error is kubeadm's. */
function clusterConfig(
  machine: Machine,
  flags: FlagValues,
  prefix: string,
): { readonly kubelet: string } | { readonly error: string } {
  const leads = machine.read(API_SERVER_MANIFEST) !== null;
  const path = flags.isSet('kubeconfig') ? flags.text('kubeconfig') : leads ? ADMIN : KUBEADM_PATHS.kubeconfig;
  const client = clientFrom(machine, path);
  if (!client.ok) {
    const why = `failed to load admin kubeconfig: ${textOfError(client.error)}`;
    return { error: `couldn't create a Kubernetes client from file ${goQuote(path)}: ${why}` };
  }
  machine.print(`${prefix} Reading configuration from the "kubeadm-config" ConfigMap in namespace "kube-system"...`);
  machine.print(`${prefix} Use 'kubeadm init phase upload-config kubeadm --config your-config-file' to re-upload it.`);
  const cluster = configMapData(machine, client.value, 'kube-system', 'kubeadm-config');
  if (!cluster.ok) {
    // It asks again for a minute before it gives up.
    if (cluster.error.kind === 'url') machine.send({ type: 'advance', milliseconds: CLIENT_TIMEOUT });
    return {
      error: `unable to fetch the kubeadm-config ConfigMap: failed to get config map: ${textOfError(cluster.error)}`,
    };
  }
  const proxy = configMapData(machine, client.value, 'kube-system', 'kube-proxy');
  if (!proxy.ok) machine.warn('configset.go:77', proxyWarning(textOfError(proxy.error)));
  const kubelet = configMapData(machine, client.value, 'kube-system', 'kubelet-config');
  if (!kubelet.ok) {
    const why =
      'failed to get component configs: could not download the kubelet configuration from ConfigMap "kubelet-config"';
    return { error: `unable to fetch the kubeadm-config ConfigMap: ${why}: ${textOfError(kubelet.error)}` };
  }
  return { kubelet: kubeletText(kubelet.value) };
}

/** What kubeadm says where a cluster has no kube-proxy for it to read about. */
export function proxyWarning(error: string): string {
  return `Warning: No kubeproxy.config.k8s.io/v1alpha1 config is loaded. Continuing without it: ${error}`;
}

export function kubeletText(data: JsonObject): string {
  return textAt(data, 'kubelet');
}

/** A copy of what was there, then the new text. Models WriteKubeletConfigFiles in cmd/kubeadm/app/phases/upgrade/postupgrade.go, v1.36. */
function rewrite(machine: Machine, source: string, patches: string): string | null {
  const stamp = rfc3339(machine.world.now).replace(/[T:]/g, '-').replace('Z', '');
  const folder = `/etc/kubernetes/tmp/kubeadm-kubelet-config-${stamp}`;
  if (isDirectory(machine.files(), folder)) return `could not create timestamp directory: mkdir ${folder}: file exists`;
  const hint = 'To override it set the environment variable KUBEADM_UPGRADE_DRYRUN_DIR';
  machine.warn('postupgrade.go:105', `Using temporary directory ${folder} for kubelet config. ${hint}`);
  for (const path of ['/etc/kubernetes/tmp', folder]) {
    if (isDirectory(machine.files(), path)) continue;
    machine.send({ type: 'mkdir', node: machine.node, path });
    machine.send({ type: 'chmod', node: machine.node, path, mode: 0o700 });
  }
  machine.print(`[upgrade] Backing up kubelet config file to ${folder}/config.yaml`);
  const old = machine.read(KUBEADM_PATHS.config);
  if (old === null) {
    return `error backing up the kubelet config file: stat ${KUBEADM_PATHS.config}: no such file or directory`;
  }
  machine.write(`${folder}/config.yaml`, old);
  const error = writeConfig(machine, source, patches);
  if (error !== null) return `error writing kubelet configuration to file: ${error}`;
  machine.print('[upgrade/kubelet-config] The kubelet configuration for this node was successfully upgraded!');
  return null;
}
