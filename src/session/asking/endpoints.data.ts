/** An endpoint as a form offers it. `{container}` stands for `namespace/pod/container`, `{pod}` for `namespace/pod`. */
interface EndpointRow {
  readonly method: string;
  readonly path: string;
  readonly says: string;
  readonly common?: true;
}

/** What the kubelet serves, with what each does, in the order of what one meets first. */
export const ENDPOINTS: readonly { readonly title: string; readonly endpoints: readonly EndpointRow[] }[] = [
  {
    title: 'Pods and containers',
    endpoints: [
      {
        method: 'GET',
        path: '/pods',
        says: 'Every pod on the node with its whole spec, environment included.',
        common: true,
      },
      { method: 'GET', path: '/runningpods/', says: 'What the container runtime has running now.' },
      {
        method: 'GET',
        path: '/containerLogs/{container}',
        says: 'The log of a container, as kubectl logs reads it.',
        common: true,
      },
      {
        method: 'POST',
        path: '/run/{container}?cmd=id',
        says: 'Runs a command in a container and answers with its output.',
        common: true,
      },
      {
        method: 'POST',
        path: '/exec/{container}?command=id&output=1',
        says: 'A command with its streams, as kubectl exec opens it. Needs an upgraded connection.',
      },
      {
        method: 'POST',
        path: '/attach/{container}?output=1',
        says: 'The streams of a container’s main process. Needs an upgraded connection.',
      },
      {
        method: 'POST',
        path: '/portForward/{pod}',
        says: 'A tunnel to a port of a pod. Needs an upgraded connection.',
      },
      { method: 'POST', path: '/checkpoint/{container}', says: 'Writes the memory of a container to the node’s disk.' },
    ],
  },
  {
    title: 'Figures',
    endpoints: [
      { method: 'GET', path: '/metrics', says: 'The kubelet’s own figures.', common: true },
      { method: 'GET', path: '/metrics/cadvisor', says: 'Figures of every container, names and images among them.' },
      { method: 'GET', path: '/metrics/resource', says: 'Use of CPU and memory, as the metrics server reads it.' },
      { method: 'GET', path: '/metrics/probes', says: 'How probes went.' },
      { method: 'GET', path: '/metrics/slis', says: 'Health checks as figures.' },
      { method: 'GET', path: '/stats/summary', says: 'Use of CPU, memory, disk and network, pod by pod.' },
    ],
  },
  {
    title: 'The kubelet itself',
    endpoints: [
      { method: 'GET', path: '/healthz', says: 'Whether the kubelet is well: ok, or what is not.', common: true },
      { method: 'GET', path: '/configz', says: 'The configuration in force.', common: true },
      { method: 'GET', path: '/flagz', says: 'The flags it was started with, which are not what is in force.' },
      { method: 'GET', path: '/statusz', says: 'Its version and how long it runs.' },
    ],
  },
  {
    title: 'Debugging',
    endpoints: [
      { method: 'GET', path: '/logs/', says: 'The node’s /var/log.', common: true },
      { method: 'GET', path: '/debug/pprof/', says: 'Profiles of the kubelet’s own process.' },
      { method: 'GET', path: '/debug/pprof/cmdline?debug=1', says: 'The command line it was started with.' },
      { method: 'PUT', path: '/debug/flags/v', says: 'Sets how much the kubelet logs; the body is the number.' },
    ],
  },
];
