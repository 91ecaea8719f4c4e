import { isRisky } from '#engine/config/security.ts';
import type { Json } from '#engine/json.ts';
import type { SettingGroup } from '../view/configuration.ts';

/** What a value is to somebody who hardens nodes. `note` is harmless by itself, and still not as a hardened node has it. */
export interface Judgement {
  readonly verdict: 'fine' | 'risky' | 'note';
  readonly hardened: string;
  readonly why: string;
}

interface Rule {
  readonly level: 'risky' | 'note';
  readonly hardened: string;
  readonly why: string;
  /** Where the engine's table of fields has no opinion of its own. */
  readonly applies?: (value: Json) => boolean;
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** What is said of values that a hardened node would not have. A stock kubeadm node has notes, and no risk. */
const RULES: Readonly<Record<string, Rule>> = {
  'authentication.anonymous.enabled': {
    level: 'risky',
    hardened: 'false',
    why: 'Whoever reaches the port is taken for system:anonymous, instead of being sent away with 401.',
  },
  'authentication.x509.clientCAFile': {
    level: 'risky',
    hardened: 'the cluster’s CA',
    why: 'Without client CAs no certificate proves anything, the API server’s included.',
  },
  'authentication.webhook.enabled': {
    level: 'risky',
    hardened: 'true',
    why: 'Nobody checks tokens, so no ServiceAccount is told from a stranger.',
  },
  'authorization.mode': {
    level: 'risky',
    hardened: 'Webhook',
    why: 'AlwaysAllow asks nobody: whoever got in may do everything.',
  },
  readOnlyPort: {
    level: 'risky',
    hardened: '0',
    why: 'This port gives pods and figures to whoever reaches it, and never asks who that is.',
  },
  tlsMinVersion: {
    level: 'risky',
    hardened: 'VersionTLS12 or newer',
    why: 'TLS 1.0 and 1.1 are broken.',
    applies: (value) => value === 'VersionTLS10' || value === 'VersionTLS11',
  },
  healthzBindAddress: {
    level: 'note',
    hardened: '127.0.0.1',
    why: 'Health is told to the network, not to this node alone.',
    applies: (value) => typeof value === 'string' && !LOOPBACK.includes(value),
  },
  rotateCertificates: {
    level: 'note',
    hardened: 'true',
    why: 'The kubelet’s own client certificate is not renewed before it ends.',
  },
  streamingConnectionIdleTimeout: {
    level: 'note',
    hardened: '4h0m0s or less, not 0s',
    why: 'Idle exec and port-forward streams are never ended.',
    applies: (value) => value === '0s',
  },
  protectKernelDefaults: {
    level: 'note',
    hardened: 'true',
    why: 'The kubelet changes kernel settings that it needs, instead of refusing to start. kubeadm leaves it so.',
  },
  makeIPTablesUtilChains: {
    level: 'note',
    hardened: 'true',
    why: 'Somebody else has to keep the node’s iptables chains.',
  },
  enableProfilingHandler: {
    level: 'note',
    hardened: 'false',
    why: '/debug/pprof/ is served to those who may use nodes/proxy. Kubernetes leaves it so.',
  },
  enableDebugFlagsHandler: {
    level: 'note',
    hardened: 'false',
    why: '/debug/flags/v is served to those who may use nodes/proxy. Kubernetes leaves it so.',
  },
  seccompDefault: {
    level: 'note',
    hardened: 'true',
    why: 'Pods that name no seccomp profile run without one. Kubernetes leaves it so.',
  },
};

const FINE: Judgement = { verdict: 'fine', hardened: '', why: '' };

/** Judges a field's value. Fields that a hardened node has no opinion on are fine. */
export function judgeSetting(path: string, value: Json, version: string): Judgement {
  const rule = Object.hasOwn(RULES, path) ? RULES[path] : undefined;
  const deviates = rule?.applies?.(value) ?? isRisky(path, value, version);
  if (rule === undefined) return deviates ? { verdict: 'note', hardened: '', why: '' } : FINE;
  const { level, hardened, why } = rule;
  return deviates ? { verdict: level, hardened, why } : { ...FINE, hardened };
}

/** The settings that decide who gets in, in the order in which a request meets them. */
export const DECISIVE: readonly string[] = [
  'authentication.anonymous.enabled',
  'authentication.x509.clientCAFile',
  'authentication.webhook.enabled',
  'authorization.mode',
  'enableServer',
  'address',
  'port',
  'readOnlyPort',
  'healthzPort',
  'healthzBindAddress',
  'tlsCertFile',
  'tlsMinVersion',
  'serverTLSBootstrap',
  'rotateCertificates',
  'enableDebuggingHandlers',
  'staticPodPath',
];

const PORTS = new Set(['enableServer', 'address', 'port', 'readOnlyPort', 'healthzPort', 'healthzBindAddress']);
const TLS = new Set(['rotateCertificates', 'serverTLSBootstrap']);

/** Which part of the table a field belongs to. */
export function groupOf(path: string): SettingGroup {
  if (path.startsWith('authentication.')) return 'authentication';
  if (path.startsWith('authorization.')) return 'authorization';
  if (PORTS.has(path)) return 'ports';
  return path.startsWith('tls') || TLS.has(path) ? 'tls' : 'rest';
}

export const GROUPS: readonly SettingGroup[] = ['authentication', 'authorization', 'ports', 'tls', 'rest'];

/** Where a field stands in the table: by group, what decides first, then what bears on security, then Go's order. */
export function rankOf(path: string, security: boolean): number {
  const decisive = DECISIVE.indexOf(path);
  const within = decisive >= 0 ? decisive : security ? 100 : 200;
  return GROUPS.indexOf(groupOf(path)) * 1000 + within;
}
