import { commandFailed, klogLine } from '../config/klog.ts';
import type { LogLine } from '../host/journal.ts';
import { readCertificates } from '../pki/certificate.ts';
import { keyPairError } from '../pki/keyPair.ts';
import { readPrivateKey } from '../pki/keys.ts';
import { ends, type Foreseen, isTaken, type ProgramContext, raw, type SaidLine } from './program.ts';
import { type FlaggedProgram, flagNumber, flagOn, flagText, type GivenFlags, readProgramFlags } from './readFlags.ts';
import type { ServerSettings } from './serverSettings.ts';

/** How long it takes until they serve; ms. */
const START = 2000;

/**
 * What comes of a start of kube-controller-manager. Without a pair of `--cluster-signing-cert-file` and `-key-file` it signs nothing.
 * Models cmd/kube-controller-manager/app/{controllermanager,certificates}.go, v1.36.
 */
export function startControllerManager(context: ProgramContext): Foreseen {
  return startController('kube-controller-manager', 10_257, context, (flags, fail) => {
    const read = reader(context, flags);
    const accountKey = read('service-account-private-key-file');
    if (accountKey !== null && 'error' in accountKey) {
      return fail(`error reading key for service account token controller: ${accountKey.error}`);
    }
    if (accountKey !== null && readPrivateKey(accountKey.text) === null) {
      const path = flagText(flags, 'service-account-private-key-file');
      return fail(
        `error reading key for service account token controller: error reading private key file ${path}: data does not contain a valid RSA or ECDSA private key`,
      );
    }
    const root = read('root-ca-file');
    if (root !== null && 'error' in root) {
      return fail(`error parsing root-ca-file at ${flagText(flags, 'root-ca-file')}: ${root.error}`);
    }
    const [certificate, key] = [read('cluster-signing-cert-file'), read('cluster-signing-key-file')];
    if (certificate === null || key === null) return {};
    const path = flagText(flags, 'cluster-signing-cert-file');
    const prefix = `failed to init kubernetes.io/kubelet-serving certificate controller: error reading CA cert file "${path}": `;
    if ('error' in certificate) return fail(prefix + certificate.error);
    if ('error' in key) return fail(prefix + key.error);
    const wrong = keyPairError(certificate.text, key.text);
    if (wrong !== null) return fail(prefix + wrong);
    return readCertificates(certificate.text).length === 0
      ? {}
      : { signer: { certificate: certificate.text, privateKey: key.text } };
  });
}

/** What comes of a start of kube-scheduler. Models cmd/kube-scheduler/app/server.go, v1.36. */
export function startScheduler(context: ProgramContext): Foreseen {
  return startController('kube-scheduler', 10_259, context, () => ({}));
}

type Own = Pick<ServerSettings, 'signer'> | Foreseen;

/** What both have in common: flags, kubeconfigs, the listener; then what is the program's own. */
function startController(
  program: FlaggedProgram,
  port: number,
  context: ProgramContext,
  own: (flags: GivenFlags, fail: (error: string) => Foreseen) => Own,
): Foreseen {
  const read = readProgramFlags(program, context.argv);
  if (!read.ok) {
    return ends(100, [{ after: 100, line: raw(`Usage:\n  ${program} [flags]\n`) }], raw(read.error));
  }
  const { flags } = read;
  const said: SaidLine[] = [
    { after: 0, line: { level: 'I', source: 'serving.go:411', text: 'Generated self-signed cert in-memory' } },
  ];
  const file = reader(context, flags);
  const early = kubeconfigError(file);
  if (early !== null) return ends(200, said, commandFailed(early));
  const bind = flagText(flags, 'bind-address', '0.0.0.0');
  const socket = `${bind === '::' ? '0.0.0.0' : bind}:${flagNumber(flags, 'secure-port', port)}`;
  if (isTaken(socket, context.taken)) {
    const error = `failed to create listener: failed to listen on ${socket}: listen tcp ${socket}: bind: address already in use`;
    return ends(200, said, commandFailed(error));
  }
  const source = program === 'kube-scheduler' ? 'server.go:176' : 'controllermanager.go:204';
  said.push({ after: 100, line: klogLine('I', source, 'Starting', [['version', context.version]]) });
  said.push({ after: 200, line: serving(socket) });
  const result = own(flags, (error) => {
    const shown: readonly LogLine[] = [
      klogLine('E', 'controllermanager.go:278', 'Error building controllers', [['err', error]]),
    ];
    return ends(500, [...said, ...shown.map((line) => ({ after: 500, line }))], commandFailed(error));
  });
  if ('exitCode' in result) return result;
  return {
    readyAfter: START,
    endsAfter: null,
    exitCode: 0,
    said,
    settings: { ports: [socket], ...leader(flags), ...result },
  };
}

function leader(flags: GivenFlags): Pick<ServerSettings, 'leads'> {
  return flagOn(flags, 'leader-elect', true) ? { leads: true } : {};
}

function serving(socket: string): LogLine {
  return { level: 'I', source: 'secure_serving.go:214', text: `Serving securely on ${socket}` };
}

/** A file that a flag names; null when it names none. */
function reader(
  context: ProgramContext,
  flags: GivenFlags,
): (flag: string) => ReturnType<ProgramContext['view']> | null {
  return (flag) => {
    const path = flagText(flags, flag);
    return path === '' ? null : context.view(path);
  };
}

function kubeconfigError(file: ReturnType<typeof reader>): string | null {
  const own = file('kubeconfig');
  if (own !== null && 'error' in own) return own.error.replace(/^open /, 'stat ');
  for (const what of ['authentication', 'authorization']) {
    const named = file(`${what}-kubeconfig`);
    if (named === null || !('error' in named)) continue;
    const error = named.error.replace(/^open /, 'stat ');
    return `failed to get delegated ${what} kubeconfig: failed to get delegated ${what} kubeconfig: ${error}`;
  }
  const ca = file('client-ca-file');
  return ca !== null && 'error' in ca ? `unable to load client CA provider: ${ca.error}` : null;
}
