import { commandFailed, klogLine } from '../../config/klog.ts';
import type { LogLine } from '../../host/journal.ts';
import { DEFAULT_PLUGINS } from '../flags.data.ts';
import { ends, type Foreseen, type ProgramContext, raw, type SaidLine } from '../program.ts';
import { flagItems, flagText, type GivenFlags, readProgramFlags } from '../readFlags.ts';
import type { ApiServerSettings } from '../serverSettings.ts';
import { authenticationOf } from './authentication.ts';
import { authorizationModes } from './authorization.ts';
import { etcdError } from './etcdClient.ts';
import { kubeletClientOf } from './kubeletClient.ts';
import { serviceAccountKeyOf } from './serviceAccounts.ts';
import { servingOf } from './serving.ts';
import { validationErrors } from './validate.ts';

/** How long it takes until it serves, when etcd is there; ms. */
const START = 3000;
/** So long it waits for etcd. */
const PATIENCE = 20_000;

/**
 * What comes of a start of kube-apiserver: each check in the real order, so that only the first failing one speaks.
 * Models cmd/kube-apiserver/app/server.go and pkg/controlplane/apiserver/config.go, v1.36.
 */
export function startApiServer(context: ProgramContext): Foreseen {
  const read = readProgramFlags('kube-apiserver', context.argv);
  if (!read.ok) return ends(100, [], raw(read.error));
  const { flags } = read;
  const range = flagText(flags, 'service-cluster-ip-range');
  if (range !== '' && !/^[0-9a-fA-F.:]+\/\d+(,[0-9a-fA-F.:]+\/\d+)?$/.test(range)) {
    return ends(100, [], commandFailed('service-cluster-ip-range[0] is not a valid cidr'));
  }
  const said: SaidLine[] = [];
  const say = (after: number, ...lines: readonly LogLine[]): void => {
    said.push(...lines.map((line) => ({ after, line })));
  };
  const fail = (after: number, error: string): Foreseen => ends(after, said, commandFailed(error));

  say(0, klog('options.go:263', `external host was not specified, using ${advertised(flags, context.address)}`));
  const signing = serviceAccountKeyOf(flags, context.view);
  if (signing.signingError !== null) return fail(100, signing.signingError);
  const modes = authorizationModes(flags, context.view);
  const errors = validationErrors(flags, modes);
  if (errors.length > 0) return fail(100, errors.length === 1 ? errors.join('') : `[${errors.join(', ')}]`);
  const authentication = authenticationOf(flags, modes.modes, context.view);
  say(50, ...authentication.log);
  say(50, klog('server.go:150', `Version: ${context.version}`));
  say(
    50,
    klogLine('I', 'server.go:152', 'Golang settings', [
      ['GOGC', ''],
      ['GOMAXPROCS', ''],
      ['GOTRACEBACK', ''],
    ]),
  );

  const serving = servingOf(flags, context);
  if ('error' in serving) return fail(100, serving.error);
  const early =
    authentication.error ??
    signing.keyError ??
    fileError(flags, context, 'requestheader-client-ca-file') ??
    fileError(flags, context, 'token-auth-file') ??
    policyError(flags, context);
  if (early !== null) return fail(300, early);
  const storage = ['etcd-cafile', 'etcd-certfile', 'etcd-keyfile']
    .map((name) => fileError(flags, context, name))
    .find((error) => error !== null);
  if (storage !== undefined) return fail(300, `error creating storage factory: ${storage}`);
  say(300, klogLine('I', 'shared_informer.go:381', 'Waiting for caches to sync', [['controller', 'node_authorizer']]));
  const etcd = etcdError(flags, context);
  const etcdAt =
    context.etcd === null ? Number.POSITIVE_INFINITY : Math.max(0, context.etcd.readyAt - context.now) + 1000;
  if (etcd !== null || etcdAt > PATIENCE) {
    const error = etcd ?? refused(flags);
    for (const after of [400, 1400, 2800, 5200, 9300, 16_000]) say(after, ...grpcLine(flags, error));
    return fail(PATIENCE, 'error creating storage factory: context deadline exceeded');
  }
  const late = Math.max(500, etcdAt);
  const kubelet = kubeletClientOf(flags, context.view);
  if ('error' in kubelet) return fail(late, `problem initializing API group "": ${kubelet.error}`);
  const proxy =
    fileError(flags, context, 'proxy-client-cert-file') ?? fileError(flags, context, 'proxy-client-key-file');
  if (proxy !== null) return fail(late + 200, proxy);

  const readyAfter = Math.max(START, etcdAt + 1000);
  const { port, bind } = serving;
  say(late, klog('plugins.go:157', `Loaded ${plugins(flags).length} admission controller(s) successfully`));
  say(readyAfter - 1000, ...servingLines(flags, bind, port));
  say(
    readyAfter,
    klog('storage_scheduling.go:153', 'all system priority classes are created successfully or already exist.'),
  );
  const cluster: ApiServerSettings = {
    endpoint: `${bind === '0.0.0.0' || bind === '::' ? context.address : bind}:${port}`,
    authorizationModes: modes.modes,
    serviceAccountKey: signing.pair,
    clientCA: authentication.clientCA,
    anonymousAuth: authentication.anonymous,
    ...(authentication.paths === null ? {} : { anonymousPaths: authentication.paths }),
    admissionPlugins: plugins(flags).filter((plugin) => !DEFAULT_PLUGINS.includes(plugin)),
    serving: { certificate: serving.certificate },
    ...kubelet.settings,
  };
  return {
    readyAfter,
    endsAfter: null,
    exitCode: 0,
    said,
    settings: { ports: [`${bind === '::' ? '0.0.0.0' : bind}:${port}`], cluster },
  };
}

