import { KUBEADM_PATHS } from '#engine/kubeadm/files.ts';
import { configFrom, patchesOf } from './kubeletConfig.ts';
import type { Machine } from './machine.ts';

/**
 * Writes `config.yaml` from the text of the ConfigMap and the patches of a directory and of the machine; the error is kubeadm's, null
 * when it was written. Models WriteConfigToDisk in cmd/kubeadm/app/phases/kubelet/config.go, v1.36.
 */
export function writeConfig(machine: Machine, source: string, directory: string): string | null {
  const patches = patchesOf(machine, directory);
  if ('error' in patches) return patches.error;
  const values = patches.map(({ value }) => value);
  const text = configFrom(machine, source, values);
  if (text === null) return 'could not decode the kubelet configuration';
  for (const { type } of patches) {
    machine.print(`[patches] Applied patch of type "${type}" to target "kubeletconfiguration"`);
  }
  machine.print(`[kubelet-start] Writing kubelet configuration to file "${KUBEADM_PATHS.config}"`);
  machine.write(KUBEADM_PATHS.config, text);
  return null;
}
