import type { ClientTls, TlsVersion } from '../exchange.ts';
import { CIPHER_SUITES, CIPHER_SUITES_13, type CipherSuite } from './cipherSuites.table.ts';

/** TLS versions, oldest first. */
export const TLS_VERSIONS: readonly TlsVersion[] = ['1.0', '1.1', '1.2', '1.3'];

/** Values of `tlsMinVersion`; '' is the default. Models component-base/cli/flag/ciphersuites_flag.go, v1.36. */
export const MINIMUM_VERSIONS: Readonly<Record<string, TlsVersion>> = {
  '': '1.2',
  VersionTLS10: '1.0',
  VersionTLS11: '1.1',
  VersionTLS12: '1.2',
  VersionTLS13: '1.3',
};

/**
 * The newest version that both speak: the server everything from `minimum` on, the client what it offers. Null with
 * the versions that Go's server read in the client's greeting, in its notation.
 * Models Config.mutualVersion in crypto/tls/common.go, Go 1.26.
 */
export function negotiateVersion(
  client: ClientTls,
  minimum: TlsVersion,
): { readonly version: TlsVersion } | { readonly version: null; readonly offered: string } {
  const newest = TLS_VERSIONS.indexOf(client.max ?? '1.3');
  if (newest >= TLS_VERSIONS.indexOf(minimum)) return { version: client.max ?? '1.3' };
  // A client that stops before 1.3 names one version; Go reads it as "this one and all before".
  const codes = TLS_VERSIONS.slice(0, newest + 1).map((_, index) => `30${index + 1}`);
  return { version: null, offered: `[${codes.reverse().join(' ')}]` };
}

/**
 * The cipher suite that Go's server takes, or null when there is none in common. `configured` is `tlsCipherSuites`
 * ([] for Go's own list), `key` the kind of the serving certificate's key.
 * Models pickCipherSuite in crypto/tls/handshake_server.go and handshake_server_tls13.go, Go 1.26.
 */
export function negotiateCipher(
  client: ClientTls,
  version: TlsVersion,
  configured: readonly string[],
  key: CipherSuite['key'],
): string | null {
  if (version === '1.3') return CIPHER_SUITES_13[0] ?? null;
  const offered = client.ciphers ?? CIPHER_SUITES.filter((suite) => suite.offered).map(({ name }) => name);
  const usable = CIPHER_SUITES.filter(
    (suite) =>
      (configured.length === 0 ? suite.usual : configured.includes(suite.name)) &&
      (version === '1.2' || suite.old) &&
      suite.key === key &&
      offered.includes(suite.name),
  );
  if (prefersAes(client, offered)) return usable[0]?.name ?? null;
  return (usable.find(({ name }) => name.includes('CHACHA20')) ?? usable[0])?.name ?? null;
}

/** A client whose first suite is AES-GCM is taken to have hardware for it; for others ChaCha20 comes first. */
function prefersAes({ max = '1.3' }: ClientTls, offered: readonly string[]): boolean {
  if (max === '1.3') return true;
  const first = offered.find((name) => CIPHER_SUITES.some((suite) => suite.name === name));
  return first?.includes('_GCM_') ?? false;
}
