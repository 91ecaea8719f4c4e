/** One path of a go-restful web service: its template below the root, and what it does with methods and types. */
export interface ServicePath {
  /** Template from the root of the server; `{x}` takes one part, `{x:*}` all the rest. */
  readonly template: string;
  readonly methods: readonly string[];
  /** Types it can produce; none given means any. */
  readonly produces?: readonly string[];
}

const JSON_ONLY = ['application/json'] as const;
const STREAMS = ['GET', 'POST'] as const;

/** The web services by endpoint: what comes after authentication. All other endpoints are plain handlers. */
export const WEB_SERVICES: Readonly<Record<string, readonly ServicePath[]>> = {
  pods: [{ template: '/pods', methods: ['GET'], produces: JSON_ONLY }],
  stats: [{ template: '/stats/summary', methods: STREAMS, produces: JSON_ONLY }],
  runningpods: [{ template: '/runningpods', methods: ['GET'], produces: JSON_ONLY }],
  run: container('run', ['POST']),
  exec: container('exec', STREAMS),
  attach: container('attach', STREAMS),
  portForward: [
    { template: '/portForward/{podNamespace}/{podID}', methods: STREAMS },
    { template: '/portForward/{podNamespace}/{podID}/{uid}', methods: STREAMS },
  ],
  containerLogs: [{ template: '/containerLogs/{podNamespace}/{podID}/{containerName}', methods: ['GET'] }],
  checkpoint: [
    { template: '/checkpoint/{podNamespace}/{podID}/{containerName}', methods: ['POST'], produces: JSON_ONLY },
  ],
  logs: [
    { template: '/logs', methods: ['GET'] },
    { template: '/logs/{logpath:*}', methods: ['GET'] },
  ],
  pprof: [{ template: '/debug/pprof/{subpath:*}', methods: ['GET'] }],
};

function container(root: string, methods: readonly string[]): readonly ServicePath[] {
  return [
    { template: `/${root}/{podNamespace}/{podID}/{containerName}`, methods },
    { template: `/${root}/{podNamespace}/{podID}/{uid}/{containerName}`, methods },
  ];
}
