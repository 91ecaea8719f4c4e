import { podObject } from '../../host/containers/podStatus.ts';
import { goJson } from './goJson.ts';
import type { Handled, HandlerContext } from './handler.ts';
import { json } from './reply.ts';
import { workload } from './workload.ts';

/**
 * `/pods`: every pod bound to the node with its whole spec, environment included; `items` is null when there is none.
 * Models getPods in pkg/kubelet/server/server.go, v1.36.
 */
export function pods(context: HandlerContext): Handled {
  const items = workload(context).pods.map((pod) => podObject(pod, context.node.host.address));
  return { answer: podList(items) };
}

/** A PodList as the codec writes it, with a line end. */
export function podList(items: readonly Parameters<typeof goJson>[0][]): ReturnType<typeof json> {
  const list = { kind: 'PodList', apiVersion: 'v1', metadata: {}, items: items.length === 0 ? null : items };
  return json(`${goJson(list)}\n`);
}
