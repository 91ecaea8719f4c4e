import { goQuote } from '../config/go/quote.ts';
import { rfc3339 } from '../time.ts';
import { type Certificate, type ReadCertificate, readChain } from './certificate.ts';
import { signatureError } from './signature.ts';

/** A client certificate that holds, or the error as the kubelet words it. */
export type Verification =
  | { readonly ok: true; readonly leaf: Certificate }
  | { readonly ok: false; readonly error: string };

/** Signatures that one verification may check before it gives up. */
const MOST_SIGNATURES = 100;

interface Search {
  readonly roots: readonly ReadCertificate[];
  readonly intermediates: readonly ReadCertificate[];
  readonly now: number;
  signatures: number;
}

type Built =
  | { readonly chains: readonly (readonly ReadCertificate[])[] }
  | { readonly chains: readonly []; readonly error: string };

/**
 * Judges a client's chain (PEM, leaf first, intermediates behind it) against a CA bundle at a moment in milliseconds
 * since the epoch: in date, issued by an authority of the bundle, usable as a client certificate. A chain without any
 * certificate fails too.
 * Models Authenticator.AuthenticateRequest in apiserver/pkg/authentication/request/x509, v0.36, and
 * Certificate.Verify in crypto/x509/verify.go, Go 1.26.
 */
export function verifyClient(chainPem: string, caPem: string, now: number): Verification {
  const [leaf, ...intermediates] = readChain(chainPem);
  if (leaf === undefined) return { ok: false, error: 'x509: malformed certificate' };
  const error = chainError(leaf, { roots: readChain(caPem), intermediates, now, signatures: 0 });
  const { serial, skid, akid } = leaf.certificate;
  if (error === null) return { ok: true, leaf: leaf.certificate };
  return { ok: false, error: `verifying certificate SN=${serial}, SKID=${skid}, AKID=${akid} failed: ${error}` };
}

/**
 * Why a Go client does not take a server's chain (PEM, leaf first) for `host`, a name or an address, when it trusts the
 * authorities of a bundle; null when it does. Dates come before names, names before issuers.
 * Models Certificate.Verify and VerifyHostname in crypto/x509/verify.go, Go 1.26.
 */
export function verifyServing(chainPem: string, caPem: string, host: string, now: number): string | null {
  const [leaf, ...intermediates] = readChain(chainPem);
  if (leaf === undefined) return 'x509: malformed certificate';
  const search: Search = { roots: readChain(caPem), intermediates, now, signatures: 0 };
  return chainError(leaf, search, 'serverAuth', hostError(leaf.certificate, host));
}

function hostError({ dnsNames, ipAddresses }: Certificate, host: string): string | null {
  if (/^[\d.]+$/.test(host) || host.includes(':')) {
    if (ipAddresses.includes(host)) return null;
    if (ipAddresses.length === 0) {
      return `x509: cannot validate certificate for ${host} because it doesn't contain any IP SANs`;
    }
    return `x509: certificate is valid for ${ipAddresses.join(', ')}, not ${host}`;
  }
  const labels = host.toLowerCase().split('.');
  const fits = dnsNames.some((name) => {
    const pattern = name.toLowerCase().split('.');
    return (
      pattern.length === labels.length &&
      pattern.every((label, index) => (index === 0 && label === '*') || label === labels[index])
    );
  });
  if (fits) return null;
  if (dnsNames.length === 0) return `x509: certificate is not valid for any names, but wanted to match ${host}`;
  return `x509: certificate is valid for ${dnsNames.join(', ')}, not ${host}`;
}

function chainError(
  leaf: ReadCertificate,
  search: Search,
  usage: 'clientAuth' | 'serverAuth' = 'clientAuth',
  named: string | null = null,
): string | null {
  const invalid = validityError(leaf, 'leaf', [], search.now) ?? named;
  if (invalid !== null) return invalid;
  const trusted = search.roots.some((root) => root.certificate.sha256 === leaf.certificate.sha256);
  const built: Built = trusted ? { chains: [[leaf]] } : buildChains([leaf], search);
  if ('error' in built) return built.error;
  return built.chains.some((chain) => allows(chain, usage))
    ? null
    : 'x509: certificate specifies an incompatible key usage';
}