function klog(source: string, text: string): LogLine {
  return { level: 'I', source, text };
}

function advertised(flags: GivenFlags, address: string): string {
  return flagText(flags, 'advertise-address', address);
}

/** Why a file that a flag names cannot be read; null when it can, or none is named. */
function fileError(flags: GivenFlags, { view }: ProgramContext, flag: string): string | null {
  const path = flagText(flags, flag);
  if (path === '') return null;
  const file = view(path);
  return 'error' in file ? file.error : null;
}

function policyError(flags: GivenFlags, context: ProgramContext): string | null {
  const encryption = fileError(flags, context, 'encryption-provider-config');
  if (encryption !== null) {
    const path = flagText(flags, 'encryption-provider-config');
    return `error while parsing file: error while loading file: error reading encryption provider configuration file "${path}": ${encryption}`;
  }
  const audit = fileError(flags, context, 'audit-policy-file');
  if (audit === null) return null;
  return `loading audit policy file: failed to read file path "${flagText(flags, 'audit-policy-file')}": ${audit}`;
}

/** Plugins in force: those that are on by default and those enabled, without those disabled. */
function plugins(flags: GivenFlags): readonly string[] {
  const off = flagItems(flags, 'disable-admission-plugins');
  return [...new Set([...DEFAULT_PLUGINS, ...flagItems(flags, 'enable-admission-plugins')])].filter(
    (plugin) => plugin !== '' && !off.includes(plugin),
  );
}

function refused(flags: GivenFlags): string {
  const address = (flagItems(flags, 'etcd-servers')[0] ?? '').replace(/^https?:\/\//, '');
  return `transport: Error while dialing: dial tcp ${address}: connect: connection refused`;
}

function grpcLine(flags: GivenFlags, error: string): readonly LogLine[] {
  const address = (flagItems(flags, 'etcd-servers')[0] ?? '').replace(/^https?:\/\//, '');
  const text =
    `[core] [Channel #1 SubChannel #3] grpc: addrConn.createTransport failed to connect to {Addr: "${address}", ` +
    `ServerName: "${address}", }. Err: connection error: desc = "${error}"`;
  return [{ level: 'W', source: 'logging.go:55', text }];
}

function servingLines(flags: GivenFlags, bind: string, port: number): readonly LogLine[] {
  const controller = (source: string, name: string) => klogLine('I', source, 'Starting controller', [['name', name]]);
  const [proxyCA, clientCA] = [flagText(flags, 'requestheader-client-ca-file'), flagText(flags, 'client-ca-file')];
  const [certificate, key] = [flagText(flags, 'tls-cert-file'), flagText(flags, 'tls-private-key-file')];
  return [
    ...(proxyCA === '' ? [] : [controller('dynamic_cafile_content.go:161', `request-header::${proxyCA}`)]),
    ...(clientCA === '' ? [] : [controller('dynamic_cafile_content.go:161', `client-ca-bundle::${clientCA}`)]),
    controller('dynamic_serving_content.go:135', `serving-cert::${certificate}::${key}`),
    klog('secure_serving.go:214', `Serving securely on ${bind === '0.0.0.0' ? '[::]' : bind}:${port}`),
  ];
}
