import { TOKEN_PATTERN } from '#engine/apiserver/bootstrapToken.ts';
import { objectAt, objectsAt, textAt } from '#engine/apiserver/json.ts';
import { uidOf } from '#engine/apiserver/uid.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import type { JsonObject } from '#engine/json.ts';
import { decodeBase64, encodeBase64, utf8Bytes, utf8Text } from '#engine/pki/bytes.ts';
import { parseTime, rfc3339 } from '#engine/time.ts';
import type { CommandResult } from '../../command.ts';
import type { ClientConfig } from '../kubectl/client/clientConfig.ts';
import type { FlagValues } from '../kubectl/flags/parse.ts';
import { type Result, reasonOf } from '../kubectl/kubeError.ts';
import { ask, clientFrom, configMapData, textOfError } from './api.ts';
import { publicKeyHash } from './discovery.ts';
import { documentOf } from './kubeletConfig.ts';
import type { Machine } from './machine.ts';
import { shortSpan } from './span.ts';

const SECRETS = '/api/v1/namespaces/kube-system/secrets';
const WHOLE = String.raw`\A([a-z0-9]{6})\.([a-z0-9]{16})\z`;
const ID = String.raw`\A([a-z0-9]{6})\z`;
const ADMIN = '/etc/kubernetes/admin.conf';

/** A client by `--kubeconfig`, `$KUBECONFIG`, the home directory's file or `admin.conf`, the first that is there. */
function client(machine: Machine, flags: FlagValues): Result<ClientConfig> {
  const { KUBECONFIG = '', HOME = '/root' } = machine.context.environment;
  const listed = KUBECONFIG.split(':').filter((path) => path !== '');
  const given = flags.isSet('kubeconfig') ? [flags.text('kubeconfig')] : [...listed, ADMIN, `${HOME}/.kube/config`];
  return clientFrom(machine, given.find((path) => machine.read(path) !== null) ?? given[0] ?? ADMIN);
}

/** `kubeadm token create`. Models cmd/kubeadm/app/cmd/token.go and phases/bootstraptoken/node, v1.36. */
export function createToken(machine: Machine, parameters: readonly string[], flags: FlagValues): CommandResult {
  if (flags.isSet('config') || flags.isSet('certificate-key')) {
    return machine.notModelled('kubeadm token create with --config or --certificate-key');
  }
  const [given] = parameters;
  if (given !== undefined && !TOKEN_PATTERN.test(given)) {
    return machine.fail(`the bootstrap token ${goQuote(given)} was not of the form ${JSON.stringify(WHOLE)}`);
  }
  const usages = some(flags.list('usages'), USAGES);
  const groups = some(flags.list('groups'), ['system:bootstrappers:kubeadm:default-node-token']);
  const invalid = [...usageErrors(usages), ...groupErrors(usages, groups)];
  if (invalid.length > 0) return machine.fail(invalid.length === 1 ? invalid.join('') : `[${invalid.join(', ')}]`);
  const config = client(machine, flags);
  if (!config.ok) return machine.fail(`failed to load admin kubeconfig: ${textOfError(config.error)}`);
  const token = given ?? generated(machine);
  const seconds = Number(flags.isSet('ttl') ? flags.duration('ttl') / 1_000_000_000n : 86_400n);
  const secret = secretOf(machine, token, seconds, flags.text('description'), usages, groups);
  const name = textAt(objectAt(secret, 'metadata'), 'name');
  const query = [['timeout', '10s']] as const;
  const made = ask(machine, config.value, {
    method: 'POST',
    path: SECRETS,
    query,
    body: secret,
    resource: 'secrets',
    name,
  });
  if (!made.ok) {
    const id = token.slice(0, token.indexOf('.'));
    return reasonOf(made.error) === 'AlreadyExists'
      ? machine.fail(`a token with id ${goQuote(id)} already exists`)
      : machine.fail(
          `failed to create or update bootstrap token with name ${name}: unable to create *v1.Secret: ${textOfError(made.error)}`,
        );
  }
  if (!flags.on('print-join-command')) machine.print(token);
  else {
    const command = joinCommand(machine, config.value, token);
    if ('error' in command) return machine.fail(`failed to get join command: ${command.error}`);
    machine.print(command.line);
  }
  return machine.done();
}

