import { isRunning } from '../../host/containers/podStatus.ts';
import type { Handled, HandlerContext } from './handler.ts';
import { podList } from './pods.ts';
import { workload } from './workload.ts';

/**
 * `/runningpods/`: what the runtime runs, which knows names and images only.
 * Models getRunningPods in pkg/kubelet/server/server.go and ToAPIPod in pkg/kubelet/container/runtime.go, v1.36.
 */
export function runningPods(context: HandlerContext): Handled {
  const items = workload(context).pods.map(({ name, namespace, uid, containers }) => {
    const running = containers.filter(isRunning);
    const specs = running.map((one) => ({ name: one.name, image: one.imageId, resources: {} }));
    return {
      metadata: { name, namespace, uid },
      spec: { containers: specs.length === 0 ? null : specs },
      status: {},
    };
  });
  return { answer: podList(items) };
}
