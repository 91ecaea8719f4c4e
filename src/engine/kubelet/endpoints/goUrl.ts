/** A request target as Go's `net/url` takes it apart. Models url.ParseRequestURI, Go 1.26. */
export interface Target {
  /** `URL.EscapedPath()`. */
  readonly escapedPath: string;
  /** `URL.Path`: percent-decoded. */
  readonly path: string;
  /** `URL.RawQuery`, without `?`. */
  readonly query: string;
}

/** Characters that a path may hold unescaped without Go writing it anew (`validEncoded`). */
const VALID_PATH = /^(?:[A-Za-z0-9\-_.~!$&'()*+,;=:@[\]/]|%[0-9A-Fa-f]{2})*$/;

/** Takes a target apart; null where Go answers 400 because it is no URL (a bad escape, a control character). */
export function parseTarget(text: string): Target | null {
  const mark = text.indexOf('?');
  const raw = mark < 0 ? text : text.slice(0, mark);
  const query = mark < 0 ? '' : text.slice(mark + 1);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (!raw.startsWith('/') || /[\u0000-\u0020\u007f]/.test(text)) return null;
  if (!raw.includes('%')) return { escapedPath: VALID_PATH.test(raw) ? raw : escapePath(raw), path: raw, query };
  const path = percentDecode(raw);
  if (path === null) return null;
  return { escapedPath: VALID_PATH.test(raw) ? raw : escapePath(path), path, query };
}

/** Percent-decodes; null on a malformed escape. Bytes that are no UTF-8 become U+FFFD. */
export function percentDecode(text: string): string | null {
  if (!text.includes('%')) return text;
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) => {
      const byte = Number.parseInt(digits, 16);
      return byte < 0x80 ? String.fromCharCode(byte) : '\ufffd';
    });
  }
}

/** Percent-encodes a path as `URL.String()` does. */
export function escapePath(path: string): string {
  return path.replace(/[^A-Za-z0-9\-_.~$&+,/:;=@]/gu, (character) => {
    if (/^[\ud800-\udfff]$/.test(character)) return '%EF%BF%BD';
    return encodeURIComponent(character).replace(
      /[!'()*]/g,
      (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  });
}

/** `URL.Query()`: values by key, in order; pairs that do not parse are dropped. */
export function parseQuery(query: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const pair of query === '' ? [] : query.split('&')) {
    if (pair === '' || pair.includes(';')) continue;
    const equals = pair.indexOf('=');
    const key = percentDecode((equals < 0 ? pair : pair.slice(0, equals)).replaceAll('+', ' '));
    const value = percentDecode((equals < 0 ? '' : pair.slice(equals + 1)).replaceAll('+', ' '));
    if (key === null || value === null) continue;
    const known = values.get(key);
    if (known === undefined) values.set(key, [value]);
    else known.push(value);
  }
  return values;
}

/** `path.Clean` on an absolute path. */
export function cleanPath(path: string): string {
  if (!/\/\/|\/\.|^[^/]/.test(path)) return path;
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') kept.pop();
    else kept.push(part);
  }
  const clean = `/${kept.join('/')}`;
  // The mux keeps a final slash that Clean takes away.
  return path.endsWith('/') && clean !== '/' ? `${clean}/` : clean;
}