const USAGES = ['signing', 'authentication'];
const GROUP = String.raw`\Asystem:bootstrappers:[a-z0-9:-]{0,255}[a-z0-9]\z`;

/** What was given, or what stands for nothing. */
function some(given: readonly string[], otherwise: readonly string[]): readonly string[] {
  return given.length === 0 ? otherwise : given;
}

function listed(texts: readonly string[]): string {
  return `[${texts.map((text) => goQuote(text)).join(',')}]`;
}

/** Models ValidateTokenUsages and ValidateTokenGroups in cmd/kubeadm/app/apis/kubeadm/validation, v1.36. */
function usageErrors(usages: readonly string[]): readonly string[] {
  const unknown = usages.filter((usage) => !USAGES.includes(usage)).sort();
  if (unknown.length === 0) return [];
  const why = `invalid bootstrap token usage string: ${unknown.join(',')}, valid usage options: ${USAGES.join(',')}`;
  return [`bootstrapTokens.0.usages: Invalid value: ${listed(usages)}: ${why}`];
}

function groupErrors(usages: readonly string[], groups: readonly string[]): readonly string[] {
  const wrong = (why: string) => `bootstrapTokens.0.groups: Invalid value: ${listed(groups)}: ${why}`;
  const unfit = groups.filter((group) => !/^system:bootstrappers:[a-z0-9:-]{0,255}[a-z0-9]$/.test(group));
  return [
    ...(usages.includes('authentication')
      ? []
      : [wrong('token groups cannot be specified unless --usages includes "authentication"')]),
    ...unfit.map((group) => wrong(`bootstrap group ${goQuote(group)} is invalid (must match ${GROUP})`)),
  ];
}

/** A token that follows from the moment, where the real one draws it. */
function generated(machine: Machine): string {
  const seed = `bootstrap token ${machine.world.now} ${machine.world.cluster.revision} ${machine.node}`;
  const digits = `${uidOf(seed)}${uidOf(`${seed} secret`)}`.replaceAll('-', '');
  const letters = Array.from({ length: 22 }, (_, index) =>
    (Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16) % 36).toString(36),
  ).join('');
  return `${letters.slice(0, 6)}.${letters.slice(6)}`;
}

export function generateToken(machine: Machine): CommandResult {
  machine.print(generated(machine));
  return machine.done();
}

function secretOf(
  machine: Machine,
  token: string,
  seconds: number,
  description: string,
  usages: readonly string[],
  groups: readonly string[],
): JsonObject {
  const [id = '', secret = ''] = token.split('.');
  const data = {
    ...(groups.length === 0 ? {} : { 'auth-extra-groups': groups.join(',') }),
    ...(description === '' ? {} : { description }),
    ...(seconds === 0 ? {} : { expiration: rfc3339(machine.world.now + seconds * 1000) }),
    'token-id': id,
    'token-secret': secret,
    ...Object.fromEntries(usages.map((usage) => [`usage-bootstrap-${usage}`, 'true'])),
  };
  const encoded = Object.entries(data).map(([key, value]) => [key, encodeBase64(utf8Bytes(value))] as const);
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: `bootstrap-token-${id}`, namespace: 'kube-system' },
    type: 'bootstrap.kubernetes.io/token',
    data: Object.fromEntries(encoded),
  };
}

