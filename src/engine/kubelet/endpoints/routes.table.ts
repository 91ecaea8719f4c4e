import type { Listener } from '../process.ts';

type Role = Listener['role'];

/** When a pattern is installed. `setting` names a boolean field, `gate` a feature gate; all that are given must hold. */
export interface RouteRow {
  readonly pattern: string;
  readonly endpoint: string;
  readonly roles: readonly Role[];
  readonly debugging?: boolean;
  readonly setting?: { readonly path: string; readonly is: boolean };
  readonly gate?: string;
  /** Kubernetes minor that brought it. */
  readonly since?: number;
}

const EVERYWHERE = ['main', 'read-only', 'healthz'] as const;
const KUBELET = ['main', 'read-only'] as const;
const MAIN = ['main'] as const;
const READ_ONLY = ['read-only'] as const;

const DEBUGGING_PATHS = [
  '/run/',
  '/exec/',
  '/attach/',
  '/portForward/',
  '/containerLogs/',
  '/runningpods/',
  '/debug/pprof/',
  '/logs/',
] as const;

/** A web service is mounted at its path and below it. */
function service(path: string, endpoint: string, row: Omit<RouteRow, 'pattern' | 'endpoint'>): readonly RouteRow[] {
  return [
    { pattern: path, endpoint, ...row },
    { pattern: `${path}/`, endpoint, ...row },
  ];
}

/** Every pattern of the three servers. Models Install… in pkg/kubelet/server/server.go, v1.31 to v1.36. */
export const ROUTES: readonly RouteRow[] = [
  { pattern: '/healthz', endpoint: 'healthz', roles: EVERYWHERE },
  { pattern: '/healthz/ping', endpoint: 'healthzCheck', roles: EVERYWHERE },
  { pattern: '/healthz/log', endpoint: 'healthzCheck', roles: KUBELET },
  { pattern: '/healthz/syncloop', endpoint: 'healthzCheck', roles: KUBELET },
  { pattern: '/healthz/device-plugin', endpoint: 'healthzCheck', roles: KUBELET, since: 32 },
  ...service('/pods', 'pods', { roles: KUBELET }),
  { pattern: '/stats/', endpoint: 'stats', roles: KUBELET },
  { pattern: '/metrics', endpoint: 'metrics', roles: KUBELET },
  { pattern: '/metrics/cadvisor', endpoint: 'metrics/cadvisor', roles: KUBELET },
  { pattern: '/metrics/resource', endpoint: 'metrics/resource', roles: KUBELET },
  { pattern: '/metrics/probes', endpoint: 'metrics/probes', roles: KUBELET },
  { pattern: '/metrics/slis', endpoint: 'metrics/slis', roles: KUBELET },
  ...service('/run', 'run', { roles: MAIN, debugging: true }),
  ...service('/exec', 'exec', { roles: MAIN, debugging: true }),
  ...service('/attach', 'attach', { roles: MAIN, debugging: true }),
  ...service('/portForward', 'portForward', { roles: MAIN, debugging: true }),
  ...service('/containerLogs', 'containerLogs', { roles: MAIN, debugging: true }),
  { pattern: '/runningpods/', endpoint: 'runningpods', roles: MAIN, debugging: true },
  { pattern: '/configz', endpoint: 'configz', roles: MAIN, debugging: true },
  { pattern: '/checkpoint/', endpoint: 'checkpoint', roles: MAIN, debugging: true, gate: 'ContainerCheckpoint' },
  { pattern: '/flagz', endpoint: 'flagz', roles: MAIN, debugging: true, gate: 'ComponentFlagz', since: 33 },
  { pattern: '/statusz', endpoint: 'statusz', roles: MAIN, debugging: true, gate: 'ComponentStatusz', since: 33 },
  ...switched('/logs/', 'logs', 'enableSystemLogHandler'),
  ...switched('/debug/pprof/', 'pprof', 'enableProfilingHandler'),
  ...switched('/debug/flags/v', 'debugFlags', 'enableDebugFlagsHandler'),
  ...DEBUGGING_PATHS.flatMap((pattern): readonly RouteRow[] => [
    { pattern, endpoint: 'debuggingDisabled', roles: MAIN, debugging: false },
    { pattern, endpoint: 'debuggingDisabled', roles: READ_ONLY },
  ]),
];

/** An endpoint with a switch of its own: switched off it stays mounted and says so. */
function switched(pattern: string, endpoint: string, path: string): readonly RouteRow[] {
  return [
    { pattern, endpoint, roles: MAIN, debugging: true, setting: { path, is: true } },
    { pattern, endpoint: `${endpoint}Disabled`, roles: MAIN, debugging: true, setting: { path, is: false } },
  ];
}
