import { decodeBase64 } from '#engine/pki/bytes.ts';
import { type Certificate, readCertificates } from '#engine/pki/certificate.ts';
import { issueCertificate } from '#engine/pki/issue.ts';
import { readPrivateKey } from '#engine/pki/keys.ts';
import { clockText, monthName, utcParts } from '#engine/time.ts';
import type { CommandResult } from '../../command.ts';
import type { FlagValues } from '../kubectl/flags/parse.ts';
import { clientFrom, configMapData, textOfError } from './api.ts';
import type { Machine } from './machine.ts';
import { shortSpan } from './span.ts';
import { aligned } from './token.ts';
import { proxyWarning } from './upgradeNode.ts';

const DIRECTORY = '/etc/kubernetes/pki';
const YEAR = 365 * 86_400_000;
const ADMIN = '/etc/kubernetes/admin.conf';

/** A certificate that kubeadm looks after: its name, its authority, and how it calls it when it renews it. */
interface Managed {
  readonly name: string;
  readonly authority: string;
  readonly title: string;
}

const MANAGED: readonly Managed[] = [
  {
    name: 'admin.conf',
    authority: 'ca',
    title: 'certificate embedded in the kubeconfig file for the admin to use and for kubeadm itself',
  },
  { name: 'apiserver', authority: 'ca', title: 'certificate for serving the Kubernetes API' },
  { name: 'apiserver-etcd-client', authority: 'etcd-ca', title: 'certificate the apiserver uses to access etcd' },
  { name: 'apiserver-kubelet-client', authority: 'ca', title: 'certificate for the API server to connect to kubelet' },
  {
    name: 'controller-manager.conf',
    authority: 'ca',
    title: 'certificate embedded in the kubeconfig file for the controller manager to use',
  },
  {
    name: 'etcd-healthcheck-client',
    authority: 'etcd-ca',
    title: 'certificate for liveness probes to healthcheck etcd',
  },
  { name: 'etcd-peer', authority: 'etcd-ca', title: 'certificate for etcd nodes to communicate with each other' },
  { name: 'etcd-server', authority: 'etcd-ca', title: 'certificate for serving etcd' },
  { name: 'front-proxy-client', authority: 'front-proxy-ca', title: 'certificate for the front proxy client' },
  {
    name: 'scheduler.conf',
    authority: 'ca',
    title: 'certificate embedded in the kubeconfig file for the scheduler manager to use',
  },
  {
    name: 'super-admin.conf',
    authority: 'ca',
    title: 'certificate embedded in the kubeconfig file for the super-admin',
  },
];

const AUTHORITIES = ['ca', 'etcd-ca', 'front-proxy-ca'];

/** `kubeadm certs check-expiration`. Models cmd/kubeadm/app/cmd/certs.go, v1.36. */
export function checkExpiration(machine: Machine, flags: FlagValues): CommandResult {
  const format = flags.text('output');
  if (format !== '' && format !== 'text') return machine.notModelled(`kubeadm certs check-expiration -o ${format}`);
  const odd = ['cert-dir', 'config', 'kubeconfig'].find((name) => flags.isSet(name));
  if (odd !== undefined) return machine.notModelled(`kubeadm certs check-expiration --${odd}`);
  announced(machine, 'check-expiration');
  const foreign = foreignAuthority(machine);
  if (foreign !== null) return machine.fail(foreign);
  const { now } = machine.world;
  const cells = (name: string, leaf: Certificate | null) =>
    leaf === null ? [`!MISSING! ${name}`, '', ''] : [name, expiryText(leaf.notAfter), shortSpan(leaf.notAfter - now)];
  const rows = MANAGED.map(({ name, authority }) => {
    const leaf = certificateOf(machine, name);
    return [...cells(name, leaf), leaf === null ? '' : authority, leaf === null ? '' : LAST];
  });
  machine.put(
    aligned([['CERTIFICATE', 'EXPIRES', 'RESIDUAL TIME', 'CERTIFICATE AUTHORITY', 'EXTERNALLY MANAGED'], ...rows]),
  );
  machine.print('');
  const authorities = AUTHORITIES.map((name) => {
    const leaf = certificateOf(machine, name);
    return [...cells(name, leaf), leaf === null ? '' : externally(machine, name)];
  });
  machine.put(aligned([['CERTIFICATE AUTHORITY', 'EXPIRES', 'RESIDUAL TIME', 'EXTERNALLY MANAGED'], ...authorities]));
  return machine.done();
}