/** The line that a new node is joined with, on one line. */
function joinCommand(
  machine: Machine,
  config: ClientConfig,
  token: string,
): { readonly line: string } | { readonly error: string } {
  const info = configMapData(machine, config, 'kube-public', 'cluster-info');
  if (!info.ok) return { error: textOfError(info.error) };
  const [cluster] = objectsAt(documentOf(textAt(info.value, 'kubeconfig')) ?? {}, 'clusters');
  const stanza = objectAt(cluster ?? {}, 'cluster');
  const server = textAt(stanza, 'server').replace(/^https:\/\//, '');
  const hash = publicKeyHash(decodeBase64(textAt(stanza, 'certificate-authority-data')) ?? '');
  return { line: `kubeadm join ${server} --token ${token} --discovery-token-ca-cert-hash ${hash} ` };
}

const FORMATS = [
  'go-template',
  'go-template-file',
  'json',
  'jsonpath',
  'jsonpath-as-json',
  'jsonpath-file',
  'kyaml',
  'template',
  'templatefile',
  'text',
  'yaml',
];

/** `kubeadm token list`. */
export function listTokens(machine: Machine, flags: FlagValues): CommandResult {
  const format = flags.text('output');
  if (!FORMATS.includes(format || 'text')) {
    const why = `unable to match a printer suitable for the output format ${goQuote(format)}`;
    return machine.fail(`could not construct output printer: ${why}, allowed formats are: ${FORMATS.join(',')}`);
  }
  if (format !== '' && format !== 'text') return machine.notModelled(`kubeadm token list -o ${format}`);
  const config = client(machine, flags);
  if (!config.ok) return machine.fail(`failed to load admin kubeconfig: ${textOfError(config.error)}`);
  const answer = ask(machine, config.value, {
    method: 'GET',
    path: SECRETS,
    query: [['fieldSelector', 'type=bootstrap.kubernetes.io/token']],
    resource: 'secrets',
  });
  if (!answer.ok) return machine.fail(`failed to list bootstrap tokens: ${textOfError(answer.error)}`);
  const secrets = objectsAt(answer.value.object, 'items').filter(
    (item) => textAt(item, 'type') === 'bootstrap.kubernetes.io/token',
  );
  secrets.forEach((secret, index) => {
    // Each token is laid out by itself; only the first has the headings over it.
    const rows = [...(index === 0 ? [HEADINGS] : []), rowOf(secret, machine.world.now)];
    machine.put(aligned(rows));
  });
  return machine.done();
}

const HEADINGS = ['TOKEN', 'TTL', 'EXPIRES', 'USAGES', 'DESCRIPTION', 'EXTRA GROUPS'];

function rowOf(secret: JsonObject, now: number): readonly string[] {
  const data = objectAt(secret, 'data');
  const text = (key: string) => utf8Text(decodeBase64(textAt(data, key)) ?? '') ?? '';
  const expiration = text('expiration');
  const usages = ['authentication', 'signing'].filter((usage) => text(`usage-bootstrap-${usage}`) === 'true');
  return [
    `${text('token-id')}.${text('token-secret')}`,
    (expiration === '' ? '<forever>' : shortSpan(parseTime(expiration) - now)).padEnd(9),
    expiration === '' ? '<never>' : expiration,
    (usages.join(',') || '<none>').padEnd(22),
    (text('description') || '<none>').padEnd(56),
    text('auth-extra-groups') || '<none>',
  ];
}

/** Columns of at least ten letters with three spaces between them. Models text/tabwriter. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(10, ...rows.map((row) => (row[column] ?? '').length + 3)));
  return rows
    .map(
      (row) =>
        `${row.map((cell, column) => (column < row.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell)).join('')}\n`,
    )
    .join('');
}

/** `kubeadm token delete`. */
export function deleteTokens(machine: Machine, parameters: readonly string[], flags: FlagValues): CommandResult {
  if (parameters.length === 0) {
    const forms = `${JSON.stringify(WHOLE)} or ${JSON.stringify(ID)}`;
    return machine.fail(`missing argument; 'token delete' is missing token of form ${forms}`);
  }
  const config = client(machine, flags);
  if (!config.ok) return machine.fail(`failed to load admin kubeconfig: ${textOfError(config.error)}`);
  for (const given of parameters) {
    const id = /^[a-z0-9]{6}$/.test(given) ? given : (TOKEN_PATTERN.exec(given)?.[1] ?? null);
    if (id === null)
      return machine.fail(`given token didn't match pattern ${JSON.stringify(WHOLE)} or ${JSON.stringify(ID)}`);
    const name = `bootstrap-token-${id}`;
    const gone = ask(machine, config.value, {
      method: 'DELETE',
      path: `${SECRETS}/${name}`,
      resource: 'secrets',
      name,
    });
    if (!gone.ok) return machine.fail(`failed to delete bootstrap token ${goQuote(id)}: ${textOfError(gone.error)}`);
    machine.print(`bootstrap token ${goQuote(id)} deleted`);
  }
  return machine.done();
}
