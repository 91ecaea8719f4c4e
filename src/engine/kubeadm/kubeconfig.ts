import { encodeBase64, utf8Bytes } from '../pki/bytes.ts';

/** Where the kubelet keeps its client certificate and key, in one file. */
export const KUBELET_CLIENT_PEM = '/var/lib/kubelet/pki/kubelet-client-current.pem';

/**
 * `/etc/kubernetes/kubelet.conf` as a kubelet writes it when it joins by a bootstrap token: the API server's CA inside,
 * its own certificate by path. `server` is a URL, `ca` PEM, `pem` where the kubelet keeps its certificate.
 * Models pkg/kubelet/certificate/bootstrap/bootstrap.go, v1.36.
 */
export function kubeletKubeconfig(server: string, ca: string, pem = KUBELET_CLIENT_PEM): string {
  return `apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: ${encodeBase64(utf8Bytes(ca))}
    server: ${server}
  name: default-cluster
contexts:
- context:
    cluster: default-cluster
    namespace: default
    user: default-auth
  name: default-context
current-context: default-context
kind: Config
users:
- name: default-auth
  user:
    client-certificate: ${pem}
    client-key: ${pem}
`;
}

/**
 * A kubeconfig of kubeadm's own with certificate and key inside (`admin.conf`, `scheduler.conf`). `server` is a URL, `ca` PEM.
 * Models cmd/kubeadm/app/util/kubeconfig/kubeconfig.go, v1.36.
 */
export function inlineKubeconfig(
  server: string,
  ca: string,
  user: string,
  pair: { readonly certificate: string; readonly privateKey: string },
): string {
  return kubeadmKubeconfig(server, ca, user, [
    `client-certificate-data: ${encodeBase64(utf8Bytes(pair.certificate))}`,
    `client-key-data: ${encodeBase64(utf8Bytes(pair.privateKey))}`,
  ]);
}

/** The control plane's own `kubelet.conf` once `kubelet-finalize` has made it point to the certificate that rotates. */
export function pathKubeconfig(server: string, ca: string, user: string, path: string): string {
  return kubeadmKubeconfig(server, ca, user, [`client-certificate: ${path}`, `client-key: ${path}`]);
}

/** `bootstrap-kubelet.conf`: how a joining kubelet asks for its first certificate. */
export function tokenKubeconfig(server: string, ca: string, token: string): string {
  return kubeadmKubeconfig(server, ca, 'tls-bootstrap-token-user', [`token: ${token}`]);
}

function kubeadmKubeconfig(server: string, ca: string, user: string, lines: readonly string[]): string {
  return `apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: ${encodeBase64(utf8Bytes(ca))}
    server: ${server}
  name: kubernetes
contexts:
- context:
    cluster: kubernetes
    user: ${user}
  name: ${user}@kubernetes
current-context: ${user}@kubernetes
kind: Config
users:
- name: ${user}
  user:
${lines.map((line) => `    ${line}\n`).join('')}`;
}
