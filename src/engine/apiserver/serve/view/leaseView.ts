import type { JsonObject } from '../../../json.ts';
import { rfc3339 } from '../../../time.ts';
import type { World } from '../../../world/world.ts';
import { uidOf } from '../../uid.ts';

/** Kubelets renew their lease every ten seconds. */
const RENEWAL = 10_000;

/** The leases by which kubelets show that they live, in `kube-node-lease`. Models pkg/kubelet with component-helpers' lease controller, v1.36. */
export function nodeLeases(world: World): readonly JsonObject[] {
  const reports = Object.entries(world.cluster.reports ?? {}).sort(([left], [right]) => (left < right ? -1 : 1));
  return reports.map(([name, { since, until }]) => {
    const last = until ?? world.now;
    const renewed = since + Math.floor(Math.max(0, last - since) / RENEWAL) * RENEWAL;
    const owner = { apiVersion: 'v1', kind: 'Node', name, uid: uidOf(`node ${name}`) };
    return {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: {
        name,
        namespace: 'kube-node-lease',
        uid: uidOf(`lease ${name}`),
        resourceVersion: String(world.cluster.revision),
        creationTimestamp: rfc3339(since),
        ownerReferences: [owner],
      },
      spec: {
        holderIdentity: name,
        leaseDurationSeconds: 40,
        renewTime: rfc3339(renewed).replace('Z', '.000000Z'),
      },
    };
  });
}
