import { keyPairError } from '../pki/keyPair.ts';
import { rfc3339 } from '../time.ts';
import { ends, type Foreseen, isTaken, type ProgramContext, raw, type SaidLine } from './program.ts';

/** etcd's flags by name. Models server/etcdmain/help.go, v3.6. */
const FLAGS: ReadonlySet<string> = new Set(
  (
    'name data-dir wal-dir snapshot-count heartbeat-interval election-timeout initial-election-tick-advance listen-peer-urls ' +
    'listen-client-urls listen-client-http-urls max-snapshots max-wals quota-backend-bytes backend-batch-interval ' +
    'backend-batch-limit backend-bbolt-freelist-type max-txn-ops max-request-bytes max-concurrent-streams ' +
    'grpc-keepalive-min-time grpc-keepalive-interval grpc-keepalive-timeout socket-reuse-port socket-reuse-address ' +
    'memory-mlock raft-read-timeout raft-write-timeout initial-advertise-peer-urls initial-cluster initial-cluster-state ' +
    'initial-cluster-token advertise-client-urls discovery-endpoints discovery-token discovery-dial-timeout ' +
    'discovery-request-timeout discovery-keepalive-time discovery-keepalive-timeout discovery-insecure-transport ' +
    'discovery-insecure-skip-tls-verify discovery-cert discovery-key discovery-cacert discovery-user discovery-password ' +
    'discovery-fallback discovery-proxy discovery-srv discovery-srv-name strict-reconfig-check pre-vote ' +
    'auto-compaction-retention auto-compaction-mode v2-deprecation cert-file key-file client-cert-file client-key-file ' +
    'client-cert-auth client-crl-file client-cert-allowed-hostname trusted-ca-file auto-tls peer-cert-file peer-key-file ' +
    'peer-client-cert-file peer-client-key-file peer-client-cert-auth peer-trusted-ca-file peer-cert-allowed-cn ' +
    'peer-cert-allowed-hostname peer-auto-tls self-signed-cert-validity peer-crl-file cipher-suites cors host-whitelist ' +
    'tls-min-version tls-max-version peer-skip-client-san-verification auth-token bcrypt-cost auth-token-ttl enable-pprof ' +
    'metrics listen-metrics-urls logger log-outputs log-level log-format enable-log-rotation log-rotation-config-json ' +
    'warning-unary-request-duration enable-distributed-tracing distributed-tracing-address enable-grpc-gateway ' +
    'feature-gates corrupt-check-time compact-hash-check-time compaction-batch-limit compaction-sleep-interval ' +
    'downgrade-check-time bootstrap-defrag-threshold-megabytes warning-apply-duration max-learners snapshot-catchup-entries ' +
    'watch-progress-notify-interval force-new-cluster unsafe-no-fsync config-file version help'
  ).split(' '),
);

/** How long it takes until it serves; ms. */
const START = 1500;

/**
 * What comes of a start of etcd: its flags as Go's own flag package reads them, its certificates, its sockets.
 * Models server/etcdmain/{config,etcd}.go, v3.6.
 */
export function startEtcd(context: ProgramContext): Foreseen {
  const flags = new Map<string, string>();
  for (let at = 0; at < context.argv.length; at += 1) {
    const word = context.argv[at] ?? '';
    const parts = /^--?([^=-][^=]*)(?:=(.*))?$/s.exec(word);
    if (parts === null) {
      const said = [{ after: 50, line: raw(`'${word}' is not a valid flag`) }];
      return ends(50, said, raw(USAGE), 2);
    }
    const name = parts[1] ?? '';
    if (!FLAGS.has(name))
      return ends(50, [{ after: 50, line: raw(`flag provided but not defined: -${name}`) }], raw(USAGE), 2);
    const text = parts[2] ?? context.argv[at + 1] ?? '';
    if (parts[2] === undefined && !(context.argv[at + 1] ?? '').startsWith('-')) at += 1;
    flags.set(name, text);
  }
  const said: SaidLine[] = [{ after: 0, line: raw(json(context.now, 'info', 'etcdmain/etcd.go:64', 'Running: ')) }];
  const fatal = (error: string): Foreseen =>
    ends(200, said, raw(json(context.now + 200, 'fatal', 'etcdmain/etcd.go:183', 'discovery failed', error)));
  for (const prefix of ['', 'peer-']) {
    const [certificate, key] = [flags.get(`${prefix}cert-file`) ?? '', flags.get(`${prefix}key-file`) ?? ''];
    if (certificate === '' && key === '') continue;
    const [one, two] = [context.view(certificate), context.view(key)];
    if ('error' in one) return fatal(one.error);
    if ('error' in two) return fatal(two.error);
    const wrong = keyPairError(one.text, two.text);
    if (wrong !== null) return fatal(wrong);
    const authority = flags.get(`${prefix}trusted-ca-file`) ?? '';
    const ca = authority === '' ? null : context.view(authority);
    if (ca !== null && 'error' in ca) return fatal(ca.error);
  }
  const urls = ['listen-client-urls', 'listen-peer-urls', 'listen-metrics-urls'].flatMap((name) =>
    (flags.get(name) ?? '').split(',').filter((url) => url !== ''),
  );
  const ports = urls.map((url) => url.replace(/^https?:\/\//, '').replace(/\/$/, ''));
  const taken = ports.find((socket) => isTaken(socket, context.taken));
  if (taken !== undefined) return fatal(`listen tcp ${taken}: bind: address already in use`);
  const read = (name: string): string | null => {
    const path = flags.get(name) ?? '';
    const file = path === '' ? { error: '' } : context.view(path);
    return 'text' in file ? file.text : null;
  };
  const asks = flags.get('client-cert-auth') === 'true' || flags.get('client-cert-auth') === '';
  const secure = (flags.get('listen-client-urls') ?? '').includes('https://');
  return {
    readyAfter: START,
    endsAfter: null,
    exitCode: 0,
    said: [
      ...said,
      {
        after: START,
        line: raw(json(context.now + START, 'info', 'embed/serve.go:210', 'serving client traffic securely')),
      },
    ],
    settings: {
      ports,
      etcd: { serving: secure ? read('cert-file') : null, clientCA: asks ? read('trusted-ca-file') : null },
    },
  };
}

/** A line of zap's JSON, as etcd writes them. */
function json(at: number, level: string, caller: string, msg: string, error?: string): string {
  const ts = `${rfc3339(at).slice(0, -1)}.${String(at % 1000).padStart(3, '0')}000Z`;
  return JSON.stringify({ level, ts, caller, msg, ...(error === undefined ? {} : { error }) });
}

const USAGE = 'Usage:\n\n  etcd [flags]\n    Start an etcd server.';
