import { readJwt } from '#engine/apiserver/jwt.ts';
import type { Files } from '#engine/host/files.ts';
import { type Certificate, readCertificates } from '#engine/pki/certificate.ts';
import type { IdentityChoice } from '../view/requests.ts';
import { WORDS } from './words.ts';

/** Where lines are typed; names below it are written without it. */
const HOME = '/root/';

const known = new WeakMap<Files, readonly IdentityChoice[]>();

/** Everybody whose credentials lie on a node: the stranger, who has none, then certificates, then tokens; root's home first. */
export function identitiesOn(files: Files): readonly IdentityChoice[] {
  const ready = known.get(files);
  if (ready !== undefined) return ready;
  const texts = sortedPaths(files).flatMap((path): readonly (readonly [string, string])[] => {
    const entry = files[path];
    return entry?.kind === 'file' ? [[path, entry.text]] : [];
  });
  const identities = [
    { id: 'stranger', label: WORDS.stranger, note: WORDS.strangerNote, who: { kind: 'stranger' } } as const,
    ...texts.flatMap(([path, text]) => certificateIdentity(path, text, files)),
    ...texts.flatMap(([path, text]) => tokenIdentity(path, text)),
  ];
  known.set(files, identities);
  return identities;
}

/** Files with nothing but authorities, which `--cacert` can take. */
export function authoritiesOn(files: Files): readonly string[] {
  return sortedPaths(files).flatMap((path) => {
    const entry = files[path];
    if (entry?.kind !== 'file' || !entry.text.includes('BEGIN CERTIFICATE')) return [];
    const certificates = readCertificates(entry.text);
    return certificates.length > 0 && certificates.every((each) => each.isCA) ? [shortName(path)] : [];
  });
}

/** Root's home first, then by name. */
function sortedPaths(files: Files): readonly string[] {
  return Object.keys(files).sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
}

function rank(path: string): number {
  return path.startsWith(HOME) ? 0 : 1;
}

/** A name as one types it in root's home. */
function shortName(path: string): string {
  return path.startsWith(HOME) ? path.slice(HOME.length) : path;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}

function certificateIdentity(path: string, text: string, files: Files): readonly IdentityChoice[] {
  if (!text.includes('BEGIN CERTIFICATE')) return [];
  const [certificate] = readCertificates(text);
  if (certificate === undefined || !isClients(certificate)) return [];
  const key = text.includes('PRIVATE KEY') ? '' : keyBeside(path, files);
  if (key === null) return [];
  const name = shortName(path);
  return [
    {
      id: name,
      label: certificate.commonName.startsWith('system:node:') ? WORDS.nodeItself : baseName(path),
      note: `${name}: ${WORDS.subjectOf(certificate.commonName, certificate.organizations, certificate.issuer.go)}`,
      who: { kind: 'certificate', certificate: name, key: key === '' ? '' : shortName(key) },
    },
  ];
}

function isClients({ isCA, extKeyUsages }: Certificate): boolean {
  return !isCA && (extKeyUsages === null || extKeyUsages.includes('clientAuth') || extKeyUsages.includes('any'));
}

/** The file that holds the key of a certificate by the usual naming, or null. */
function keyBeside(path: string, files: Files): string | null {
  const stem = path.replace(/\.[^./]*$/, '');
  const candidates = [`${stem}.key`, `${stem}-key.pem`];
  return candidates.find((name) => name !== path && Object.hasOwn(files, name)) ?? null;
}

function tokenIdentity(path: string, text: string): readonly IdentityChoice[] {
  const token = text.trim();
  if (token.length > 10_000 || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return [];
  const { sub: subject } = readJwt(token)?.claims ?? {};
  if (typeof subject !== 'string') return [];
  const name = shortName(path);
  return [{ id: name, label: baseName(path), note: `${name}: ${subject}`, who: { kind: 'token-file', file: name } }];
}
