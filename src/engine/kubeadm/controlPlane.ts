import type { Files } from '../host/files.ts';
import type { Host } from '../host/host.ts';
import { publicKeyOf } from '../pki/keys.ts';
import type { Credentials, KeyPair } from '../world/credentials.ts';
import { directory, file } from './entry.ts';
import { kubeadmHost } from './host.ts';
import { inlineKubeconfig, KUBELET_CLIENT_PEM, pathKubeconfig } from './kubeconfig.ts';
import { UPTIME } from './machine.ts';
import { MANIFEST_TEMPLATES } from './manifests.data.ts';
import type { NodeParameters } from './parameters.ts';

/** A machine after `kubeadm init`: what a worker has, and a control plane's manifests, kubeconfigs and `pki/`. */
export function controlPlaneHost(
  parameters: NodeParameters,
  credentials: Credentials,
  serviceAccountKey: string,
): Host {
  const host = kubeadmHost(parameters);
  return { ...host, files: { ...host.files, ...controlPlaneFiles(parameters, credentials, serviceAccountKey) } };
}

/**
 * What `kubeadm init` writes beyond a worker's files, with its modes. `serviceAccountKey` is PEM.
 * Models cmd/kubeadm/app/phases/{certs,kubeconfig,controlplane,etcd}, v1.36.
 */
function controlPlaneFiles(parameters: NodeParameters, credentials: Credentials, serviceAccountKey: string): Files {
  const { hostname, address, version, now } = parameters;
  const installed = now - UPTIME;
  const server = `https://${address}:6443`;
  const secret = (text: string) => file(text, installed, 0o600);
  const pair = (name: string, { certificate, privateKey }: KeyPair): Files => ({
    [`/etc/kubernetes/pki/${name}.crt`]: file(certificate, installed),
    [`/etc/kubernetes/pki/${name}.key`]: secret(privateKey),
  });
  const kubeconfig = (user: string, pairOf: KeyPair) =>
    secret(inlineKubeconfig(server, credentials.ca.certificate, user, pairOf));
  const admin = kubeconfig('kubernetes-admin', credentials.clusterAdmin);
  const manifests = Object.entries(MANIFEST_TEMPLATES).map(([name, template]) => {
    const text = template.replaceAll('ADDRESS', address).replaceAll('NAME', hostname).replaceAll('VERSION', version);
    return [`/etc/kubernetes/manifests/${name}`, secret(text)] as const;
  });
  return {
    '/etc/kubernetes/manifests': directory(installed, 0o700),
    ...Object.fromEntries(manifests),
    ...pair('apiserver-etcd-client', credentials.etcdClient),
    ...pair('apiserver-kubelet-client', credentials.kubeletClient),
    ...pair('apiserver', credentials.serving),
    ...pair('ca', credentials.ca),
    ...pair('etcd/ca', credentials.etcdCA),
    ...pair('etcd/healthcheck-client', credentials.etcdHealthcheck),
    ...pair('etcd/peer', credentials.etcdPeer),
    ...pair('etcd/server', credentials.etcdServer),
    ...pair('front-proxy-ca', credentials.frontProxyCA),
    ...pair('front-proxy-client', credentials.frontProxyClient),
    '/etc/kubernetes/pki/sa.key': secret(serviceAccountKey),
    '/etc/kubernetes/pki/sa.pub': secret(publicKeyOf(serviceAccountKey) ?? ''),
    '/etc/kubernetes/admin.conf': admin,
    '/etc/kubernetes/super-admin.conf': kubeconfig('kubernetes-super-admin', credentials.admin),
    '/etc/kubernetes/controller-manager.conf': kubeconfig(
      'system:kube-controller-manager',
      credentials.controllerManager,
    ),
    '/etc/kubernetes/scheduler.conf': kubeconfig('system:kube-scheduler', credentials.scheduler),
    '/etc/kubernetes/kubelet.conf': secret(
      pathKubeconfig(server, credentials.ca.certificate, `system:node:${hostname}`, KUBELET_CLIENT_PEM),
    ),
    '/root/.kube/config': admin,
    '/var/lib/etcd': directory(installed, 0o700),
    '/var/lib/etcd/member': directory(installed, 0o700),
    ...Object.fromEntries(TRUST_STORES.map((path) => [path, directory(installed)])),
  };
}

/** Folders that the static pods mount with `DirectoryOrCreate`. */
const TRUST_STORES = [
  '/etc/ssl/certs',
  '/etc/ca-certificates',
  '/usr/local/share/ca-certificates',
  '/usr/share/ca-certificates',
] as const;
