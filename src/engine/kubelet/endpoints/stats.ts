import { isRunning } from '../../host/containers/podStatus.ts';
import type { PodRuntime } from '../../host/containers/pods.ts';
import { containerUsage, nodeUsage, podUsage, sum, type Usage } from '../../host/containers/usage.ts';
import { MACHINE } from '../../host/machine.table.ts';
import type { JsonObject } from '../../json.ts';
import { rfc3339 } from '../../time.ts';
import { goJson } from './goJson.ts';
import { type Handled, type HandlerContext, queryValue } from './handler.ts';
import { json } from './reply.ts';
import { workload } from './workload.ts';

/**
 * `/stats/summary`: usage of the node and of every pod, indented by one blank. `only_cpu_and_memory=true` leaves the
 * rest out. Figures are stand-ins (see usage.ts); names, uids and times are the world's.
 * Models pkg/kubelet/server/stats/{handler,summary}.go, v1.36.
 */
export function stats(context: HandlerContext): Handled {
  const { process, node, world } = context;
  const pods = workload(context).pods.filter((pod) => pod.containers.some(isRunning));
  const only = queryValue(context, 'only_cpu_and_memory');
  const whole = only !== 'true' && only !== '1';
  const time = rfc3339(world.now);
  const all = nodeUsage(pods, node.host.bootedAt, world.now);
  const pod = sum(pods.map((one) => podUsage(one, world.now)));
  const summary = {
    node: {
      nodeName: process.nodeName,
      systemContainers: [
        { name: 'pods', startTime: rfc3339(node.host.bootedAt), ...figures(pod, time, true) },
        { name: 'kubelet', startTime: rfc3339(process.startedAt), ...figures(kubelet(all), time, false) },
      ],
      startTime: rfc3339(node.host.bootedAt),
      ...figures(all, time, true),
      ...(whole
        ? { network: network(time, all), fs: disk(time), runtime: { imageFs: disk(time), containerFs: disk(time) } }
        : {}),
      ...(whole ? { rlimit: { time, maxpid: 32768, curproc: 120 + pods.length * 2 } } : {}),
    },
    pods: pods.map((one) => podStats(one, time, world.now, whole)),
  };
  return { answer: json(goJson(summary, 1)) };
}

function podStats(pod: PodRuntime, time: string, now: number, whole: boolean): JsonObject {
  const running = pod.containers.filter(isRunning);
  return {
    podRef: { name: pod.name, namespace: pod.namespace, uid: pod.uid },
    startTime: rfc3339(pod.startedAt),
    containers: running.map((one) => ({
      name: one.name,
      startTime: rfc3339(one.life.startedAt),
      ...figures(containerUsage(pod, one, now), time, false),
      ...(whole ? { rootfs: { ...disk(time), usedBytes: 20480 }, logs: { ...disk(time), usedBytes: 4096 } } : {}),
    })),
    ...figures(podUsage(pod, now), time, false),
    ...(whole ? { 'ephemeral-storage': { ...disk(time), usedBytes: 24576 * running.length } } : {}),
    process_stats: { process_count: running.length },
  };
}

function kubelet(all: Usage): Usage {
  return {
    ...all,
    cpuSeconds: all.cpuSeconds / 10,
    cpuNanoCores: Math.round(all.cpuNanoCores / 10),
    memoryBytes: 89_128_960,
    workingSetBytes: 62_914_560,
    rssBytes: 48_234_496,
  };
}

function figures(usage: Usage, time: string, limited: boolean): JsonObject {
  const available = limited ? { availableBytes: MACHINE.memoryBytes - usage.workingSetBytes } : {};
  return {
    cpu: { time, usageNanoCores: usage.cpuNanoCores, usageCoreNanoSeconds: Math.round(usage.cpuSeconds * 1e9) },
    memory: {
      time,
      ...available,
      usageBytes: usage.memoryBytes,
      workingSetBytes: usage.workingSetBytes,
      rssBytes: usage.rssBytes,
      pageFaults: 0,
      majorPageFaults: 0,
    },
    swap: { time, swapUsageBytes: 0 },
  };
}

function disk(time: string): JsonObject {
  return {
    time,
    availableBytes: MACHINE.diskBytes - MACHINE.diskUsedBytes,
    capacityBytes: MACHINE.diskBytes,
    usedBytes: MACHINE.diskUsedBytes,
    inodesFree: MACHINE.inodes - MACHINE.inodesUsed,
    inodes: MACHINE.inodes,
    inodesUsed: MACHINE.inodesUsed,
  };
}

function network(time: string, all: Usage): JsonObject {
  const traffic = {
    rxBytes: Math.round(all.cpuSeconds * 9000),
    rxErrors: 0,
    txBytes: Math.round(all.cpuSeconds * 4000),
    txErrors: 0,
  };
  return { time, name: 'eth0', ...traffic, interfaces: [{ name: 'eth0', ...traffic }] };
}
