import { addressOf, createError } from '../apiserver/call.ts';
import { clientSubject } from '../apiserver/clientSubject.ts';
import type { Cluster } from '../apiserver/cluster.ts';
import { objectAt, textAt } from '../apiserver/json.ts';
import { ANONYMOUS, type Subject } from '../apiserver/subject.ts';
import { uidOf } from '../apiserver/uid.ts';
import { klogLine } from '../config/klog.ts';
import type { Host } from '../host/host.ts';
import type { LogLine } from '../host/journal.ts';
import type { JsonObject } from '../json.ts';
import type { CertificateManager, KubeletProcess } from '../kubelet/process.ts';
import { encodeBase64, utf8Bytes } from '../pki/bytes.ts';
import { makeCertificationRequest } from '../pki/certificationRequest.ts';
import { alternativeNames } from '../pki/issue.ts';
import { poolKey } from '../pki/keyPool.ts';
import { rfc3339 } from '../time.ts';
import { KINDS, type Kind, type Template, templateOf } from './managers.ts';
import { conditionOf, issuedTo, REQUEST_KIND } from './request.ts';
import { kept, requestKey } from './store.ts';

/** How long a kubelet waits for a certificate before it asks anew; ms. */
const WAIT = 900_000;
/** After so many attempts it has said all that it says; the simulator lets it pause longer, so that years can pass. */
const MANY = 20;
const LONGEST = 30 * 86_400_000;

/** What an attempt came to: a manager that goes on, the cluster after it, the certificate if there is one, and what was logged. */
export interface Attempted {
  readonly manager: CertificateManager;
  readonly cluster: Cluster;
  /** PEM; null while there is none. */
  readonly certificate: string | null;
  readonly log: readonly LogLine[];
}

/**
 * Posts a signing request. Models rotateCerts in client-go/util/certificate/certificate_manager.go and csr/csr.go, v0.36; the key is
 * one of the pool, RSA, where the real one makes a fresh key on the curve P-256.
 */
export function post(
  kind: Kind,
  process: KubeletProcess,
  manager: CertificateManager,
  host: Host,
  cluster: Cluster,
  now: number,
): Attempted {
  const { client } = process;
  if (client === null) return { manager, cluster, certificate: null, log: [] };
  const log: LogLine[] = verbose(process, 'certificate_manager.go:566', 'Rotating certificates', kind);
  const subject = kind === 'client' ? asker(process, cluster, now) : client.subject;
  const error = createError(
    cluster,
    { server: client.server, subject },
    'certificates.k8s.io',
    'certificatesigningrequests',
  );
  if (error !== null || subject === null) {
    const told = `cannot create certificate signing request: ${error ?? 'Unauthorized'}`;
    const text = 'Failed while requesting a signed certificate from the control plane';
    const healthy = error === 'Unauthorized' || (error ?? '').includes(' is forbidden: ');
    const failed = fail({ ...manager, healthy }, kind, now, ['certificate_manager.go:596', text, told]);
    return { ...failed, cluster, certificate: null, log: [...log, ...failed.log] };
  }
  const seed = uidOf(`csr ${process.nodeName} ${kind} ${now} ${cluster.revision}`);
  const key = Number.parseInt(seed.slice(0, 6), 16);
  const name = `csr-${suffix(seed)}`;
  const uid = uidOf(`${name} ${cluster.revision}`);
  const object = requestObject({ kind, name, uid, subject, key, template: templateOf(kind, process, host), now });
  log.push(...verbose(process, 'csr.go:86', 'Certificate signing request created', kind, [['csr', name]]));
  const waiting = { ...manager, request: { name, uid, key }, nextAt: now + WAIT * patience(manager.failures) };
  return { manager: waiting, cluster: kept(cluster, requestKey(name), object), certificate: null, log };
}

/** As whom it asks for a client certificate: by the one it has, else by its bootstrap token, else as nobody. */
function asker({ client }: KubeletProcess, cluster: Cluster, now: number): Subject | null {
  if (client === null) return null;
  const { certificate, bootstrapToken, subject } = client;
  if (certificate !== undefined && now <= certificate.until) return subject;
  if (bootstrapToken === undefined) return ANONYMOUS;
  return clientSubject(cluster, { certificate: null, token: bootstrapToken }, now);
}

