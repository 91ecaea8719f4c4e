import { textAt, textsAt, valueAt } from '#engine/apiserver/json.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import { type Files, isDirectory, readText } from '#engine/host/files.ts';
import type { JsonObject } from '#engine/json.ts';
import { decodeBase64 } from '#engine/pki/bytes.ts';
import { readBundle } from '#engine/pki/certificate.ts';
import { keyPairError } from '#engine/pki/keyPair.ts';
import { absolutePath } from '../../../paths.ts';
import type { FlagValues } from '../flags/parse.ts';
import { failed, plainError, type Result } from '../kubeError.ts';
import type { Kubeconfig, Stanza } from './kubeconfig.ts';

/** How kubectl reaches an API server, and as whom. */
export interface ClientConfig {
  /** `https://10.0.0.10:6443`, without a slash at its end. */
  readonly server: string;
  /** PEM of the authorities it trusts; null = those of the system. */
  readonly authority: string | null;
  readonly insecure: boolean;
  /** The name to check the server's certificate against, when it is not the server's host. */
  readonly serverName: string;
  readonly certificate: { readonly pem: string; readonly name: string } | null;
  readonly token: string;
  readonly basic: { readonly user: string; readonly password: string } | null;
  readonly impersonate: {
    readonly user: string;
    readonly uid: string;
    readonly groups: readonly string[];
    readonly extra: readonly (readonly [key: string, value: string])[];
  };
  /** The namespace of the context or the flag, `default` when neither says one. */
  readonly namespace: string;
  /** Whether `--namespace` said it. */
  readonly namespaceGiven: boolean;
}

/** Where kubectl looks for a server when nobody told it. */
const NOBODY = 'http://localhost:8080';

/** What reading the files that a kubeconfig names needs. */
interface Place {
  readonly files: Files;
  readonly workingDirectory: string;
}

/** A credential given inline or by a file. */
interface Material {
  readonly text: string | null;
  /** For the picture: the file, or where in the kubeconfig it stands. */
  readonly name: string;
  /** The file that cannot be opened, as written. */
  readonly missing: string;
}

/**
 * The namespace that flags and context choose. Asked for before anything else, and never wrong.
 * Models DirectClientConfig.Namespace in client-go/tools/clientcmd/client_config.go, v0.36.
 */
export function chosenNamespace(config: Kubeconfig, flags: FlagValues): string {
  const given = flags.text('namespace');
  if (given !== '') return given;
  const context = config.contexts.get(flags.text('context') || config.currentContext);
  return textAt(context?.value ?? {}, 'namespace') || 'default';
}

/**
 * What flags and kubeconfig make together; the errors are client-go's.
 * Models DirectClientConfig.ClientConfig and ConfirmUsable in client-go/tools/clientcmd, v0.36.
 */
