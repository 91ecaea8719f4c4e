import type { TlsVersion } from '#engine/kubelet/exchange.ts';
import type { CurlOptions } from './options.ts';

type Refused = { readonly reason: string };

/** Options after a flag without value, or why curl finds it badly used. `name` is one of the table's modelled ones. */
export function applySwitch(options: CurlOptions, name: string, on: boolean): CurlOptions | Refused {
  switch (name) {
    case 'silent':
      return { ...options, silent: on };
    case 'show-error':
      return { ...options, showError: on };
    case 'progress-meter':
      return { ...options, noMeter: !on };
    case 'progress-bar':
      return { ...options, bar: on };
    case 'insecure':
      return { ...options, insecure: on };
    case 'include':
      return { ...options, include: on };
    case 'verbose':
      return { ...options, verbose: on };
    case 'head':
      return { ...options, head: on };
    case 'get':
      return { ...options, get: on };
    case 'globoff':
      return { ...options, globOff: on };
    case 'path-as-is':
      return { ...options, pathAsIs: on };
    case 'compressed':
      return { ...options, compressed: on };
    case 'alpn':
      return { ...options, alpn: on };
    case 'location':
      return { ...options, location: on };
    case 'location-trusted':
      return { ...options, location: on, trusted: on };
    case 'fail':
      if (on && options.fail === 'with-body') return { reason: 'is badly used here' };
      return { ...options, fail: on ? 'fail' : 'no' };
    case 'fail-with-body':
      if (on && options.fail === 'fail') return { reason: 'is badly used here' };
      return { ...options, fail: on ? 'with-body' : 'no' };
    case 'remote-name':
      return on ? { ...options, outputs: [...options.outputs, { to: 'remote-name' }] } : options;
    case 'ipv4':
      return { ...options, family: 4 };
    case 'ipv6':
      return { ...options, family: 6 };
    case 'http1.0':
      return { ...options, http: '1.0' };
    case 'http1.1':
      return { ...options, http: '1.1' };
    case 'http2':
      return { ...options, http: '2' };
    case 'tlsv1':
    case 'tlsv1.0':
      return { ...options, tlsMin: '1.0' };
    case 'tlsv1.1':
      return { ...options, tlsMin: '1.1' };
    case 'tlsv1.2':
      return { ...options, tlsMin: '1.2' };
    case 'tlsv1.3':
      return { ...options, tlsMin: '1.3' };
    default:
      return options;
  }
}

type Changed = { readonly options: CurlOptions; readonly warning: string };

/** Options after one with a value; a warning may go with it. `readFile` serves `@file`. */
export function applyText(
  options: CurlOptions,
  name: string,
  value: string,
  readFile: (name: string) => string | null,
): Changed | Refused {
  const set = (change: Partial<CurlOptions>, warning = ''): Changed => ({
    options: { ...options, ...change },
    warning,
  });
  switch (name) {
    case 'data':
    case 'data-ascii':
    case 'data-binary':
    case 'data-raw':
    case 'data-urlencode':
    case 'json':
      return applyData(options, name, value, readFile);
    case 'header': {
      if (!value.startsWith('@')) return set({ headers: [...options.headers, value] });
      const text = readFile(value.slice(1));
      if (text === null) return set({}, `Failed to open ${value.slice(1)}!`);
      return set({ headers: [...options.headers, ...text.split(/\r?\n/).filter((line) => line !== '')] });
    }
    case 'write-out': {
      if (!value.startsWith('@')) return set({ writeOut: value });
      const text = readFile(value.slice(1));
      return text === null ? set({ writeOut: '' }, `Failed to open ${value.slice(1)}!`) : set({ writeOut: text });
    }
    case 'cookie':
      // Without an equals sign it names a cookie file, of which there are none.
      return set(value.includes('=') ? { cookies: [...options.cookies, value] } : {});
    case 'output':
      return set({ outputs: [...options.outputs, { to: 'file', path: value }] });
    case 'url':
      return set({ urls: [...options.urls, value] });
    case 'resolve':
      return set({ resolve: [...options.resolve, value] });
    case 'max-time':
    case 'connect-timeout': {
      const time = seconds(value);
      if (typeof time === 'string') return { reason: time };
      const limit = time === 0 ? null : time;
      return set(name === 'max-time' ? { maxTime: limit } : { connectTimeout: limit });
    }
    case 'retry':
    case 'retry-delay':
    case 'retry-max-time':
    case 'max-redirs': {
      if (!/^-?\d+$/.test(value)) return { reason: 'expected a proper numerical parameter' };
      const number = Number(value);
      if (name === 'max-redirs') {
        return number < -1 ? { reason: 'expected a positive numerical parameter' } : set({ maxRedirects: number });
      }
      return number < 0 ? { reason: 'expected a positive numerical parameter' } : set({});
    }
    case 'tls-max': {
      if (value === 'default') return set({ tlsMax: null });
      const version = (['1.0', '1.1', '1.2', '1.3'] as const).find((known: TlsVersion) => known === value);
      return version === undefined ? { reason: 'is badly used here' } : set({ tlsMax: version });
    }
    default: {
      const key = TEXTS.get(name);
      return key === undefined ? set({}) : set({ [key]: value });
    }
  }
}

