import { isRunning } from '../../host/containers/podStatus.ts';
import { containerUsage, nodeUsage, podUsage } from '../../host/containers/usage.ts';
import { exposition, type Family, type Sample } from './exposition.ts';
import type { Handled, HandlerContext } from './handler.ts';
import { processStart } from './metrics.ts';
import { sniffed } from './reply.ts';
import { workload } from './workload.ts';

const SWAP = /_swap_/;

/** `/metrics/resource`: what metrics-server reads. Models pkg/kubelet/metrics/collectors/resource_metrics.go, v1.36. */
export function metricsResource(context: HandlerContext): Handled {
  const { world, node } = context;
  const at = world.now;
  const pods = workload(context).pods.filter((pod) => pod.containers.some(isRunning));
  const all = nodeUsage(pods, node.host.bootedAt, at);
  const containers = pods.flatMap((pod) =>
    pod.containers.filter(isRunning).map((container) => ({
      labels: { container: container.name, namespace: pod.namespace, pod: pod.name },
      usage: containerUsage(pod, container, at),
      startedAt: container.life.startedAt,
    })),
  );
  const perPod = pods.map((pod) => ({ labels: { namespace: pod.namespace, pod: pod.name }, usage: podUsage(pod, at) }));
  const each = <T extends { labels: Readonly<Record<string, string>> }>(
    rows: readonly T[],
    value: (row: T) => number,
  ): readonly Sample[] => rows.map((row) => ({ labels: row.labels, value: value(row), at }));
  const families: readonly Family[] = [
    family(
      'container_cpu_usage_seconds_total',
      'counter',
      '[STABLE] Cumulative cpu time consumed by the container in core-seconds',
      each(containers, (one) => one.usage.cpuSeconds),
    ),
    family(
      'container_memory_working_set_bytes',
      'gauge',
      '[STABLE] Current working set of the container in bytes',
      each(containers, (one) => one.usage.workingSetBytes),
    ),
    family(
      'container_start_time_seconds',
      'gauge',
      '[STABLE] Start time of the container since unix epoch in seconds',
      each(containers, (one) => one.startedAt / 1000),
    ),
    family(
      'container_swap_usage_bytes',
      'gauge',
      '[ALPHA] Current amount of the container swap usage in bytes. Reported only on non-windows systems',
      each(containers, () => 0),
    ),
    family(
      'node_cpu_usage_seconds_total',
      'counter',
      '[STABLE] Cumulative cpu time consumed by the node in core-seconds',
      [{ value: all.cpuSeconds, at }],
    ),
    family('node_memory_working_set_bytes', 'gauge', '[STABLE] Current working set of the node in bytes', [
      { value: all.workingSetBytes, at },
    ]),
    family(
      'node_swap_usage_bytes',
      'gauge',
      '[ALPHA] Current swap usage of the node in bytes. Reported only on non-windows systems',
      [{ value: 0, at }],
    ),
    family(
      'pod_cpu_usage_seconds_total',
      'counter',
      '[STABLE] Cumulative cpu time consumed by the pod in core-seconds',
      each(perPod, (one) => one.usage.cpuSeconds),
    ),
    family(
      'pod_memory_working_set_bytes',
      'gauge',
      '[STABLE] Current working set of the pod in bytes',
      each(perPod, (one) => one.usage.workingSetBytes),
    ),
    family(
      'pod_swap_usage_bytes',
      'gauge',
      '[ALPHA] Current amount of the pod swap usage in bytes. Reported only on non-windows systems',
      each(perPod, () => 0),
    ),
    family(
      'resource_scrape_error',
      'gauge',
      '[STABLE] 1 if there was an error while getting container metrics, 0 otherwise',
      [{ value: 0 }],
    ),
    family('scrape_error', 'gauge', '[ALPHA] 1 if there was an error while getting container metrics, 0 otherwise', [
      { value: 0 },
    ]),
  ];
  return {
    answer: exposition(
      families.filter(({ name }) => context.release.traits.swapMetrics || !SWAP.test(name)),
      context,
    ),
  };
}

/** `/metrics/probes`: the process alone, as long as no probe's results are kept. Models pkg/kubelet/prober, v1.36. */
export function metricsProbes(context: HandlerContext): Handled {
  return { answer: exposition([processStart(context.process.startedAt, '[ALPHA] ')], context) };
}

/**
 * `/metrics/slis`: how the checks of `/healthz` went. They are there from the first time that anybody asked for the
 * health of a kubelet; we take it that somebody did when it came up. DELETE says that it empties them, which is not done
 * here. Models component-base/metrics/prometheus/slis, v1.36.
 */
export function metricsSlis(context: HandlerContext): Handled {
  const { process, release, request } = context;
  if (request.method === 'DELETE') return { answer: sniffed(200, 'metrics reset\n') };
  const names = [...release.traits.healthChecks].sort();
  const asked = Object.entries(process.served).filter(([key]) => key.endsWith(' healthz'));
  const times = 1 + asked.reduce((total, [, count]) => total + count, 0);
  return {
    answer: exposition(
      [
        family(
          'kubernetes_healthcheck',
          'gauge',
          '[STABLE] This metric records the result of a single healthcheck.',
          names.map((name) => ({ labels: { name, type: 'healthz' }, value: 1 })),
        ),
        family(
          'kubernetes_healthchecks_total',
          'counter',
          '[STABLE] This metric records the results of all healthcheck.',
          names.map((name) => ({ labels: { name, status: 'success', type: 'healthz' }, value: times })),
        ),
        processStart(process.startedAt, '[ALPHA] '),
      ],
      context,
    ),
  };
}

function family(name: string, type: Family['type'], help: string, samples: readonly Sample[]): Family {
  return { name, type, help, samples };
}
