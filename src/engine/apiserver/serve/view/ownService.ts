import type { JsonObject } from '../../../json.ts';
import type { World } from '../../../world/world.ts';

/**
 * What the API server keeps in `default` about itself: the service `kubernetes`, its endpoints and their slice; null for other kinds.
 * Models pkg/controlplane/controller/kubernetesservice, v1.36.
 */
export function ownObject({ cluster }: World, kind: string): JsonObject | null {
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
