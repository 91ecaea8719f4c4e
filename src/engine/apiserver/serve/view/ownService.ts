import type { JsonObject } from '../../../json.ts';
import type { World } from '../../../world/world.ts';

/**
 * What the API server keeps of its own accord: in `default` the service `kubernetes`, its endpoints and their slice, and the
 * priorities of system pods. Models pkg/controlplane/controller/kubernetesservice and pkg/registry/scheduling/rest, v1.36.
 */
export function ownObjects(world: World, kind: string): readonly JsonObject[] {
  if (kind === 'PriorityClass') return PRIORITIES;
  const own = ownObject(world, kind);
  return own === null ? [] : [own];
}

const PRIORITIES: readonly JsonObject[] = [
  priority('cluster', 2_000_000_000, 'run in the cluster, but can be moved to another node if necessary'),
  priority('node', 2_000_001_000, 'not be moved from their current node'),
];

function priority(what: string, value: number, must: string): JsonObject {
  return {
    metadata: { name: `system-${what}-critical`, generation: 1 },
    value,
    description: `Used for system critical pods that must ${must}.`,
    preemptionPolicy: 'PreemptLowerPriority',
  };
}

function ownObject({ cluster }: World, kind: string): JsonObject | null {
  const [ip = '', port = '6443'] = cluster.endpoint.split(':');
  const metadata = (labels: JsonObject): JsonObject => ({ name: 'kubernetes', namespace: 'default', labels });
  switch (kind) {
    case 'Service':
      return {
        metadata: metadata({ component: 'apiserver', provider: 'kubernetes' }),
        spec: {
          ports: [{ name: 'https', protocol: 'TCP', port: 443, targetPort: Number(port) }],
          clusterIP: '10.96.0.1',
          clusterIPs: ['10.96.0.1'],
          type: 'ClusterIP',
          sessionAffinity: 'None',
          ipFamilies: ['IPv4'],
          ipFamilyPolicy: 'SingleStack',
          internalTrafficPolicy: 'Cluster',
        },
        status: { loadBalancer: {} },
      };
    case 'Endpoints':
      return {
        metadata: metadata({ 'endpointslice.kubernetes.io/skip-mirror': 'true' }),
        subsets: [{ addresses: [{ ip }], ports: [{ name: 'https', port: Number(port), protocol: 'TCP' }] }],
      };
    case 'EndpointSlice':
      return {
        metadata: metadata({ 'kubernetes.io/service-name': 'kubernetes' }),
        addressType: 'IPv4',
        endpoints: [{ addresses: [ip], conditions: { ready: true } }],
        ports: [{ name: 'https', protocol: 'TCP', port: Number(port) }],
      };
    default:
      return null;
  }
}
