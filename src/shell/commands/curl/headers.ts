import { encodeBase64, utf8Bytes } from '#engine/pki/bytes.ts';
import type { CurlOptions } from './options.ts';
import { CURL } from './texts.ts';
import type { CurlUrl } from './url.ts';

type Header = readonly [name: string, value: string];

/** What a request is made of besides its URL. */
export interface Composed {
  readonly method: string;
  readonly headers: readonly Header[];
  readonly body: string | null;
}

/** Length of a text in bytes of UTF-8. */
export function byteLength(text: string): number {
  return utf8Bytes(text).length;
}

/**
 * Method, headers in the order that curl sends them, and body. `method` overrides the one inferred (a redirect that
 * turned POST into GET); `trusted` false leaves credentials out (another host).
 * Models Curl_http in lib/http.c, 7.88.1.
 */
export function composeRequest(options: CurlOptions, url: CurlUrl, asGet: boolean, trusted: boolean): Composed {
  const body = options.data === null || options.get || asGet ? null : options.data;
  const inferred = options.head ? 'HEAD' : body === null ? 'GET' : 'POST';
  const custom = options.headers
    .flatMap((text) => customHeader(text))
    .filter(([name]) => trusted || !isCredential(name));
  const named = (name: string): boolean => options.headers.some((text) => headerName(text) === name.toLowerCase());
  const headers: Header[] = [];
  const host = custom.find(([name]) => name.toLowerCase() === 'host')?.[1] ?? hostHeader(url);
  headers.push(['Host', host]);
  const credentials = trusted ? authorization(options, url) : null;
  if (credentials !== null && !named('authorization')) headers.push(['Authorization', credentials]);
  const add = (name: string, value: string): void => {
    if (value !== '' && !named(name)) headers.push([name, value]);
  };
  add('User-Agent', options.userAgent ?? `curl/${CURL}`);
  if (!options.json) add('Accept', '*/*');
  if (options.compressed) add('Accept-Encoding', 'deflate, gzip, br, zstd');
  add('Referer', options.referer ?? '');
  if (options.cookies.length > 0) add('Cookie', options.cookies.join('; '));
  if (options.http === '2' && url.scheme === 'http') {
    headers.push(['Connection', 'Upgrade, HTTP2-Settings'], ['Upgrade', 'h2c']);
    headers.push(['HTTP2-Settings', 'AAMAAABkAAQCAAAAAAIAAAAA']);
  }
  if (options.json) {
    add('Content-Type', 'application/json');
    add('Accept', 'application/json');
  }
  headers.push(...custom.filter(([name]) => name.toLowerCase() !== 'host'));
  if (body !== null) {
    add('Content-Length', String(byteLength(body)));
    if (!options.json) add('Content-Type', 'application/x-www-form-urlencoded');
  }
  // -X goes on meaning what it says through every redirect.
  return { method: options.method ?? inferred, headers, body };
}

/** A header as typed: `Name: value`; `Name;` sends it empty; `Name:` only takes curl's own away; others are dropped. */
function customHeader(text: string): readonly Header[] {
  const colon = text.indexOf(':');
  if (colon > 0) {
    const value = text.slice(colon + 1).trim();
    return value === '' ? [] : [[text.slice(0, colon), value]];
  }
  const empty = /^([^;:]+);\s*$/.exec(text);
  return empty === null ? [] : [[empty[1] ?? '', '']];
}

function headerName(text: string): string {
  return (/^[^:;]*/.exec(text)?.[0] ?? '').toLowerCase();
}

function isCredential(name: string): boolean {
  return ['authorization', 'cookie'].includes(name.toLowerCase());
}

/** `localhost:10250`; without the port where it is the scheme's own. */
export function hostHeader(url: CurlUrl): string {
  const usual = url.scheme === 'https' ? 443 : 80;
  return url.port === usual ? url.shown : `${url.shown}:${url.port}`;
}

/** Who `-u` or the URL says the client is; null when neither does. */
export function basicUser(options: CurlOptions, url: CurlUrl): string | null {
  return options.user ?? url.user;
}

function authorization(options: CurlOptions, url: CurlUrl): string | null {
  if (options.bearer !== null) return `Bearer ${options.bearer}`;
  const user = basicUser(options, url);
  if (user === null) return null;
  return `Basic ${encodeBase64(utf8Bytes(user.includes(':') ? user : `${user}:`))}`;
}
