import type { KubeletProcess, Listener } from '../process.ts';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE']);
const COMMON = ['healthz', 'pods', 'stats', 'metrics', 'metrics/cadvisor', 'metrics/probes', 'metrics/resource'];
const DEBUGGING = ['run', 'exec', 'attach', 'portForward', 'containerLogs', 'runningpods', 'logs'];
const AUTHORIZED = [...COMMON, ...DEBUGGING, 'configz', 'checkpoint', 'flagz', 'statusz', 'debug'];
const BUCKETS = {
  main: new Set(AUTHORIZED),
  disabled: new Set([...COMMON, ...DEBUGGING, 'pprof']),
} as const;

/**
 * The process after it has begun to serve one more request, whatever comes of it: the counter runs before the mux.
 * The healthz port counts nothing. Models Server.ServeHTTP in pkg/kubelet/server/server.go, v1.36.
 */
export function countServed(
  process: KubeletProcess,
  role: Listener['role'],
  method: string,
  path: string,
): KubeletProcess {
  if (role === 'healthz') return process;
  const debugging = role === 'main' && process.config.settings.enableDebuggingHandlers?.value === true;
  const root = rootOf(path);
  const bucket = BUCKETS[debugging ? 'main' : 'disabled'].has(root) ? root : 'other';
  const server = role === 'main' ? 'readwrite' : 'readonly';
  const key = `${METHODS.has(method) ? method : 'other'} ${server} ${bucket}`;
  return { ...process, served: { ...process.served, [key]: (process.served[key] ?? 0) + 1 } };
}

/** `/metrics/x` counts as `metrics/x`, all else by its first part. */
function rootOf(path: string): string {
  const [first = '', second] = path.slice(1).split('/', 2);
  return first === 'metrics' && second !== undefined ? `${first}/${second}` : first;
}
