import type { ReadCertificate } from '#engine/pki/certificate.ts';
import { encodePem } from '#engine/pki/pem.ts';
import { signatureError } from '#engine/pki/signature.ts';
import { verifyHost } from '#engine/pki/verifyServer.ts';

/** Words of X509_V_ERR codes. Models crypto/x509/x509_txt.c, 3.0. */
const WORDS: Readonly<Record<number, string>> = {
  0: 'ok',
  2: 'unable to get issuer certificate',
  7: 'certificate signature failure',
  9: 'certificate is not yet valid',
  10: 'certificate has expired',
  18: 'self-signed certificate',
  19: 'self-signed certificate in certificate chain',
  20: 'unable to get local issuer certificate',
  21: 'unable to verify the first certificate',
  25: 'path length constraint exceeded',
  26: 'unsuitable certificate purpose',
  62: 'hostname mismatch',
  64: 'IP address mismatch',
  79: 'invalid CA certificate',
};

/** The words of a code. */
export function codeWords(code: number): string {
  return WORDS[code] ?? `error number ${code}`;
}

/** What a chain is judged by. */
export interface ChainCheck {
  readonly trusted: readonly ReadCertificate[];
  readonly untrusted: readonly ReadCertificate[];
  readonly now: number;
  /** `sslserver` and `sslclient` ask for an extended key usage; null asks for none. */
  readonly purpose: 'sslserver' | 'sslclient' | null;
  /** Any certificate of the trusted ones ends a chain, be it self-signed or not. */
  readonly partial: boolean;
  readonly host?: { readonly kind: 'name' | 'address'; readonly text: string };
  /** Codes after which the check goes on all the same. */
  readonly goesOnAfter: (code: number) => boolean;
}

/** A step of a verification: what the caller is told of, in order. `code` 0 = this certificate holds so far. */
export interface ChainStep {
  readonly depth: number;
  readonly certificate: ReadCertificate;
  readonly code: number;
}

/** A chain with what was found on the way: the last step whose code is not 0 is the verdict. */
export interface ChainVerdict {
  readonly chain: readonly ReadCertificate[];
  /** How many of the chain, from the leaf up, were not among the trusted. */
  readonly untrusted: number;
  readonly steps: readonly ChainStep[];
  readonly code: number;
}

/** Judges a certificate as OpenSSL does, telling every step. Models X509_verify_cert of crypto/x509/x509_vfy.c, 3.0. */
export function verifyChain(leaf: ReadCertificate, check: ChainCheck): ChainVerdict {
  const { chain, untrusted, code: built } = build(leaf, check);
  const steps: ChainStep[] = [];
  let code = 0;
  const tell = (depth: number, found: number): boolean => {
    const certificate = chain[depth];
    if (certificate === undefined) return true;
    steps.push({ depth, certificate, code: found });
    if (found !== 0) code = found;
    return found === 0 || check.goesOnAfter(found);
  };
  const done = (): ChainVerdict => ({ chain, untrusted, steps, code });
  if (built !== 0 && !tell(chain.length - 1, built)) return done();
  for (const [depth, one] of chain.entries()) {
    const wrong = usageCode(one, depth, check);
    if (wrong !== 0 && !tell(depth, wrong)) return done();
  }
  const named = hostCode(leaf, check);
  if (named !== 0 && !tell(0, named)) return done();
  signaturesAndDates(chain, check, tell);
  return done();
}

/** From the top down: signature, dates, and a word that all is well so far. */
function signaturesAndDates(
  chain: readonly ReadCertificate[],
  check: ChainCheck,
  tell: (depth: number, code: number) => boolean,
): boolean {
  let depth = chain.length - 1;
  const top = chain[depth];
  if (top === undefined) return true;
  let issuer: ReadCertificate | null = isSelfIssued(top) || check.partial ? null : top;
  if (issuer !== null && depth === 0) {
    if (!tell(0, 21)) return false;
    issuer = null;
  } else if (issuer !== null) depth -= 1;
  for (; depth >= 0; depth -= 1) {
    const one = chain[depth];
    if (one === undefined) return true;
    if (issuer !== null && signatureError(one, issuer) !== null && !tell(depth, 7)) return false;
    const { notBefore, notAfter } = one.parts;
    if (check.now < notBefore && !tell(depth, 9)) return false;
    if (check.now > notAfter && !tell(depth, 10)) return false;
    if (!tell(depth, 0)) return false;
    issuer = one;
  }
  return true;
}

function build(
  leaf: ReadCertificate,
  { trusted, untrusted, partial }: ChainCheck,
): {
  readonly chain: readonly ReadCertificate[];
  readonly untrusted: number;
  readonly code: number;
} {
  const chain = [leaf];
  let outside = isAmong(leaf, trusted) && (isSelfIssued(leaf) || partial) ? 0 : 1;
  if (outside === 0) return { chain, untrusted: 0, code: 0 };
  for (let current = leaf; ; ) {
    if (isSelfIssued(current)) {
      return { chain, untrusted: outside, code: chain.length === 1 ? 18 : 19 };
    }
    const child = current;
    const anchor = trusted.find((candidate) => hasIssued(candidate, child) && !isAmong(candidate, chain));
    if (anchor !== undefined) {
      chain.push(anchor);
      if (isSelfIssued(anchor) || partial) return { chain, untrusted: outside, code: 0 };
      current = anchor;
      continue;
    }
    const between =
      outside === chain.length
        ? untrusted.find((candidate) => hasIssued(candidate, child) && !isAmong(candidate, chain))
        : undefined;
    if (between === undefined) return { chain, untrusted: outside, code: chain.length > outside ? 2 : 20 };
    chain.push(between);
    outside += 1;
    current = between;
  }
}

function usageCode({ parts, certificate }: ReadCertificate, depth: number, { purpose }: ChainCheck): number {
  if (depth > 0 && parts.version === 3 && parts.basicConstraints?.isCA !== true) return 79;
  const usages = certificate.extKeyUsages;
  const wanted = purpose === 'sslserver' ? 'serverAuth' : 'clientAuth';
  if (purpose !== null && usages !== null && !usages.includes(wanted)) return 26;
  const longest = parts.basicConstraints?.maxPathLength ?? null;
  return depth > 0 && longest !== null && depth - 1 > longest ? 25 : 0;
}

function hostCode(leaf: ReadCertificate, { host }: ChainCheck): number {
  if (host === undefined) return 0;
  const verdict = verifyHost(encodePem('CERTIFICATE', leaf.parts.raw), host.text);
  if (verdict.ok) return 0;
  return host.kind === 'name' ? 62 : 64;
}

function isAmong(one: ReadCertificate, pool: readonly ReadCertificate[]): boolean {
  return pool.some(({ certificate }) => certificate.sha256 === one.certificate.sha256);
}

function isSelfIssued(one: ReadCertificate): boolean {
  return one.parts.rawSubject === one.parts.rawIssuer && hasIssued(one, one);
}

/** Names and key identifiers fit, and the key may sign certificates. */
function hasIssued({ parts: issuer }: ReadCertificate, { parts: child }: ReadCertificate): boolean {
  if (issuer.rawSubject !== child.rawIssuer || (issuer.mayCertify === false && issuer.rawSubject !== issuer.rawIssuer))
    return false;
  return child.akid === '' || issuer.skid === '' || child.akid === issuer.skid;
}
