import { goQuote } from '#engine/config/go/quote.ts';
import { readText } from '#engine/host/files.ts';
import type { Json } from '#engine/json.ts';
import { encodeBase64, utf8Bytes } from '#engine/pki/bytes.ts';
import { absolutePath } from '../../../paths.ts';
import type { ListName } from '../client/kubeconfig.ts';
import { CONFIG_HELP } from '../help/config.data.ts';
import type { Invocation } from '../invocation.ts';
import type { Finish, Subcommand } from '../subcommand.ts';
import { configCommand, misread } from './contexts.ts';
import {
  changeFile,
  defaultFile,
  setStanza,
  startingConfig,
  storedPath,
  withFields,
  withStanza,
} from './kubeconfigFile.ts';

/** Commands about clusters and users. Models kubectl/pkg/cmd/config, v0.36. */
export const ENTRY_COMMANDS: readonly Subcommand[] = [
  configCommand('get-clusters', (invocation) => names(invocation, 'clusters')),
  configCommand('get-users', (invocation) => names(invocation, 'users')),
  configCommand('delete-cluster', (invocation) => remove(invocation, 'clusters', 'cluster')),
  configCommand('delete-user', (invocation) => remove(invocation, 'users', 'user')),
  configCommand('set-cluster', setCluster),
  configCommand('set-credentials', setCredentials),
];

function names(invocation: Invocation, list: ListName): Finish {
  const kubeconfig = startingConfig(invocation);
  if (!kubeconfig.ok) return invocation.fail(kubeconfig.error);
  invocation.print(
    `NAME\n${[...kubeconfig.value[list].keys()]
      .sort()
      .map((name) => `${name}\n`)
      .join('')}`,
  );
  return invocation.done();
}

function remove(invocation: Invocation, list: ListName, what: string): Finish {
  const [name] = invocation.parameters;
  if (name === undefined || invocation.parameters.length !== 1) {
    invocation.print(CONFIG_HELP[invocation.command] ?? '');
    return invocation.done();
  }
  const kubeconfig = startingConfig(invocation);
  if (!kubeconfig.ok) return invocation.fail(kubeconfig.error);
  const file = defaultFile(invocation);
  const stanza = kubeconfig.value[list].get(name);
  if (stanza === undefined) return invocation.fail(`cannot delete ${what} ${name}, not in ${file}`);
  changeFile(invocation, stanza.file, (config) => withStanza(config, list, name, null));
  invocation.print(`deleted ${what} ${name} from ${file}\n`);
  return invocation.done();
}

/** The fields that a path flag sets: the path, or with `--embed-certs` what the file holds. */
function materialFields(invocation: Invocation, flag: string, file: string): Record<string, Json> | { error: string } {
  const { flags } = invocation;
  if (!flags.isSet(flag)) return {};
  const typed = flags.text(flag);
  if (!flags.on('embed-certs') || typed === '')
    return { [flag]: storedPath(invocation, typed, file), [`${flag}-data`]: '' };
  const text = readText(invocation.files(), absolutePath(invocation.context.workingDirectory, typed));
  if (text === null) return { error: `could not stat ${flag} file ${typed}: stat ${typed}: no such file or directory` };
  return { [flag]: '', [`${flag}-data`]: encodeBase64(utf8Bytes(text)) };
}

function setCluster(invocation: Invocation): Finish {
  const { flags } = invocation;
  const name = onlyName(invocation);
  if (typeof name !== 'string') return name;
  const authority = materialFields(invocation, 'certificate-authority', fileOf(invocation, 'clusters', name));
  if (typeof authority.error === 'string') return invocation.fail(authority.error);
  const insecure = flags.isSet('insecure-skip-tls-verify')
    ? { 'insecure-skip-tls-verify': flags.on('insecure-skip-tls-verify') }
    : {};
  // Trusting anybody and trusting somebody exclude each other.
  const cleared = flags.on('insecure-skip-tls-verify')
    ? { 'certificate-authority': '', 'certificate-authority-data': '' }
    : {};
  const secured =
    flags.isSet('certificate-authority') && flags.text('certificate-authority') !== ''
      ? { 'insecure-skip-tls-verify': false }
      : {};
  return setEntry(invocation, 'clusters', name, `Cluster ${goQuote(name)} set.`, {
    ...given(invocation, ['server', 'tls-server-name', 'proxy-url']),
    ...insecure,
    ...cleared,
    ...secured,
    ...authority,
  });
}

function setCredentials(invocation: Invocation): Finish {
  const { flags } = invocation;
  const name = onlyName(invocation);
  if (typeof name !== 'string') return name;
  const methods = [
    ...(flags.text('token') === '' ? [] : ['--token']),
    ...(flags.text('username') === '' && flags.text('password') === '' ? [] : ['--username/--password']),
  ];
  if (methods.length > 1) {
    return invocation.fail(
      `you cannot specify more than one authentication method at the same time: ${methods.join(', ')}`,
    );
  }
  if (['auth-provider', 'exec-command'].some((flag) => flags.isSet(flag))) {
    return invocation.notModelled('a user who gets credentials from a program');
  }
  const file = fileOf(invocation, 'users', name);
  const certificate = materialFields(invocation, 'client-certificate', file);
  if (typeof certificate.error === 'string') return invocation.fail(certificate.error);
  const key = materialFields(invocation, 'client-key', file);
  if (typeof key.error === 'string') return invocation.fail(key.error);
  // A new way to say who one is takes the place of the other.
  const replaced =
    flags.text('token') !== '' ? { username: '', password: '' } : methods.length > 0 ? { token: '' } : {};
  return setEntry(invocation, 'users', name, `User ${goQuote(name)} set.`, {
    ...replaced,
    ...given(invocation, ['token', 'username', 'password']),
    ...certificate,
    ...key,
  });
}

function onlyName(invocation: Invocation): string | Finish {
  const [name] = invocation.parameters;
  if (name === undefined || invocation.parameters.length !== 1) {
    return misread(
      invocation,
      `${invocation.command.endsWith('set-credentials') ? 'unexpected' : 'Unexpected'} args: [${invocation.parameters.join(' ')}]`,
    );
  }
  return name;
}

function given({ flags }: Invocation, keys: readonly string[]): Record<string, Json> {
  return Object.fromEntries(keys.filter((key) => flags.isSet(key)).map((key) => [key, flags.text(key)]));
}

function fileOf(invocation: Invocation, list: ListName, name: string): string {
  const kubeconfig = startingConfig(invocation);
  return (kubeconfig.ok ? kubeconfig.value[list].get(name)?.file : undefined) ?? defaultFile(invocation);
}

function setEntry(
  invocation: Invocation,
  list: ListName,
  name: string,
  said: string,
  fields: Record<string, Json>,
): Finish {
  const kubeconfig = startingConfig(invocation);
  if (!kubeconfig.ok) return invocation.fail(kubeconfig.error);
  const old = kubeconfig.ok ? (kubeconfig.value[list].get(name)?.value ?? {}) : {};
  setStanza(invocation, list, name, withFields(old, fields));
  invocation.print(`${said}\n`);
  return invocation.done();
}
