import type { LogsView } from '#session/view/logs.ts';

/** Logs that end at the kubelet's second question. */
export const FAKE_LOGS: LogsView = {
  targets: [{ id: 'default/web-node01/nginx', label: 'web-node01, nginx (default, on node01)', node: 'node01' }],
  target: 'default/web-node01/nginx',
  line: 'kubectl logs web-node01 -c nginx --tail=3',
  works: false,
  printed: 'error: You must be logged in to the server (the server has asked for the client to provide credentials)\n',
  exitCode: 1,
  hops: [
    {
      id: 'kubectl',
      title: 'kubectl to the API server',
      standing: 'passed',
      sentence: 'The API server takes the request, from kubernetes-admin.',
      causes: [],
    },
    {
      id: 'identity',
      title: 'The kubelet: who is asking?',
      standing: 'broken',
      sentence: 'The certificate was never asked for, and anonymous access is off: 401.',
      causes: [
        {
          kind: 'place',
          label: 'anonymous.enabled false, config.yaml line 4',
          place: { file: '/var/lib/kubelet/config.yaml', line: 4 },
        },
      ],
    },
    {
      id: 'rights',
      title: 'The kubelet: may they?',
      standing: 'not-reached',
      sentence: 'The request did not come this far.',
      causes: [],
    },
  ],
  verdict: 'The kubelet does not accept the API server: it is the API server that the kubelet does not know, not you.',
  next: 'Which CA does the kubelet check clients against?',
};