/** Every chain from the last certificate of `path` to a root, or why there is none. */
function buildChains(path: readonly ReadCertificate[], search: Search): Built {
  const child = path.at(-1);
  if (child === undefined) return { chains: [], error: 'x509: missing certificate' };
  const chains: (readonly ReadCertificate[])[] = [];
  // The verdict on the last candidate whose signature fits stands, as in the original; success clears it below.
  let error: string | null = null;
  let hint: { readonly error: string; readonly candidate: ReadCertificate } | null = null;
  const candidates = [
    ...parentsOf(child, search.roots).map((candidate) => ({ candidate, kind: 'root' as const })),
    ...parentsOf(child, search.intermediates).map((candidate) => ({ candidate, kind: 'intermediate' as const })),
  ];
  for (const { candidate, kind } of candidates) {
    search.signatures += 1;
    if (search.signatures > MOST_SIGNATURES) {
      error = 'x509: signature check attempts limit reached while verifying certificate chain';
      break;
    }
    if (path.some((member) => isSame(member, candidate))) continue;
    const unsigned = signatureError(child, candidate);
    if (unsigned === null) error = validityError(candidate, kind, path, search.now);
    const wrong = unsigned ?? error;
    if (wrong !== null) {
      hint ??= { error: wrong, candidate };
      continue;
    }
    const longer = [...path, candidate];
    if (kind === 'root') {
      chains.push(longer);
      continue;
    }
    const further = buildChains(longer, search);
    error = 'error' in further ? further.error : null;
    chains.push(...further.chains);
  }
  if (chains.length > 0) return { chains };
  return { chains: [], error: error ?? `x509: certificate signed by unknown authority${hinted(hint)}` };
}

function hinted(hint: { readonly error: string; readonly candidate: ReadCertificate } | null): string {
  if (hint === null) return '';
  const { commonName, organizations, serial } = hint.candidate.certificate;
  const name = commonName || organizations[0] || `serial:${serial}`;
  const [why, who] = [goQuote(hint.error), goQuote(name)];
  return ` (possibly because of ${why} while trying to verify candidate authority certificate ${who})`;
}

/** Possible issuers, the most plausible first: key identifiers match, one is missing, they differ. */
function parentsOf(child: ReadCertificate, pool: readonly ReadCertificate[]): readonly ReadCertificate[] {
  const distance = ({ parts: { skid } }: ReadCertificate) => {
    if (skid === child.parts.akid) return 0;
    return (skid === '') !== (child.parts.akid === '') ? 1 : 2;
  };
  const named = pool.filter((candidate) => candidate.parts.rawSubject === child.parts.rawIssuer);
  return named.sort((left, right) => distance(left) - distance(right));
}

/** Guards against circles: same subject, key and alternative names. */
function isSame({ parts: left }: ReadCertificate, { parts: right }: ReadCertificate): boolean {
  return left.rawSubject === right.rawSubject && left.rawKey === right.rawKey && left.rawNames === right.rawNames;
}

/** Why a certificate may not stand behind `path`; null when it may. */
function validityError(
  { parts }: ReadCertificate,
  kind: 'leaf' | 'intermediate' | 'root',
  path: readonly ReadCertificate[],
  now: number,
): string | null {
  if (parts.unhandledCritical) return 'x509: unhandled critical extension';
  const expired = 'x509: certificate has expired or is not yet valid: current time';
  if (now < parts.notBefore) return `${expired} ${rfc3339(now)} is before ${rfc3339(parts.notBefore)}`;
  if (now > parts.notAfter) return `${expired} ${rfc3339(now)} is after ${rfc3339(parts.notAfter)}`;
  if (kind === 'intermediate' && parts.basicConstraints?.isCA !== true) {
    return 'x509: certificate is not authorized to sign other certificates';
  }
  const longest = parts.basicConstraints?.maxPathLength ?? null;
  return longest !== null && path.length - 1 > longest
    ? 'x509: too many intermediates for path length constraint'
    : null;
}

/** Whether every certificate of a chain allows the usage; one without the extension allows anything. */
function allows(chain: readonly ReadCertificate[], usage: string): boolean {
  return chain.every(({ certificate: { extKeyUsages: usages } }) => {
    return usages === null || usages.length === 0 || usages.includes('any') || usages.includes(usage);
  });
}
