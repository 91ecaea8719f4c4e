import type { TlsVersion } from '#engine/kubelet/exchange.ts';

/** Where the body of a URL goes: the n-th `-o` or `-O` belongs to the n-th URL. */
export type Output = { readonly to: 'file'; readonly path: string } | { readonly to: 'remote-name' };

/** What a curl line asked for. Times in milliseconds; null = not given. */
export interface CurlOptions {
  readonly silent: boolean;
  readonly showError: boolean;
  readonly noMeter: boolean;
  readonly bar: boolean;
  readonly insecure: boolean;
  readonly include: boolean;
  readonly verbose: boolean;
  readonly head: boolean;
  readonly get: boolean;
  readonly globOff: boolean;
  readonly pathAsIs: boolean;
  readonly compressed: boolean;
  readonly alpn: boolean;
  readonly location: boolean;
  readonly trusted: boolean;
  readonly maxRedirects: number;
  readonly fail: 'no' | 'fail' | 'with-body';
  readonly method: string | null;
  readonly target: string | null;
  readonly headers: readonly string[];
  readonly cookies: readonly string[];
  readonly data: string | null;
  readonly json: boolean;
  readonly userAgent: string | null;
  readonly referer: string | null;
  readonly user: string | null;
  readonly bearer: string | null;
  readonly outputs: readonly Output[];
  readonly dumpHeader: string | null;
  readonly writeOut: string | null;
  readonly maxTime: number | null;
  readonly connectTimeout: number | null;
  readonly cacert: string | null;
  readonly cert: string | null;
  readonly certType: string;
  readonly key: string | null;
  readonly keyType: string;
  readonly tlsMin: TlsVersion | null;
  readonly tlsMax: TlsVersion | null;
  readonly ciphers: string | null;
  readonly tls13Ciphers: string | null;
  readonly http: '1.0' | '1.1' | '2' | null;
  readonly family: 4 | 6 | null;
  readonly resolve: readonly string[];
  readonly urls: readonly string[];
}

/** A bare `curl`. */
export const NO_OPTIONS: CurlOptions = {
  silent: false,
  showError: false,
  noMeter: false,
  bar: false,
  insecure: false,
  include: false,
  verbose: false,
  head: false,
  get: false,
  globOff: false,
  pathAsIs: false,
  compressed: false,
  alpn: true,
  location: false,
  trusted: false,
  maxRedirects: 50,
  fail: 'no',
  method: null,
  target: null,
  headers: [],
  cookies: [],
  data: null,
  json: false,
  userAgent: null,
  referer: null,
  user: null,
  bearer: null,
  outputs: [],
  dumpHeader: null,
  writeOut: null,
  maxTime: null,
  connectTimeout: null,
  cacert: null,
  cert: null,
  certType: 'PEM',
  key: null,
  keyType: 'PEM',
  tlsMin: null,
  tlsMax: null,
  ciphers: null,
  tls13Ciphers: null,
  http: null,
  family: null,
  resolve: [],
  urls: [],
};