/** Options whose value is kept as it is. */
const TEXTS: ReadonlyMap<string, keyof CurlOptions> = new Map([
  ['request', 'method'],
  ['request-target', 'target'],
  ['user-agent', 'userAgent'],
  ['referer', 'referer'],
  ['user', 'user'],
  ['oauth2-bearer', 'bearer'],
  ['dump-header', 'dumpHeader'],
  ['cacert', 'cacert'],
  ['cert', 'cert'],
  ['cert-type', 'certType'],
  ['key', 'key'],
  ['key-type', 'keyType'],
  ['ciphers', 'ciphers'],
  ['tls13-ciphers', 'tls13Ciphers'],
]);

/** Milliseconds of a number of seconds, or curl's complaint. */
function seconds(text: string): number | string {
  const number = Number(text);
  if (text.trim() === '' || !/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text)) return 'expected a proper numerical parameter';
  return number < 0 ? 'expected a positive numerical parameter' : Math.floor(number * 1000);
}

function applyData(
  options: CurlOptions,
  name: string,
  value: string,
  readFile: (name: string) => string | null,
): Changed {
  let text = value;
  let warning = '';
  if (name === 'data-urlencode') text = urlEncoded(value, readFile);
  else if (name !== 'data-raw' && value.startsWith('@')) {
    const file = readFile(value.slice(1));
    if (file === null) warning = `Couldn't read data from file "${value.slice(1)}", this makes an empty POST.`;
    // Line ends and NULs of a file are left out, save for the two that send it as it is.
    text = name === 'data' || name === 'data-ascii' ? stripLineEnds(file ?? '') : (file ?? '');
  }
  // JSON pieces are joined as they are; form fields get an ampersand between them.
  const joined = options.data === null ? text : name === 'json' ? options.data + text : `${options.data}&${text}`;
  return { options: { ...options, data: joined, json: options.json || name === 'json' }, warning };
}

function stripLineEnds(text: string): string {
  return text.replaceAll('\r', '').replaceAll('\n', '').replaceAll('\u0000', '');
}

/** `name=content`, `=content`, `name@file` and plain content, the content percent-encoded as in a form. */
function urlEncoded(value: string, readFile: (name: string) => string | null): string {
  const sign = /[=@]/.exec(value);
  const name = sign === null ? '' : value.slice(0, sign.index);
  const rest = sign === null ? value : value.slice(sign.index + 1);
  const content = sign?.[0] === '@' ? (readFile(rest) ?? '') : rest;
  const encoded = percentEncode(content).replaceAll('%20', '+');
  return name === '' ? encoded : `${name}=${encoded}`;
}

/** Percent-encodes all but letters, digits and `-._~`. A lone surrogate counts as U+FFFD. */
function percentEncode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
