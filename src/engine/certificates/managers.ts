import { booleanAt } from '../config/effective.ts';
import type { Host } from '../host/host.ts';
import type { ApiClient, CertificateManager, CertificateManagers, KubeletProcess } from '../kubelet/process.ts';
import { certificateDirectory } from '../kubelet/start/servingPair.ts';
import { utf8Bytes } from '../pki/bytes.ts';
import { type Certificate, readCertificates } from '../pki/certificate.ts';
import { digest } from '../pki/digest.ts';
import { KUBELET_CLIENT, KUBELET_SERVING } from './request.ts';

/** Which of a kubelet's certificates a manager looks after. */
export type Kind = keyof CertificateManagers;

/** What the two managers ask for, and where they keep it. */
export const KINDS = {
  client: { signer: KUBELET_CLIENT, usage: 'client auth', file: 'kubelet-client' },
  serving: { signer: KUBELET_SERVING, usage: 'server auth', file: 'kubelet-server' },
} as const;

/** What a manager asks for: a node's name, and for serving its names and addresses. Models pkg/kubelet/certificate/kubelet.go, v1.36. */
export interface Template {
  readonly commonName: string;
  readonly organizations: readonly string[];
  readonly dnsNames: readonly string[];
  readonly ipAddresses: readonly string[];
}

export function templateOf(kind: Kind, { nodeName }: KubeletProcess, { address }: Host): Template {
  const serving = kind === 'serving';
  const isAddress = /^\d+(\.\d+){3}$|:/.test(nodeName);
  return {
    commonName: `system:node:${nodeName}`,
    organizations: ['system:nodes'],
    dnsNames: serving && !isAddress ? [nodeName] : [],
    ipAddresses: serving ? [...new Set([...(isAddress ? [nodeName] : []), address])].sort() : [],
  };
}

/** Where a manager keeps the certificate in force, with its key. */
export function currentPath(kind: Kind, process: KubeletProcess): string {
  return `${certificateDirectory(process.config)}/${KINDS[kind].file}-current.pem`;
}

/** The certificate that a manager holds; undefined when it has none, or only one that has run out. */
export function heldBy(kind: Kind, { client, serving }: KubeletProcess, now: number): Certificate | undefined {
  const pem = kind === 'client' ? client?.certificate?.pem : serving.kind === 'approved' ? serving.certificate : '';
  const [leaf] = readCertificates(pem ?? '');
  return leaf !== undefined && now <= leaf.notAfter ? leaf : undefined;
}

/** A kubelet's managers as it starts; none where it has no API server to ask, or need not ask. */
export function firstManagers(process: KubeletProcess, host: Host, now: number): CertificateManagers {
  if (process.client === null) return {};
  const begin = (kind: Kind): CertificateManager => ({
    request: null,
    nextAt: rotationOf(kind, process, host, now),
    failures: 0,
    healthy: false,
  });
  return {
    ...(booleanAt(process.config, 'rotateCertificates') ? { client: begin('client') } : {}),
    ...(booleanAt(process.config, 'serverTLSBootstrap') ? { serving: begin('serving') } : {}),
  };
}

/**
 * When a manager wants another certificate: at once when it has none or one that lacks a name, else when 70 to 90 % of its life are
 * over; the share follows from node and certificate. Models nextRotationDeadline in client-go/util/certificate, v0.36.
 */
export function rotationOf(kind: Kind, process: KubeletProcess, host: Host, now: number): number {
  const held = heldBy(kind, process, now);
  if (held === undefined || !satisfies(held, templateOf(kind, process, host))) return now;
  const chance = digest('SHA256', utf8Bytes(`${process.nodeName} ${kind} ${held.serial}`)).charCodeAt(0) / 255;
  return Math.floor(held.notBefore + (held.notAfter - held.notBefore) * (0.7 + 0.2 * chance));
}

function satisfies(held: Certificate, template: Template): boolean {
  const covers = (own: readonly string[], wanted: readonly string[]) => wanted.every((name) => own.includes(name));
  return (
    held.commonName === template.commonName &&
    covers(held.dnsNames, template.dnsNames) &&
    covers(held.ipAddresses, template.ipAddresses) &&
    covers(held.organizations, template.organizations)
  );
}

/** Whether a kubelet keeps its client certificate by itself, so that it shows none rather than one that has run out. */
export function rotates({ config }: KubeletProcess): boolean {
  return booleanAt(config, 'rotateCertificates');
}

/** How long a kubelet that keeps its client certificate by itself goes on without one, ms. Models pkg/kubelet/certificate/transport.go, v1.36. */
const PATIENCE = 300_000;
const LOOK = 10_000;

/** When a kubelet sees that it has been without a client certificate for too long; null while it has one, or shows what it has. */
export function endOfPatience(process: KubeletProcess): number | null {
  const { client, managers, startedAt } = process;
  if (client === null || managers?.client === undefined) return null;
  const last = lastGood(client, startedAt);
  return startedAt + Math.ceil((last + PATIENCE - startedAt + 1) / LOOK) * LOOK;
}

/** When it last had a certificate, as it sees it every ten seconds. */
export function lastGood({ certificate }: ApiClient, startedAt: number): number {
  if (certificate === undefined || certificate.until < startedAt) return startedAt;
  return startedAt + Math.floor((certificate.until - startedAt) / LOOK) * LOOK;
}