/** The last word of a row is padded; that of the headings is not. */
const LAST = 'no      ';

/** What a node says that has the cluster's CA and no key of it: a worker. */
function foreignAuthority(machine: Machine): string | null {
  const key = `${DIRECTORY}/apiserver.key`;
  const leads = machine.read(`${DIRECTORY}/ca.key`) !== null || machine.read(key) !== null;
  if (leads || machine.read(`${DIRECTORY}/ca.crt`) === null) return null;
  const why = `couldn't load the private key file ${key}: open ${key}: no such file or directory`;
  return `Error checking external CA condition for ca certificate authority: failure loading key for apiserver: ${why}`;
}

/** An authority without its key is managed elsewhere. */
function externally(machine: Machine, name: string): string {
  return machine.read(pathOf(name).replace(/\.crt$/, '.key')) === null ? 'yes     ' : LAST;
}

function announced(machine: Machine, prefix: string): void {
  const client = clientFrom(machine, ADMIN);
  if (!client.ok) return;
  machine.print(`[${prefix}] Reading configuration from the "kubeadm-config" ConfigMap in namespace "kube-system"...`);
  machine.print(
    `[${prefix}] Use 'kubeadm init phase upload-config kubeadm --config your-config-file' to re-upload it.`,
  );
  if (configMapData(machine, client.value, 'kube-system', 'kubeadm-config').ok) {
    const proxy = configMapData(machine, client.value, 'kube-system', 'kube-proxy');
    if (!proxy.ok) machine.warn('configset.go:77', proxyWarning(textOfError(proxy.error)));
  } else {
    machine.print(`[${prefix}] Error reading configuration from the Cluster. Falling back to default configuration`);
  }
  machine.print('');
}

/** `Nov 24, 2027 13:04 UTC` */
function expiryText(at: number): string {
  const { day, year } = utcParts(at);
  return `${monthName(at)} ${String(day).padStart(2, '0')}, ${year} ${clockText(at).slice(0, 5)} UTC`;
}

function pathOf(name: string): string {
  if (name.endsWith('.conf')) return `/etc/kubernetes/${name}`;
  return `${DIRECTORY}/${name.replace(/^etcd-/, 'etcd/')}.crt`;
}

function certificateOf(machine: Machine, name: string): Certificate | null {
  const text = machine.read(pathOf(name));
  if (text === null) return null;
  const data = /client-certificate-data: (\S+)/.exec(text)?.[1];
  const pem = name.endsWith('.conf') ? (decodeBase64(data ?? '') ?? '') : text;
  return readCertificates(pem)[0] ?? null;
}

/**
 * `kubeadm certs renew NAME` of one of the files below `pki/`: the same names and key, from now for a year. The real one makes a new
 * key. Nothing is restarted.
 */
export function renew(machine: Machine, name: string): CommandResult {
  const row = MANAGED.find((managed) => managed.name === name);
  if (row === undefined || name.endsWith('.conf')) return machine.notModelled(`kubeadm certs renew ${name}`);
  announced(machine, 'renew');
  const [path, authority] = [pathOf(name), pathOf(row.authority)];
  const old = certificateOf(machine, name);
  if (old === null) {
    machine.print(`MISSING! ${row.title}`);
    return machine.done();
  }
  const [ca, caKey] = [machine.read(authority) ?? '', machine.read(authority.replace(/\.crt$/, '.key')) ?? ''];
  if (readCertificates(ca).length === 0 || readPrivateKey(caKey) === null) {
    machine.print(`Detected external ${row.authority}, ${row.title} can't be renewed`);
    return machine.done();
  }
  const key = machine.read(path.replace(/\.crt$/, '.key')) ?? '';
  if (readPrivateKey(key) === null) return machine.fail(`failed to renew certificate ${name}: unable to load the key`);
  const { now } = machine.world;
  const text = issueCertificate({
    commonName: old.commonName,
    organizations: old.organizations,
    notBefore: now,
    notAfter: now + YEAR,
    serial: String(BigInt(old.serial) + 1000n),
    privateKey: key,
    purpose: 'client',
    extKeyUsages: old.extKeyUsages ?? [],
    dnsNames: old.dnsNames,
    ipAddresses: old.ipAddresses,
    issuer: { certificate: ca, privateKey: caKey },
  });
  machine.write(path, text);
  machine.print(`${row.title} renewed`);
  return machine.done();
}

/** What `certs renew` knows. */
export const RENEWABLE: readonly string[] = [...MANAGED.map(({ name }) => name), 'all'];
