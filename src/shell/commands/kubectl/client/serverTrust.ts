import { readChain } from '#engine/pki/certificate.ts';
import { verifyClient } from '#engine/pki/verify.ts';

/** Prefix of the errors of a verification; what follows is Go's own error. */
const ERROR = /^verifying certificate .*? failed: (x509: .*)$/s;

const WRONG_USE = 'x509: certificate specifies an incompatible key usage';

/**
 * Why a Go client goes away from a server that shows this chain (PEM), in crypto/x509's words; null when it stays.
 * `authority` is the PEM of the authorities it trusts, null for the system's, which know nobody here.
 * Models verifyServerCertificate in crypto/tls/handshake_client.go, Go 1.26.
 */
export function serverCertificateError(
  chain: string,
  authority: string | null,
  host: string,
  now: number,
): string | null {
  const leaf = readChain(chain)[0]?.certificate;
  if (leaf === undefined) return null;
  const verdict = verifyClient(chain, authority ?? '', now);
  const error = verdict.ok ? null : (ERROR.exec(verdict.error)?.[1] ?? verdict.error);
  const misnamed = hostError(leaf.dnsNames, leaf.ipAddresses, host);
  // Dates first, then the name, then the chain.
  if (misnamed !== null && !(error ?? '').includes('has expired or is not yet valid')) return misnamed;
  if (error !== null && error !== WRONG_USE) return error;
  // The verdict is that on a client; a server's certificate fails it on its use alone, the last of the checks.
  const usages = leaf.extKeyUsages;
  return usages === null || usages.includes('serverAuth') || usages.includes('any') ? null : WRONG_USE;
}

/** Models Certificate.VerifyHostname and HostnameError in crypto/x509/verify.go. */
function hostError(names: readonly string[], addresses: readonly string[], host: string): string | null {
  if (/^[\d.]+$/.test(host) || host.includes(':')) {
    if (addresses.includes(host)) return null;
    if (addresses.length === 0)
      return `x509: cannot validate certificate for ${host} because it doesn't contain any IP SANs`;
    return `x509: certificate is valid for ${addresses.join(', ')}, not ${host}`;
  }
  if (names.some((name) => matches(name.toLowerCase(), host.toLowerCase()))) return null;
  if (names.length === 0) return `x509: certificate is not valid for any names, but wanted to match ${host}`;
  return `x509: certificate is valid for ${names.join(', ')}, not ${host}`;
}

function matches(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === host;
  const dot = host.indexOf('.');
  return dot > 0 && host.slice(dot) === pattern.slice(1);
}
