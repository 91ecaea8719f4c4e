import { textAt } from '../../config/effective.ts';
import type { StartContext } from './context.ts';

/**
 * The error of a kubelet whose container runtime does not answer; null when it does.
 * Models PreInitRuntimeService in pkg/kubelet/kubelet.go, v1.36; the words are gRPC's.
 */
export function runtimeError({ config, host }: StartContext): string | null {
  const endpoint = textAt(config, 'containerRuntimeEndpoint');
  const path = endpoint.startsWith('unix://') ? endpoint.slice('unix://'.length) : endpoint;
  // /var/run is a link to /run, and kubeadm writes the long way.
  if (host.runtimeSockets.includes(path.replace(/^\/var\/run\//, '/run/'))) return null;
  return (
    `validate service connection: validate CRI v1 runtime API for endpoint "${endpoint}": ` +
    'rpc error: code = Unavailable desc = connection error: desc = ' +
    `"transport: Error while dialing: dial unix ${path}: connect: no such file or directory"`
  );
}
