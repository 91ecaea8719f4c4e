import { controlPlane, flagCauses } from '#engine/apiserver/serve/flagCause.ts';
import { callKubelet } from '#engine/world/apiServerCall.ts';
import type { World } from '#engine/world/world.ts';
import { causeViews } from '../screen/stages.ts';
import type { Misconception, Sighting } from './misconception.ts';

/** W14: the API server checks kubelets' certificates before they have any that it could trust. */
export const distrustedServing: Misconception = {
  id: 'W14',
  name: 'Checked before there is anything to check',
  rank: 1,
  detect({ world }) {
    if (world.cluster.kubeletCA === undefined || !world.cluster.reachable) return null;
    const failed = Object.values(world.nodes).flatMap(({ name, host, kubelet }) => {
      if (kubelet.process === null) return [];
      const { error } = callKubelet(world, { address: host.address, port: 10250, method: 'GET', path: '/healthz' });
      return error?.includes('x509') ? [{ name, error, signed: kubelet.process.serving.kind === 'approved' }] : [];
    });
    const [first] = failed;
    if (first === undefined) return null;
    const names = failed.map(({ name }) => name).join(', ');
    const signed = failed.find((one) => one.signed);
    if (signed !== undefined) return wrongAuthority(world, signed);
    return {
      done: 'kube-apiserver got --kubelet-certificate-authority, and kubelets still serve certificates that they signed themselves.',
      happens: `The API server breaks the handshake off with ${names}: ${first.error}. logs and exec fail there.`,
      causes: flagCauses(world, 'kubelet-certificate-authority').flatMap((cause) =>
        causeViews(cause, world, controlPlane(world)?.name ?? ''),
      ),
      levels: [
        'Who signed the certificate that the kubelet serves?',
        'The order matters: first serving certificates from the cluster on every node, then the check.',
        'serverTLSBootstrap: true on each node, restart, kubectl certificate approve its request; then the flag',
      ],
    };
  },
};

/** A kubelet serves what the cluster signed, and the file of the flag holds another authority. */
function wrongAuthority(world: World, { name, error }: { readonly name: string; readonly error: string }): Sighting {
  return {
    done: `kube-apiserver got --kubelet-certificate-authority with the certificate of an authority that did not sign what ${name} serves.`,
    happens: `The cluster’s CA signed it, and the API server measures it by another: ${error}. logs and exec fail there.`,
    causes: flagCauses(world, 'kubelet-certificate-authority').flatMap((cause) =>
      causeViews(cause, world, controlPlane(world)?.name ?? ''),
    ),
    levels: [
      'Who signed the certificate that the kubelet serves, and whose certificate is in that file?',
      'Requests for serving certificates are signed by the CA of the cluster.',
      '--kubelet-certificate-authority=/etc/kubernetes/pki/ca.crt',
    ],
  };
}
