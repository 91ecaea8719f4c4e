import { booleanAt, type EffectiveConfiguration, listAt, textAt } from '../../config/effective.ts';
import type { Host } from '../../host/host.ts';
import type { LogLine } from '../../host/journal.ts';
import type { Listener } from '../process.ts';
import { canonicalAddress, hostPort, isLocal, isWildcard } from './address.ts';
import { listenersOf } from './listeners.ts';

/** What came of opening the ports: the listeners that stand, or the error that ends the process. */
export type Binding =
  | { readonly ok: true; readonly listeners: readonly Listener[]; readonly log: readonly LogLine[] }
  | { readonly ok: false; readonly error: string; readonly exitCode: 1; readonly log: readonly LogLine[] };

/**
 * Opens a configuration's ports on a host. The main and the read-only port end the process when they fail (exit 1,
 * after the port of the other may already have opened); the healthz port only logs and is tried again every 5 s.
 * `unservable` says why the main port has nothing to serve with. Models ListenAndServeKubeletServer in pkg/kubelet/server/server.go and `run` in cmd/kubelet/app/server.go, v1.36.
 */
export function bindListeners(
  config: EffectiveConfiguration,
  host: Pick<Host, 'address' | 'takenPorts'>,
  unservable: string | null = null,
): Binding {
  const log: LogLine[] = [];
  const bound: Listener[] = [];
  let fatal: string | null = null;
  for (const listener of listenersOf(config)) {
    const failure = bindFailure(listener, bound, host);
    if (listener.role === 'healthz') {
      if (failure === null) bound.push(listener);
      else log.push(line('E', 'server.go:945', `"Failed to start healthz server" err="${failure}"`));
      continue;
    }
    log.push(...announcement(listener, config));
    const serving = listener.role === 'main' ? (http2Failure(config) ?? unservable) : null;
    if (failure === null) bound.push(listener);
    fatal ??= failure ?? serving;
  }
  if (fatal === null) return { ok: true, listeners: bound, log };
  const last = line('E', 'server.go:209', `"Failed to listen and serve" err="${fatal}"`);
  return { ok: false, error: `Failed to listen and serve: ${fatal}`, exitCode: 1, log: [...log, last] };
}

function announcement(listener: Listener, config: EffectiveConfiguration): readonly LogLine[] {
  const where = `address="${listener.address}" port=${listener.port}`;
  if (listener.role === 'read-only') return [line('I', 'server.go:231', `"Starting to listen read-only" ${where}`)];
  const start = line('I', 'server.go:193', `"Starting to listen" ${where}`);
  if (!booleanAt(config, 'enableDebuggingHandlers')) return [start];
  return [start, line('I', 'server.go:354', '"Adding debug handlers to kubelet server"')];
}

function bindFailure(
  listener: Listener,
  bound: readonly Listener[],
  host: Pick<Host, 'address' | 'takenPorts'>,
): string | null {
  const where = `listen tcp ${hostPort(listener.address, listener.port)}: bind: `;
  if (!isWildcard(listener.address) && !isLocal(listener.address, host.address)) {
    return `${where}cannot assign requested address`;
  }
  const taken = [...host.takenPorts.map(parseTaken), ...bound];
  const clash = taken.some((other) => other.port === listener.port && overlap(other.address, listener.address));
  return clash ? `${where}address already in use` : null;
}

function overlap(left: string, right: string): boolean {
  return isWildcard(left) || isWildcard(right) || canonicalAddress(left) === canonicalAddress(right);
}

/** A row of {@link Host.takenPorts}, `address:port`; `*` and nothing mean every address. */
export function parseTaken(text: string): { readonly address: string; readonly port: number } {
  const colon = text.lastIndexOf(':');
  const address = canonicalAddress(text.slice(0, Math.max(colon, 0)));
  return { address: address === '' || address === '*' ? '0.0.0.0' : address, port: Number(text.slice(colon + 1)) };
}

const REQUIRED = ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'];

/** Go refuses to offer HTTP/2 with a list of TLS 1.2 suites that lacks the one HTTP/2 demands. */
function http2Failure(config: EffectiveConfiguration): string | null {
  const suites = listAt(config, 'tlsCipherSuites');
  if (suites.length === 0 || textAt(config, 'tlsMinVersion') === 'VersionTLS13') return null;
  if (suites.some((suite) => REQUIRED.includes(suite))) return null;
  return `http2: TLSConfig.CipherSuites is missing an HTTP/2-required AES_128_GCM_SHA256 cipher (need at least one of ${REQUIRED.join(' or ')})`;
}

function line(level: LogLine['level'], source: string, text: string): LogLine {
  return { level, source, text };
}
