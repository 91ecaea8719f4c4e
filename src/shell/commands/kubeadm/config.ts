import type { CommandResult } from '../../command.ts';
import type { FlagValues } from '../kubectl/flags/parse.ts';
import { COMPONENT_DEFAULTS, INIT_DEFAULTS, JOIN_DEFAULTS } from './defaults.data.ts';
import type { Machine } from './machine.ts';

/** `kubeadm config print init-defaults`. Models cmd/kubeadm/app/cmd/config.go, v1.36. */
export function initDefaults(machine: Machine, flags: FlagValues): CommandResult {
  const kinds = flags.list('component-configs');
  if (kinds.some((kind) => !Object.hasOwn(COMPONENT_DEFAULTS, kind))) {
    return machine.fail('--component-configs needs to contain some of [KubeProxyConfiguration KubeletConfiguration]');
  }
  machine.put(INIT_DEFAULTS);
  for (const kind of kinds) machine.put(COMPONENT_DEFAULTS[kind] ?? '');
  return machine.done();
}

export function joinDefaults(machine: Machine): CommandResult {
  const hostname = (machine.host()?.host.hostname ?? '').toLowerCase();
  machine.put(JOIN_DEFAULTS.replace('  name: \n', `  name: ${hostname}\n`));
  return machine.done();
}

export function otherDefaults(machine: Machine, defaults: string): CommandResult {
  machine.put(defaults);
  return machine.done();
}

const IMAGES = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kube-proxy'];

/** `kubeadm config images list` */
export function listImages(machine: Machine, flags: FlagValues): CommandResult {
  const odd = ['config', 'output', 'experimental-output', 'feature-gates'].find((name) => flags.isSet(name));
  if (odd !== undefined) return machine.notModelled(`kubeadm config images list --${odd}`);
  const repository = flags.text('image-repository') || 'registry.k8s.io';
  const version = flags.isSet('kubernetes-version')
    ? `v${flags.text('kubernetes-version').replace(/^v/, '')}`
    : 'v1.36.3';
  if (version !== 'v1.36.3') return machine.notModelled('kubeadm config images list of another version');
  for (const image of IMAGES) machine.print(`${repository}/${image}:${version}`);
  const dns = repository === 'registry.k8s.io' ? `${repository}/coredns` : repository;
  machine.print(`${dns}/coredns:v1.14.2`);
  machine.print(`${repository}/pause:3.10.2`);
  machine.print(`${repository}/etcd:3.6.8-0`);
  return machine.done();
}
