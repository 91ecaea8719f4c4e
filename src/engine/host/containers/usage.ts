import { digestNumber } from './digest.ts';
import { isRunning } from './podStatus.ts';
import { type ContainerRuntime, containerId, type PodRuntime } from './pods.ts';

/** What something has used up to a moment. Nothing is measured: figures stand for names and grow with time. */
export interface Usage {
  readonly cpuSeconds: number;
  readonly cpuNanoCores: number;
  readonly memoryBytes: number;
  readonly workingSetBytes: number;
  readonly rssBytes: number;
}

const PAGE = 4096;

function usage(name: string, elapsed: number, weight: number): Usage {
  const seconds = Math.max(0, elapsed) / 1000;
  const share = (1 + digestNumber(name, 50)) * 0.0002 * weight;
  const memory = PAGE * (128 + digestNumber(`${name} memory`, 8192)) * weight;
  return {
    cpuSeconds: Math.round((0.03 + seconds * share) * 1e9) / 1e9,
    cpuNanoCores: Math.round(share * 1e9),
    memoryBytes: memory,
    workingSetBytes: memory - PAGE * 16,
    rssBytes: PAGE * Math.floor(memory / PAGE / 3),
  };
}

/** A container's usage; all zero while it does not run. */
export function containerUsage(pod: PodRuntime, container: ContainerRuntime, now: number): Usage {
  if (!isRunning(container)) return { cpuSeconds: 0, cpuNanoCores: 0, memoryBytes: 0, workingSetBytes: 0, rssBytes: 0 };
  return usage(containerId(pod, container, container.life.restarts), now - container.life.startedAt, 1);
}

/** A pod's usage: its containers' and its sandbox's. */
export function podUsage(pod: PodRuntime, now: number): Usage {
  const sandbox = usage(`sandbox ${pod.uid}`, now - pod.startedAt, 0.125);
  return sum([sandbox, ...pod.containers.map((one) => containerUsage(pod, one, now))]);
}

/** The node's usage: all pods and the system's own programs since the boot. */
export function nodeUsage(pods: readonly PodRuntime[], bootedAt: number, now: number): Usage {
  return sum([usage('system', now - bootedAt, 20), ...pods.map((pod) => podUsage(pod, now))]);
}

/** Several usages together. */
export function sum(parts: readonly Usage[]): Usage {
  const add = (pick: (one: Usage) => number): number => parts.reduce((total, one) => total + pick(one), 0);
  return {
    cpuSeconds: Math.round(add((one) => one.cpuSeconds) * 1e9) / 1e9,
    cpuNanoCores: add((one) => one.cpuNanoCores),
    memoryBytes: add((one) => one.memoryBytes),
    workingSetBytes: add((one) => one.workingSetBytes),
    rssBytes: add((one) => one.rssBytes),
  };
}
