import { PROTOCOLS } from './texts.ts';

/** A URL taken apart. `host` is without brackets; `shown` with them, as a Host header has it. */
export interface CurlUrl {
  readonly scheme: string;
  readonly host: string;
  readonly shown: string;
  readonly port: number;
  readonly portGiven: boolean;
  /** Path and query, percent-decoded nowhere, starting with `/`. */
  readonly path: string;
  /** `user:password`, percent-decoded; null when the URL has none. */
  readonly user: string | null;
}

/** Why a URL cannot be used: the text behind `curl: (code) `. */
export interface UrlError {
  readonly code: 1 | 3;
  readonly message: string;
}

const BAD: UrlError = { code: 3, message: 'URL using bad/illegal format or missing URL' };

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21, ftps: 990 };

/**
 * Reads a URL as curl does: a missing scheme is http, `/../` is squashed unless `asIs`, the fragment is dropped, numbers
 * such as `127.1` become addresses. Takes any text. Models lib/urlapi.c, 7.88.1.
 */
export function parseUrl(text: string, asIs: boolean): CurlUrl | UrlError {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what makes a URL bad
  if (text === '' || /[\u0000-\u0020\u007f]/.test(text)) return BAD;
  const found = /^([A-Za-z][A-Za-z0-9+.-]*):(\/{1,3})/.exec(text);
  if (found === null && /^[a-z][a-z0-9+.-]*:[^/0-9]/i.test(text) && !text.includes('@')) return BAD;
  const scheme = (found?.[1] ?? 'http').toLowerCase();
  if (!PROTOCOLS.includes(scheme)) {
    return { code: 1, message: `Protocol "${scheme}" not supported or disabled in libcurl` };
  }
  const rest = text.slice(found?.[0].length ?? 0);
  const end = rest.search(/[/?#]/);
  const authority = end < 0 ? rest : rest.slice(0, end);
  const at = authority.lastIndexOf('@');
  const place = parsePlace(authority.slice(at + 1));
  if (place === null) return scheme === 'file' ? filePlace(scheme) : BAD;
  return {
    scheme,
    ...place,
    port: place.port ?? DEFAULT_PORTS[scheme] ?? 80,
    portGiven: place.port !== null,
    path: cleanPath(end < 0 ? '' : rest.slice(end), asIs),
    user: at < 0 ? null : decoded(authority.slice(0, at)),
  };
}

function filePlace(scheme: string): CurlUrl {
  return { scheme, host: '', shown: '', port: 0, portGiven: false, path: '/', user: null };
}

function parsePlace(
  text: string,
): { readonly host: string; readonly shown: string; readonly port: number | null } | null {
  const parts = /^(\[[0-9A-Fa-f:.]+(?:%[^\]]*)?\]|[^:[\]]*)(?::(.*))?$/s.exec(text);
  const name = parts?.[1] ?? '';
  if (parts === null || name === '') return null;
  const digits = parts[2] ?? '';
  if (!/^\d*$/.test(digits) || Number(digits) > 65535) return null;
  const port = digits === '' ? null : Number(digits);
  if (name.startsWith('[')) return { host: name.slice(1, -1), shown: name, port };
  if (/[\s/:#?!@{}[\]\\$'"^`*<>=;,&()%]/.test(name)) return null;
  const host = normalAddress(name) ?? name;
  return { host, shown: host, port };
}

/** An IPv4 address from what `inet_aton` takes (`127.1`, `0x7f.1`, `2130706433`); null when it is a name. */
function normalAddress(text: string): string | null {
  const parts = text.replace(/\.$/, '').split('.');
  if (parts.length > 4 || !parts.every((part) => /^(?:0x[0-9a-f]+|\d+)$/i.test(part))) return null;
  const numbers = parts.map((part) => (/^0[0-7]+$/.test(part) ? Number.parseInt(part, 8) : Number(part)));
  const last = numbers.at(-1) ?? 0;
  const leading = numbers.slice(0, -1);
  if (leading.some((number) => number > 255) || last >= 256 ** (4 - leading.length)) return null;
  const left = 4 - leading.length;
  const tail = Array.from({ length: left }, (_, index) => Math.floor(last / 256 ** (left - 1 - index)) % 256);
  return [...leading, ...tail].join('.');
}

function cleanPath(text: string, asIs: boolean): string {
  const bare = text.split('#', 1)[0] ?? '';
  const query = bare.indexOf('?');
  const path = query < 0 ? bare : bare.slice(0, query);
  const tail = query < 0 ? '' : bare.slice(query);
  const rooted = path.startsWith('/') ? path : `/${path}`;
  return (asIs ? rooted : squash(rooted)) + tail;
}

/** Removes `.` and `..` segments (RFC 3986, 5.2.4). */
function squash(path: string): string {
  const out: string[] = [];
  const segments = path.split('/').slice(1);
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    if (segment === '..') out.pop();
    if (segment !== '.' && segment !== '..') out.push(segment);
    else if (isLast) out.push('');
  }
  return `/${out.join('/')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The URL as `%{url_effective}` shows it. */
export function urlText(url: CurlUrl): string {
  return `${url.scheme}://${url.shown}${url.portGiven ? `:${url.port}` : ''}${url.path}`;
}

/** Where a `Location` leads from a URL. */
export function redirectTarget(from: CurlUrl, location: string): string {
  if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(location)) return location;
  if (location.startsWith('//')) return `${from.scheme}:${location}`;
  const base = `${from.scheme}://${from.shown}${from.portGiven ? `:${from.port}` : ''}`;
  if (location.startsWith('/')) return base + location;
  const path = from.path.split('?', 1)[0] ?? '/';
  if (location.startsWith('?')) return base + path + location;
  return base + path.slice(0, path.lastIndexOf('/') + 1) + location;
}
