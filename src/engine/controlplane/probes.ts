import { objectAt, textAt, valueAt } from '../apiserver/json.ts';
import { objects } from '../host/containers/podDefaults.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { ServerSettings } from './serverSettings.ts';

/** What is probed: the container, its node's address, and what its program serves with. */
export interface Probed {
  readonly container: JsonObject;
  readonly address: string;
  readonly settings: ServerSettings;
}

/**
 * Why a probe of a container that serves fails, as the kubelet words it; null when it succeeds or there is none. The kubelet
 * shows no credential, so an API server that lets nobody in anonymously fails its own probes.
 * Models pkg/kubelet/prober/prober.go and pkg/probe/http, v1.36.
 */
export function probeFailure(
  which: 'startupProbe' | 'livenessProbe' | 'readinessProbe',
  probed: Probed,
): string | null {
  const probe = valueAt(probed.container, which);
  const get = isObject(probe) ? valueAt(probe, 'httpGet') : null;
  if (!isObject(get)) return null;
  const port = portOf(valueAt(get, 'port'), probed.container);
  const host = textAt(get, 'host') || probed.address;
  const secure = textAt(get, 'scheme') === 'HTTPS';
  const path = textAt(get, 'path') || '/';
  const open = probed.settings.ports.some((socket) => [`${host}:${port}`, `0.0.0.0:${port}`].includes(socket));
  if (!open) {
    const url = `${secure ? 'https' : 'http'}://${host}:${port}${path}`;
    return `Get "${url}": dial tcp ${host}:${port}: connect: connection refused`;
  }
  const status = statusOf(path, secure, probed.settings);
  return status < 400 ? null : `HTTP probe failed with statuscode: ${status}`;
}

/** `port: probe-port` is the port of that name. */
function portOf(port: unknown, container: JsonObject): string {
  if (typeof port === 'number') return String(port);
  const named = objects(container.ports).find((one) => textAt(one, 'name') === port);
  return named === undefined ? String(port) : String(valueAt(named, 'containerPort'));
}

const HEALTH = ['/livez', '/readyz', '/healthz'];

function statusOf(path: string, secure: boolean, { cluster, etcd }: ServerSettings): number {
  if (cluster === undefined) return secure === (etcd === undefined) ? 200 : 400;
  if (!secure) return 400;
  const bare = path.replace(/\?.*$/, '');
  if (cluster.anonymousAuth === false) return 401;
  if (cluster.anonymousPaths !== undefined && !cluster.anonymousPaths.includes(bare)) return 401;
  const health = HEALTH.some((known) => bare === known || bare.startsWith(`${known}/`));
  // `system:public-info-viewer` opens them to everybody; without RBAC nobody asks for it.
  return health && cluster.authorizationModes.some((mode) => mode === 'RBAC') ? 200 : 403;
}

/**
 * When the kubelet kills a container whose probes fail from its start on, in ms after that; null when it does not. A startup
 * probe comes before the liveness probe. Models pkg/kubelet/prober/worker.go, v1.36.
 */
export function killedAfter(probed: Probed): number | null {
  for (const which of ['startupProbe', 'livenessProbe'] as const) {
    if (!isObject(valueAt(probed.container, which)) || probeFailure(which, probed) === null) continue;
    return patience(objectAt(probed.container, which));
  }
  return null;
}

/** How long a probe may fail from the start of its container on, in ms. */
export function patience(probe: JsonObject): number {
  const seconds = (key: string, fallback: number): number => {
    const value = valueAt(probe, key);
    return typeof value === 'number' && value >= 0 ? value : fallback;
  };
  const failures = Math.max(1, seconds('failureThreshold', 3)) - 1;
  return (seconds('initialDelaySeconds', 0) + failures * Math.max(1, seconds('periodSeconds', 10))) * 1000;
}