export function clientConfig(config: Kubeconfig, flags: FlagValues, place: Place): Result<ClientConfig> {
  const contextName = flags.text('context') || config.currentContext;
  const context = config.contexts.get(contextName);
  if (context === undefined && contextName !== '') {
    return {
      ok: false,
      error: { kind: 'configuration', message: `context was not found for specified context: ${contextName}` },
    };
  }
  const userName = flags.globalText('user') || textAt(context?.value ?? {}, 'user');
  const clusterName = flags.text('cluster') || textAt(context?.value ?? {}, 'cluster');
  const user = config.users.get(userName);
  const cluster = config.clusters.get(clusterName);
  if (user === undefined && flags.globalText('user') !== '')
    return failed(`auth info ${goQuote(userName)} does not exist`);
  if (flags.isSet('request-timeout') && !/^\d+(ms|s|m|h)?$/.test(flags.text('request-timeout'))) {
    return failed(
      'Invalid timeout value. Timeout must be a single integer in seconds, or an integer followed by a corresponding time unit (e.g. 1s | 2m | 3h)',
    );
  }
  const read = new MaterialReader(place, flags);
  const authority = read.material(cluster, 'certificate-authority', 'certificate-authority', clusterName);
  const certificate = read.material(user, 'client-certificate', 'client-certificate', userName);
  const key = read.material(user, 'client-key', 'client-key', userName);
  const errors = [
    ...userErrors(userName, user?.value ?? {}, flags, certificate, key),
    ...clusterErrors(clusterName, cluster, flags, authority),
  ];
  const [first, ...more] = errors;
  if (first !== undefined) {
    return {
      ok: false,
      error:
        more.length === 0
          ? plainError(first)
          : { kind: 'configuration', message: `\n${errors.map((one) => `* ${one}\n`).join('')}` },
    };
  }
  const insecure =
    flags.on('insecure-skip-tls-verify') || valueAt(cluster?.value ?? {}, 'insecure-skip-tls-verify') === true;
  const trusted = flags.on('insecure-skip-tls-verify') && !flags.isSet('certificate-authority') ? null : authority.text;
  if (insecure && trusted !== null) {
    return failed('specifying a root certificates file with the insecure flag is not allowed');
  }
  const bundle = trusted === null ? null : readBundle(trusted);
  if (bundle !== null && !bundle.ok)
    return failed('unable to load root certificates: unable to parse bytes as PEM block');
  if (certificate.text !== null) {
    const unfit = keyPairError(certificate.text, key.text ?? '');
    if (unfit !== null) return failed(unfit);
  }
  const server = flags.text('server') || textAt(cluster?.value ?? {}, 'server') || NOBODY;
  return {
    ok: true,
    value: {
      server: (/^[a-z]+:\/\//i.test(server) ? server : `http://${server}`).replace(/\/+$/, ''),
      authority: trusted,
      insecure,
      serverName:
        flags.text('tls-server-name') ||
        (flags.text('server') === '' ? textAt(cluster?.value ?? {}, 'tls-server-name') : ''),
      certificate: certificate.text === null ? null : { pem: certificate.text, name: certificate.name },
      token: flags.text('token') || tokenOf(user, place),
      basic: basicOf(user?.value ?? {}, flags),
      impersonate: impersonation(user?.value ?? {}, flags),
      namespace: chosenNamespace(config, flags),
      namespaceGiven: flags.text('namespace') !== '',
    },
  };
}

/** Reads what `NAME-data` holds (it wins) or the file that `NAME` or its flag names. */
class MaterialReader {
  private readonly place: Place;
  private readonly flags: FlagValues;

  constructor(place: Place, flags: FlagValues) {
    this.place = place;
    this.flags = flags;
  }

  material(stanza: Stanza | undefined, key: string, flag: string, owner: string): Material {
    const given = this.flags.text(flag);
    if (given !== '') return this.file(absolutePath(this.place.workingDirectory, given), given);
    const data = decodeBase64(textAt(stanza?.value ?? {}, `${key}-data`).replace(/[\r\n]/g, '')) ?? '';
    if (data !== '') return { text: data, name: `${stanza?.file ?? ''} (${owner})`, missing: '' };
    const path = textAt(stanza?.value ?? {}, key);
    if (path === '') return { text: null, name: '', missing: '' };
    const folder = (stanza?.file ?? '/').replace(/\/[^/]*$/, '') || '/';
    const absolute = absolutePath(folder, path);
    return this.file(absolute, absolute);
  }

  private file(path: string, shown: string): Material {
    const text = readText(this.place.files, path);
    const missing = text === null && !isDirectory(this.place.files, path) ? shown : '';
    return { text: text ?? '', name: path, missing };
  }
}

function userErrors(
  name: string,
  user: JsonObject,
  flags: FlagValues,
  certificate: Material,
  key: Material,
): readonly string[] {
  const errors: string[] = [];
  const methods: string[] = [];
  if ((flags.text('token') || textAt(user, 'token')) !== '') methods.push('token');
  if (basicOf(user, flags) !== null) methods.push('basicAuth');
  if (certificate.text !== null) {
    if (twice(user, 'client-certificate') && !flags.isSet('client-certificate')) {
      errors.push(`client-cert-data and client-cert are both specified for ${name}. client-cert-data will override.`);
    }
    if (twice(user, 'client-key') && !flags.isSet('client-key')) {
      errors.push(`client-key-data and client-key are both specified for ${name}; client-key-data will override`);
    }
    if (key.text === null) {
      errors.push(
        `client-key-data or client-key must be specified for ${name} to use the clientCert authentication method.`,
      );
    }
    if (certificate.missing !== '') errors.push(unopened('client-cert', name, certificate.missing));
    if (key.missing !== '') errors.push(unopened('client-key', name, key.missing));
  }
  if (methods.length > 1) {
    errors.push(
      `more than one authentication method found for ${name}; found [${methods.join(' ')}], only one is allowed`,
    );
  }
  const { user: as, uid, groups, extra } = impersonation(user, flags);
  if (as === '' && (uid !== '' || groups.length > 0 || extra.length > 0)) {
    errors.push(`requesting uid, groups or user-extra for ${name} without impersonating a user`);
  }
  return errors;
}

function clusterErrors(
  name: string,
  cluster: Stanza | undefined,
  flags: FlagValues,
  authority: Material,
): readonly string[] {
  if (
    flags.text('server') === '' &&
    name !== '' &&
    textAt(cluster?.value ?? {}, 'server') === '' &&
    flags.isSet('cluster')
  ) {
    return [`no server found for cluster ${goQuote(name)}`];
  }
  const errors: string[] = [];
  if (twice(cluster?.value ?? {}, 'certificate-authority') && !flags.isSet('certificate-authority')) {
    errors.push(
      `certificate-authority-data and certificate-authority are both specified for ${name}. certificate-authority-data will override.`,
    );
  }
  if (authority.missing !== '' && !flags.on('insecure-skip-tls-verify')) {
    errors.push(unopened('certificate-authority', name, authority.missing));
  }
  return errors;
}

function twice(stanza: JsonObject, key: string): boolean {
  return textAt(stanza, key) !== '' && textAt(stanza, `${key}-data`) !== '';
}

function unopened(what: string, name: string, path: string): string {
  return `unable to read ${what} ${path} for ${name} due to open ${path}: no such file or directory`;
}

/** `token` wins over `tokenFile` on a restart of kubectl only when the file cannot be read. */
function tokenOf(user: Stanza | undefined, place: Place): string {
  const file = textAt(user?.value ?? {}, 'tokenFile');
  if (file !== '') {
    const folder = (user?.file ?? '/').replace(/\/[^/]*$/, '') || '/';
    const text = readText(place.files, absolutePath(folder, file));
    if (text !== null) return text.trim();
  }
  return textAt(user?.value ?? {}, 'token');
}

function basicOf(user: JsonObject, flags: FlagValues): ClientConfig['basic'] {
  const name = flags.text('username') || textAt(user, 'username');
  const password = flags.text('password') || textAt(user, 'password');
  return name === '' && password === '' ? null : { user: name, password };
}

function impersonation(user: JsonObject, flags: FlagValues): ClientConfig['impersonate'] {
  const groups = flags.list('as-group');
  return {
    user: flags.text('as') || textAt(user, 'as'),
    uid: flags.text('as-uid') || textAt(user, 'as-uid'),
    groups: groups.length > 0 ? groups : textsAt(user, 'as-groups'),
    extra: flags.list('as-user-extra').flatMap((text) => {
      const equals = text.indexOf('=');
      return equals <= 0 ? [] : [[text.slice(0, equals), text.slice(equals + 1)] as const];
    }),
  };
}
