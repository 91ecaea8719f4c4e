/**
 * Which of several wishes a kubelet follows, as plainly as the rules can be told: flags beat drop-ins, drop-ins the file,
 * later ones earlier ones; a zero in a file means "not set"; without a file the old, open defaults hold.
 */

/** A field, with its flag and what it is when nobody says anything. */
export interface NaiveField {
  readonly path: string;
  readonly flag: string;
  readonly values: readonly string[];
  readonly fallback: string;
  /** Without `--config`. */
  readonly legacy: string;
  /** What counts as not set in a file. */
  readonly zero: string | null;
}

const DURATIONS = ['0s', '30s', '1m0s', '5m0s'];
const SWITCH = ['true', 'false'];

function same(
  path: string,
  flag: string,
  values: readonly string[],
  fallback: string,
  zero: string | null = null,
): NaiveField {
  return { path, flag, values, fallback, legacy: fallback, zero };
}

export const FIELDS: readonly NaiveField[] = [
  { ...same('authentication.anonymous.enabled', 'anonymous-auth', SWITCH, 'false'), legacy: 'true' },
  { ...same('authentication.webhook.enabled', 'authentication-token-webhook', SWITCH, 'true'), legacy: 'false' },
  { ...same('authorization.mode', 'authorization-mode', ['Webhook', 'AlwaysAllow'], 'Webhook'), legacy: 'AlwaysAllow' },
  { ...same('readOnlyPort', 'read-only-port', ['0', '10255', '10300'], '0', '0'), legacy: '10255' },
  same('authentication.webhook.cacheTTL', 'authentication-token-webhook-cache-ttl', DURATIONS, '2m0s', '0s'),
  same(
    'authorization.webhook.cacheAuthorizedTTL',
    'authorization-webhook-cache-authorized-ttl',
    DURATIONS,
    '5m0s',
    '0s',
  ),
  same(
    'authorization.webhook.cacheUnauthorizedTTL',
    'authorization-webhook-cache-unauthorized-ttl',
    DURATIONS,
    '30s',
    '0s',
  ),
  same('streamingConnectionIdleTimeout', 'streaming-connection-idle-timeout', DURATIONS, '4h0m0s', '0s'),
  same('authentication.x509.clientCAFile', 'client-ca-file', ['/etc/a.crt', '/etc/b.crt'], ''),
  same('enableDebuggingHandlers', 'enable-debugging-handlers', SWITCH, 'true'),
  same('rotateCertificates', 'rotate-certificates', SWITCH, 'false'),
  same('serverTLSBootstrap', 'rotate-server-certificates', SWITCH, 'false'),
  same('protectKernelDefaults', 'protect-kernel-defaults', SWITCH, 'false'),
  same('makeIPTablesUtilChains', 'make-iptables-util-chains', SWITCH, 'true'),
  same('maxPods', 'max-pods', ['0', '50', '200'], '110', '0'),
  same('eventRecordQPS', 'event-qps', ['0', '5', '100'], '50'),
  same('healthzPort', 'healthz-port', ['0', '10248', '10260'], '10248'),
  same('address', 'address', ['127.0.0.1', '10.0.0.11', '0.0.0.0'], '0.0.0.0'),
];

export const GATES = ['CPUManagerPolicyAlphaOptions', 'MemoryQoS', 'PodAndContainerStatsFromCRI'];

/** What one source says, by path or gate. Null in a drop-in takes back what came before it. */
export type Says = Readonly<Record<string, string | null>>;

/** All that a kubelet is told. */
export interface Told {
  /** Null without `--config`. */
  readonly file: Says | null;
  /** In the order of their names; null without `--config-dir`. */
  readonly dropIns: readonly Says[] | null;
  /** In the order given. */
  readonly flags: readonly (readonly [name: string, value: string])[];
}

/** What is in force for a field. */
export function followNaively({ path, flag, fallback, legacy, zero }: NaiveField, told: Told): string {
  const given = told.flags.filter(([name]) => name === flag).at(-1);
  if (given !== undefined) return given[1];
  let value: string | null = told.file === null ? legacy : (told.file[path] ?? null);
  for (const dropIn of told.dropIns ?? []) {
    const said = dropIn[path];
    if (said !== undefined) value = said;
  }
  return value === null || value === zero ? fallback : value;
}

/** Whether a gate, off by default, is on. */
export function gateNaively(gate: string, { file, dropIns, flags }: Told): boolean {
  const given = flags.filter(([name, value]) => name === 'feature-gates' && value.startsWith(`${gate}=`)).at(-1);
  if (given !== undefined) return given[1].endsWith('=true');
  let value = file?.[gate] ?? null;
  for (const dropIn of dropIns ?? []) {
    const said = dropIn[gate];
    if (said !== undefined) value = said;
  }
  return value === 'true';
}
