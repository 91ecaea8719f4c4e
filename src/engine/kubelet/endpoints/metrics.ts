import { gateSpec } from '../../config/gates/gates.ts';
import { isRunning } from '../../host/containers/podStatus.ts';
import type { Release } from '../../versions/release.ts';
import type { KubeletProcess } from '../process.ts';
import { exposition, type Family, type Sample, written } from './exposition.ts';
import type { Handled, HandlerContext } from './handler.ts';
import { workload } from './workload.ts';

const LONG_RUNNING = new Set(['exec', 'attach', 'portforward', 'debug']);

/**
 * `/metrics`: the kubelet about itself: what it serves, what it runs, who it is. Of the process's many figures only
 * those that follow from the world are given, and a few stand-ins. Models legacyregistry.Handler, v1.36.
 */
export function metrics(context: HandlerContext): Handled {
  const { process, node, release } = context;
  const pods = workload(context).pods;
  const running = pods.flatMap((pod) => pod.containers).filter(isRunning).length;
  const statics = pods.filter((pod) => pod.isStatic).length;
  const byKind: readonly Sample[] = [
    { labels: { static: '' }, value: pods.length - statics },
    { labels: { static: 'true' }, value: statics },
  ];
  const version = `v${process.version}`;
  const families: readonly Family[] = [
    ...served(context),
    gauge('go_goroutines', 'Number of goroutines that currently exist.', 150 + running * 4),
    gauge('go_info', 'Information about the Go environment.', 1, { version: release.traits.go }),
    gauge('go_threads', 'Number of OS threads created.', 12),
    {
      name: 'kubelet_active_pods',
      type: 'gauge',
      help: '[ALPHA] The number of pods the kubelet considers active and which are being considered when admitting new pods. static is true if the pod is not from the apiserver.',
      samples: byKind,
    },
    gauge('kubelet_cgroup_version', '[ALPHA] cgroup version on the hosts.', node.host.cgroup),
    {
      name: 'kubelet_desired_pods',
      type: 'gauge',
      help: '[ALPHA] The number of pods the kubelet is being instructed to run. static is true if the pod is not from the apiserver.',
      samples: byKind,
    },
    gauge(
      'kubelet_managed_ephemeral_containers',
      '[ALPHA] Current number of ephemeral containers in pods managed by this kubelet.',
      0,
    ),
    {
      name: 'kubelet_mirror_pods',
      type: 'gauge',
      help: '[ALPHA] The number of mirror pods the kubelet will try to create (one per admitted static pod)',
      samples: [{ value: process.client === null ? 0 : statics }],
    },
    gauge('kubelet_node_name', "[ALPHA] The node's name. The count is always 1.", 1, { node: process.nodeName }),
    {
      name: 'kubelet_running_containers',
      type: 'gauge',
      help: '[BETA] Number of containers currently running',
      samples: [{ labels: { container_state: 'running' }, value: running }],
    },
    gauge('kubelet_running_pods', '[BETA] Number of pods that have a running pod sandbox', pods.length),
    {
      name: 'kubernetes_build_info',
      type: 'gauge',
      help: "[ALPHA] A metric with a constant '1' value labeled by major, minor, git version, git commit, git tree state, build date, Go version, and compiler from which Kubernetes was built, and platform on which it is running.",
      samples: [
        {
          labels: {
            compiler: 'gc',
            git_tree_state: 'clean',
            git_version: version,
            go_version: release.traits.go,
            major: '1',
            minor: String(release.minor),
            platform: 'linux/amd64',
          },
          value: 1,
        },
      ],
    },
    gatesFamily(process.config.gates, release),
    processStart(process.startedAt),
    {
      name: 'rest_client_requests_total',
      type: 'counter',
      help: '[ALPHA] Number of HTTP requests, partitioned by status code, method, and host.',
      samples: [{ labels: { code: '200', host: hostOf(process.client?.server ?? ''), method: 'GET' }, value: 12 }],
    },
  ];
  return { answer: exposition(families, context) };
}

/**
 * When the process began, in seconds with two digits behind the point, as /proc has it. Registries of Kubernetes' own tell
 * its stability (`[ALPHA]`), Prometheus' collector on the main page does not.
 */
export function processStart(startedAt: number, stability = ''): Family {
  return gauge(
    'process_start_time_seconds',
    `${stability}Start time of the process since unix epoch in seconds.`,
    Math.floor(startedAt / 10) / 100,
  );
}

function served({ process }: HandlerContext): readonly Family[] {
  const samples = Object.entries(process.served).map(([key, value]): Sample => {
    const [method = '', server_type = '', path = ''] = key.split(' ');
    return { labels: { long_running: String(LONG_RUNNING.has(path)), method, path, server_type }, value };
  });
  const sorted = [...samples].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return [
    {
      name: 'kubelet_http_requests_total',
      type: 'counter',
      help: '[ALPHA] Number of the http requests received since the server started',
      samples: sorted,
    },
  ];
}

type Gates = KubeletProcess['config']['gates'];

const gateFamilies = new WeakMap<Gates, { readonly release: Release; readonly family: Family }>();

/** A sample for each gate; while nobody wishes anything, all kubelets of a release have the same. */
function gatesFamily(gates: Gates, release: Release): Family {
  const known = gateFamilies.get(gates);
  if (known?.release === release) return known.family;
  const family: Family = {
    name: 'kubernetes_feature_enabled',
    type: 'gauge',
    help: '[BETA] This metric records the data about the stage and enablement of a k8s feature.',
    samples: Object.entries(gates).map(([name, on]) => ({
      labels: { name, stage: stageOf(name, release) },
      value: on ? 1 : 0,
    })),
  };
  const told = { ...family, text: written(family) };
  gateFamilies.set(gates, { release, family: told });
  return told;
}

/** A gate's stage as the metric words it: nothing for GA. */
function stageOf(name: string, release: Release): string {
  const stage = gateSpec(name, release)?.stage ?? 'alpha';
  return stage === 'ga' ? '' : stage.toUpperCase();
}

function keyOf({ labels = {} }: Sample): string {
  return `${labels.long_running ?? ''} ${labels.method ?? ''} ${labels.path ?? ''} ${labels.server_type ?? ''}`;
}

function gauge(name: string, help: string, value: number, labels?: Readonly<Record<string, string>>): Family {
  return { name, type: 'gauge', help, samples: [labels === undefined ? { value } : { labels, value }] };
}

function hostOf(server: string): string {
  return server.replace(/^https?:\/\//, '').replace(/\/.*$/, '') || '127.0.0.1:6443';
}
