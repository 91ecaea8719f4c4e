import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import type { JsonObject } from '#engine/json.ts';
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
    const own = Object.values(evidence.world.cluster.objects).filter(
      (object) =>
        textAt(object, 'kind') === 'CertificateSigningRequest' &&
        textAt(objectAt(object, 'spec'), 'signerName') === 'kubernetes.io/kubelet-serving' &&
        textAt(objectAt(object, 'spec'), 'username') === `system:node:${node.name}`,
    );
    const answersOf = (object: JsonObject) => objectsAt(objectAt(object, 'status'), 'conditions');
    const pending = own
      .filter((object) => answersOf(object).length === 0)
      .map((object) => textAt(objectAt(object, 'metadata'), 'name'));
    const denied = own.findLast((object) => answersOf(object).some((answer) => textAt(answer, 'type') === 'Denied'));
    const refused = pending.length > 0 || denied === undefined ? null : textAt(objectAt(denied, 'metadata'), 'name');
    const setting = inForce(node.kubelet.process, 'serverTLSBootstrap');
    return {
      done: `serverTLSBootstrap is on, and the request for a serving certificate ${refused === null ? 'has not been approved' : 'was denied'}.`,
      happens:
        'The kubelet listens and has no certificate to show: every handshake at 10250 ends with the alert internal error, kubectl logs included.',
      causes: [
        ...(setting === null ? [] : [settingCause(setting, node.name)]),
        ...pending.map((name) => ({ kind: 'text', label: `CertificateSigningRequest ${name}, Pending` }) as const),
        ...(refused === null ? [] : [{ kind: 'text', label: `CertificateSigningRequest ${refused}, Denied` } as const]),
      ],
      levels: [
        'Where does a kubelet get its serving certificate from when it does not sign one itself?',
        `It has asked the cluster. ${refused === null ? 'Nobody approves serving certificates by themselves' : 'A request that was denied stays denied'}: kubectl get csr.`,
        refused === null
          ? `kubectl certificate approve ${pending[0] ?? 'NAME'}, after a look at who asks`
          : `systemctl restart kubelet, so that it asks anew; then approve that request, after a look at who asks`,
      ],
    };
  },
};
