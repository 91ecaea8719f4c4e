import type { HttpRequest } from '../kubelet/exchange.ts';
import { departure, walk } from '../kubelet/walk.ts';
import { traceOf } from './sendRequest.ts';
import type { RequestTrace } from './trace.ts';
import type { World } from './world.ts';

/**
 * What a node's kubelet answers the API server: its request dials the node's address with the certificate of
 * `--kubelet-client-certificate`, or none. Streams ask for their upgrade in `headers`. The world stays as it is.
 * Models pkg/kubelet/client/kubelet_client.go, v1.36.
 */
export function askAsApiServer(
  world: World,
  node: string,
  method: string,
  path: string,
  headers: HttpRequest['headers'] = [],
): RequestTrace {
  const certificate = world.cluster.kubeletClient?.certificate;
  const request: HttpRequest = {
    address: world.nodes[node]?.host.address ?? '',
    port: 10250,
    scheme: 'https',
    method,
    path,
    headers,
    ...(certificate === undefined ? {} : { certificate: { certificate, name: 'apiserver-kubelet-client.crt' } }),
  };
  return traceOf(walk(departure(world, node, request)), []);
}