/** Looks at the request that is posted; null when there is nothing new about it. */
export function look(
  kind: Kind,
  process: KubeletProcess,
  manager: CertificateManager,
  cluster: Cluster,
  now: number,
): Attempted | null {
  const { request } = manager;
  const { client } = process;
  if (request === null || client === null) return null;
  const reached = cluster.reachable && addressOf(client.server) === cluster.endpoint;
  const object = reached ? (cluster.objects[requestKey(request.name)] ?? null) : undefined;
  const certificate = object ? issuedTo(object) : '';
  if (object && certificate !== '' && refusalOf(object, request.uid) === null) {
    const log = verbose(process, 'csr.go:272', 'Certificate signing request is issued', kind, [['csr', request.name]]);
    return { manager: { ...manager, healthy: true }, cluster, certificate, log };
  }
  const refused = object === undefined ? null : object === null ? gone(request.name) : refusalOf(object, request.uid);
  const error =
    refused === null ? (now >= manager.nextAt ? 'timed out waiting for the condition' : null) : watched(refused);
  if (error === null) return null;
  const text = 'Certificate request was not signed';
  const failed = fail({ ...manager, request: null }, kind, now, ['certificate_manager.go:613', text, error]);
  return { ...failed, cluster, certificate: null };
}

function watched(error: string): string {
  return `cannot watch on the certificate signing request: ${error}`;
}

function gone(name: string): string {
  return `csr "${name}" was deleted`;
}

function refusalOf(object: JsonObject, uid: string): string | null {
  const metadata = objectAt(object, 'metadata');
  if (textAt(metadata, 'uid') !== uid) return `csr "${textAt(metadata, 'name')}" changed UIDs`;
  const denied = conditionOf(object, 'Denied');
  const failed = conditionOf(object, 'Failed');
  const condition = denied ?? failed;
  if (condition === null) return null;
  const what = denied === null ? 'failed' : 'is denied';
  return `certificate signing request ${what}, reason: ${textAt(condition, 'reason')}, message: ${textAt(condition, 'message')}`;
}

/** Five attempts with growing pauses, then one each 32 seconds. */
function fail(
  manager: CertificateManager,
  kind: Kind,
  now: number,
  [source, text, error]: readonly [source: string, text: string, error: string],
): { readonly manager: CertificateManager; readonly log: readonly LogLine[] } {
  const failures = manager.failures + 1;
  const pause = failures < 5 ? 1000 * 2 ** failures : 32_000;
  const log = [unhandled(source, text, error, kind)];
  if (failures === 5) {
    const limit = 'Reached backoff limit, still unable to rotate certs';
    log.push(unhandled('certificate_manager.go:461', limit, 'timed out waiting for the condition', kind));
  }
  return { manager: { ...manager, failures, nextAt: now + pause * patience(failures) }, log };
}

function patience(failures: number): number {
  return failures <= MANY ? 1 : Math.min(2 ** (failures - MANY), LONGEST / WAIT);
}

/** When a manager that had given up for long looks again, now that the API server is there. */
export function roused(manager: CertificateManager, now: number): CertificateManager {
  if (manager.request !== null || manager.failures <= MANY || manager.nextAt <= now + 32_000) return manager;
  return { ...manager, nextAt: now + 32_000 };
}

function unhandled(source: string, text: string, error: string, kind: Kind): LogLine {
  return klogLine('E', source, text, [
    ['err', error],
    ['logger', `${KINDS[kind].signer}.UnhandledError`],
  ]);
}

function verbose(
  { verbosity }: KubeletProcess,
  source: string,
  text: string,
  kind: Kind,
  pairs: readonly (readonly [string, string])[] = [],
): LogLine[] {
  return verbosity < 2 ? [] : [klogLine('I', source, text, [['logger', KINDS[kind].signer], ...pairs])];
}

interface Wanted {
  readonly kind: Kind;
  readonly name: string;
  readonly uid: string;
  readonly subject: Subject;
  readonly key: number;
  readonly template: Template;
  readonly now: number;
}

function requestObject({ kind, name, uid, subject, key, template, now }: Wanted): JsonObject {
  const attributes = [
    ...template.organizations.map((organization) => ['2.5.4.10', organization] as const),
    ['2.5.4.3', template.commonName] as const,
  ];
  const names = alternativeNames(template.dnsNames, template.ipAddresses);
  const pem = makeCertificationRequest(attributes, poolKey(key), names) ?? '';
  return {
    apiVersion: 'certificates.k8s.io/v1',
    kind: REQUEST_KIND,
    metadata: { generateName: 'csr-', name, uid, creationTimestamp: rfc3339(now) },
    spec: {
      ...(Object.keys(subject.extra).length === 0 ? {} : { extra: subject.extra }),
      groups: subject.groups,
      request: encodeBase64(utf8Bytes(pem)),
      signerName: KINDS[kind].signer,
      ...(subject.uid === undefined ? {} : { uid: subject.uid }),
      usages: ['digital signature', 'key encipherment', KINDS[kind].usage],
      username: subject.user,
    },
    status: {},
  };
}

const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

/** Five letters or digits behind a `generateName`. Models k8s.io/apimachinery/pkg/util/rand, v0.36. */
function suffix(seed: string): string {
  const digits = seed.replaceAll('-', '');
  return [8, 12, 16, 20, 24]
    .map((index) => LETTERS.charAt(Number.parseInt(digits.slice(index, index + 4), 16) % LETTERS.length))
    .join('');
}
