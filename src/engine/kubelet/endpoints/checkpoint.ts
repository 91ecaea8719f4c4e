import { findPod } from '../../host/containers/pods.ts';
import { rfc3339 } from '../../time.ts';
import { goJson } from './goJson.ts';
import type { Handled, HandlerContext } from './handler.ts';
import { json, sniffed } from './reply.ts';
import { runningContainer } from './run.ts';
import { workload } from './workload.ts';

/**
 * `POST /checkpoint/{namespace}/{pod}/{container}`: the memory of a container, secrets and all, in a file of root's.
 * Models checkpoint in pkg/kubelet/server/server.go and CheckpointContainer in pkg/kubelet/kubelet.go, v1.36.
 */
export function checkpoint(context: HandlerContext): Handled {
  const { podNamespace = '', podID = '', containerName = '' } = context.route.parameters;
  const pod = findPod(workload(context), podNamespace, podID);
  if (pod === null) return { answer: sniffed(404, 'pod does not exist') };
  if (!pod.containers.some((one) => one.name === containerName)) {
    return { answer: sniffed(404, `container ${containerName} does not exist`) };
  }
  const timeout = context.query.get('timeout')?.at(-1);
  if (timeout !== undefined && !/^[+-]?\d{1,18}$/.test(timeout)) {
    return { answer: sniffed(404, 'cannot parse value of timeout parameter') };
  }
  const container = runningContainer(pod, '', containerName);
  if (container === null) {
    const which = `${podNamespace}/${podID}/${containerName}`;
    return { answer: sniffed(500, `checkpointing of ${which} failed (container ${containerName} not found)`) };
  }
  const root = context.process.config.flags['root-dir']?.text ?? '/var/lib/kubelet';
  const stamp = rfc3339(context.world.now);
  const path = `${root}/checkpoints/checkpoint-${podID}_${podNamespace}-${containerName}-${stamp}.tar`;
  const { environment, processes } = container.surroundings;
  const text = goJson({ spec: container.spec, environment, processes }, 2);
  return { answer: json(`{"items":["${path}"]}`), writes: [{ path, text: `${text}\n` }] };
}
