import { uidOf } from '../../apiserver/uid.ts';
import { digest } from '../../host/containers/digest.ts';
import { isRunning, qosOf } from '../../host/containers/podStatus.ts';
import { containerId, type PodRuntime } from '../../host/containers/pods.ts';
import { containerUsage, nodeUsage, podUsage, sum, type Usage } from '../../host/containers/usage.ts';
import { MACHINE } from '../../host/machine.table.ts';
import { exposition, type Family, type Sample } from './exposition.ts';
import type { Handled, HandlerContext } from './handler.ts';
import { workload } from './workload.ts';

/** A cgroup with what it used. */
interface Group {
  readonly labels: Readonly<Record<string, string>>;
  readonly usage: Usage;
  readonly startedAt: number;
  readonly shares: number;
  readonly processes: number;
}

/**
 * `/metrics/cadvisor`: every cgroup from the root to the containers, and the machine. Figures are stand-ins (see
 * usage.ts), names and ids are the world's. Models the cAdvisor collectors in pkg/kubelet/server/server.go, v1.36.
 */
export function metricsCadvisor(context: HandlerContext): Handled {
  const groups = groupsOf(context);
  const at = context.world.now;
  const each = (value: (group: Group) => number): readonly Sample[] =>
    groups.map((group) => ({ labels: group.labels, value: value(group), at }));
  const cpu = groups.map(
    (group): Sample => ({ labels: { ...group.labels, cpu: 'total' }, value: group.usage.cpuSeconds, at }),
  );
  const families: readonly Family[] = [
    gauge(
      'cadvisor_version_info',
      "A metric with a constant '1' value labeled by kernel version, OS version, docker version, cadvisor version & cadvisor revision.",
      [
        {
          labels: {
            cadvisorRevision: '',
            cadvisorVersion: '',
            dockerVersion: '',
            kernelVersion: MACHINE.kernel,
            osVersion: MACHINE.system,
          },
          value: 1,
        },
      ],
    ),
    counter('container_cpu_usage_seconds_total', 'Cumulative cpu time consumed in seconds.', cpu),
    gauge(
      'container_last_seen',
      'Last time a container was seen by the exporter',
      each(() => Math.floor(at / 1000)),
    ),
    gauge(
      'container_memory_rss',
      'Size of RSS in bytes.',
      each(({ usage }) => usage.rssBytes),
    ),
    gauge(
      'container_memory_swap',
      'Container swap usage in bytes.',
      each(() => 0),
    ),
    gauge(
      'container_memory_usage_bytes',
      'Current memory usage in bytes, including all memory regardless of when it was accessed',
      each(({ usage }) => usage.memoryBytes),
    ),
    gauge(
      'container_memory_working_set_bytes',
      'Current working set in bytes.',
      each(({ usage }) => usage.workingSetBytes),
    ),
    counter(
      'container_oom_events_total',
      'Count of out of memory events observed for the container',
      each(() => 0),
    ),
    gauge(
      'container_processes',
      'Number of processes running inside the container.',
      each(({ processes }) => processes),
    ),
    gauge('container_scrape_error', '1 if there was an error while getting container metrics, 0 otherwise', [
      { value: 0 },
    ]),
    gauge(
      'container_spec_cpu_period',
      'CPU period of the container.',
      each(() => 100_000),
    ),
    gauge(
      'container_spec_cpu_shares',
      'CPU share of the container.',
      each(({ shares }) => shares),
    ),
    gauge(
      'container_start_time_seconds',
      'Start time of the container since unix epoch in seconds.',
      each(({ startedAt }) => Math.floor(startedAt / 1000)),
    ),
    ...machine(context),
  ];
  return { answer: exposition(families, context) };
}

function groupsOf(context: HandlerContext): readonly Group[] {
  const { world, node } = context;
  const { now } = world;
  const pods = workload(context).pods.filter((pod) => pod.containers.some(isRunning));
  const slice = (id: string, members: readonly PodRuntime[], shares: number): Group => ({
    labels: labels(id),
    usage: sum(members.map((pod) => podUsage(pod, now))),
    startedAt: node.host.bootedAt,
    shares,
    processes: 0,
  });
  const groups: Group[] = [
    { ...slice('/', pods, 1024), usage: nodeUsage(pods, node.host.bootedAt, now), processes: 74 },
    slice('/kubepods', pods, 2048),
    slice(
      '/kubepods/besteffort',
      pods.filter((pod) => qosOf(pod) === 'BestEffort'),
      2,
    ),
    slice(
      '/kubepods/burstable',
      pods.filter((pod) => qosOf(pod) === 'Burstable'),
      2,
    ),
  ];
  for (const pod of pods) groups.push(...podGroups(pod, now));
  return groups;
}

function podGroups(pod: PodRuntime, now: number): readonly Group[] {
  const qos = qosOf(pod);
  const root = `/kubepods${qos === 'Guaranteed' ? '' : `/${qos.toLowerCase()}`}/pod${pod.uid}`;
  const own = { namespace: pod.namespace, pod: pod.name };
  const whole = {
    labels: labels(root, own),
    usage: podUsage(pod, now),
    startedAt: pod.startedAt,
    shares: 2,
    processes: 0,
  };
  const containers = pod.containers.filter(isRunning).map((container): Group => {
    const id = containerId(pod, container, container.life.restarts);
    const named = { ...own, container: container.name, image: container.image, name: id };
    return {
      labels: labels(`${root}/${id}`, named),
      usage: containerUsage(pod, container, now),
      startedAt: container.life.startedAt,
      shares: 2,
      processes: container.surroundings.processes.length,
    };
  });
  return [whole, ...containers];
}

function labels(id: string, named: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return { container: '', image: '', name: '', namespace: '', pod: '', ...named, id };
}

function machine({ node }: HandlerContext): readonly Family[] {
  const { hostname, bootedAt } = node.host;
  const ids = {
    boot_id: uidOf(`boot ${hostname} ${bootedAt}`),
    machine_id: digest(`machine ${hostname}`, 32),
    system_uuid: digest(`machine ${hostname}`, 32),
  };
  const one = (value: number): readonly Sample[] => [{ labels: ids, value }];
  return [
    gauge('machine_cpu_cores', 'Number of logical CPU cores.', one(MACHINE.cores)),
    gauge('machine_cpu_physical_cores', 'Number of physical CPU cores.', one(MACHINE.cores)),
    gauge('machine_cpu_sockets', 'Number of CPU sockets.', one(1)),
    gauge('machine_memory_bytes', 'Amount of memory installed on the machine.', one(MACHINE.memoryBytes)),
    gauge('machine_scrape_error', '1 if there was an error while getting machine metrics, 0 otherwise.', [
      { value: 0 },
    ]),
    gauge('machine_swap_bytes', 'Amount of swap memory available on the machine.', one(0)),
  ];
}

function gauge(name: string, help: string, samples: readonly Sample[]): Family {
  return { name, type: 'gauge', help, samples };
}

function counter(name: string, help: string, samples: readonly Sample[]): Family {
  return { name, type: 'counter', help, samples };
}
