import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import { homeOf, inForce, settingCause } from './evidence.ts';
import type { Misconception } from './misconception.ts';

/** W15: the kubelet asked for a serving certificate, and nobody said yes. */
export const pendingRequest: Misconception = {
  id: 'W15',
  name: 'Asked, and never approved',
  rank: 1,
  detect(evidence) {
    const node = homeOf(evidence);
    const serving = node?.kubelet.process?.serving;
    if (node === null || serving?.kind !== 'none' || serving.reason !== 'pending-csr') return null;
    const pending = Object.values(evidence.world.cluster.objects).flatMap((object) => {
      const open =
        textAt(object, 'kind') === 'CertificateSigningRequest' &&
        objectsAt(objectAt(object, 'status'), 'conditions').length === 0;
      const own = textAt(objectAt(object, 'spec'), 'username') === `system:node:${node.name}`;
      return open && own ? [textAt(objectAt(object, 'metadata'), 'name')] : [];
    });
    const setting = inForce(node.kubelet.process, 'serverTLSBootstrap');
    return {
      done: 'serverTLSBootstrap is on, and the request for a serving certificate has not been approved.',
      happens:
        'The kubelet listens and has no certificate to show: every handshake at 10250 ends with the alert internal error, kubectl logs included.',
      causes: [
        ...(setting === null ? [] : [settingCause(setting, node.name)]),
        ...pending.map((name) => ({ kind: 'text', label: `CertificateSigningRequest ${name}, Pending` }) as const),
      ],
      levels: [
        'Where does a kubelet get its serving certificate from when it does not sign one itself?',
        'It has asked the cluster. Nobody approves serving certificates by themselves: kubectl get csr.',
        `kubectl certificate approve ${pending[0] ?? 'NAME'}, after a look at who asks`,
      ],
    };
  },
};
