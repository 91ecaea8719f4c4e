import { encodeBase64, utf8Bytes } from '../pki/bytes.ts';

/** Where the kubelet keeps its client certificate and key, in one file. */
export const KUBELET_CLIENT_PEM = '/var/lib/kubelet/pki/kubelet-client-current.pem';

/**
 * `/etc/kubernetes/kubelet.conf` as a kubelet writes it when it joins by a bootstrap token: the API server's CA inside,
 * its own certificate by path. `server` is a URL, `ca` PEM.
 * Models pkg/kubelet/certificate/bootstrap/bootstrap.go, v1.36.
 */
export function kubeletKubeconfig(server: string, ca: string): string {
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
    client-certificate: ${KUBELET_CLIENT_PEM}
    client-key: ${KUBELET_CLIENT_PEM}
`;
}
