/** A cipher suite of TLS 1.2 or older that Go implements. */
export interface CipherSuite {
  /** IANA name, as `tlsCipherSuites` takes it. */
  readonly name: string;
  /** OpenSSL's name, as curl prints it. */
  readonly openssl: string;
  /** Kind of server key it signs with. */
  readonly key: 'RSA' | 'ECDSA';
  /** Whether TLS 1.0 and 1.1 have it too. */
  readonly old: boolean;
  /** Whether Go offers it unless told otherwise. */
  readonly usual: boolean;
  /** Whether Go calls it insecure. */
  readonly insecure: boolean;
  /** Whether OpenSSL 3 offers it unless told otherwise. */
  readonly offered: boolean;
}

type Row = readonly [name: string, openssl: string, key: CipherSuite['key'], marks: string];

/**
 * In the order Go's server prefers them. Marks: `o` old versions too, `u` usual, `i` insecure, `c` a usual client
 * offers it. Models cipherSuitesPreferenceOrder in crypto/tls/cipher_suites.go and defaults.go, Go 1.26.
 */
const ROWS: readonly Row[] = [
  ['TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDSA', 'uc'],
  ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'ECDHE-RSA-AES128-GCM-SHA256', 'RSA', 'uc'],
  ['TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', 'ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDSA', 'uc'],
  ['TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', 'ECDHE-RSA-AES256-GCM-SHA384', 'RSA', 'uc'],
  ['TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256', 'ECDHE-ECDSA-CHACHA20-POLY1305', 'ECDSA', 'uc'],
  ['TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256', 'ECDHE-RSA-CHACHA20-POLY1305', 'RSA', 'uc'],
  ['TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA', 'ECDHE-ECDSA-AES128-SHA', 'ECDSA', 'ouc'],
  ['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', 'ECDHE-RSA-AES128-SHA', 'RSA', 'ouc'],
  ['TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA', 'ECDHE-ECDSA-AES256-SHA', 'ECDSA', 'ouc'],
  ['TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA', 'ECDHE-RSA-AES256-SHA', 'RSA', 'ouc'],
  ['TLS_RSA_WITH_AES_128_GCM_SHA256', 'AES128-GCM-SHA256', 'RSA', 'ic'],
  ['TLS_RSA_WITH_AES_256_GCM_SHA384', 'AES256-GCM-SHA384', 'RSA', 'ic'],
  ['TLS_RSA_WITH_AES_128_CBC_SHA', 'AES128-SHA', 'RSA', 'oic'],
  ['TLS_RSA_WITH_AES_256_CBC_SHA', 'AES256-SHA', 'RSA', 'oic'],
  ['TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA', 'ECDHE-RSA-DES-CBC3-SHA', 'RSA', 'oi'],
  ['TLS_RSA_WITH_3DES_EDE_CBC_SHA', 'DES-CBC3-SHA', 'RSA', 'oi'],
  ['TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256', 'ECDHE-ECDSA-AES128-SHA256', 'ECDSA', 'ic'],
  ['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256', 'ECDHE-RSA-AES128-SHA256', 'RSA', 'ic'],
  ['TLS_RSA_WITH_AES_128_CBC_SHA256', 'AES128-SHA256', 'RSA', 'ic'],
  ['TLS_ECDHE_ECDSA_WITH_RC4_128_SHA', 'ECDHE-ECDSA-RC4-SHA', 'ECDSA', 'oi'],
  ['TLS_ECDHE_RSA_WITH_RC4_128_SHA', 'ECDHE-RSA-RC4-SHA', 'RSA', 'oi'],
  ['TLS_RSA_WITH_RC4_128_SHA', 'RC4-SHA', 'RSA', 'oi'],
];

export const CIPHER_SUITES: readonly CipherSuite[] = ROWS.map(([name, openssl, key, marks]) => ({
  name,
  openssl,
  key,
  old: marks.includes('o'),
  usual: marks.includes('u'),
  insecure: marks.includes('i'),
  offered: marks.includes('c'),
}));

/** The suites of TLS 1.3: accepted in `tlsCipherSuites`, but not configurable. The first is what Go's server takes. */
export const CIPHER_SUITES_13: readonly string[] = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
];

/** Other names that the kubelet takes. Models component-base/cli/flag/ciphersuites_flag.go, v1.36. */
export const LEGACY_CIPHER_NAMES: Readonly<Record<string, string>> = {
  TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305: 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
  TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305: 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
};
