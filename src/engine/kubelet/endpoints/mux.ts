import { cleanPath, escapePath, percentDecode, type Target } from './goUrl.ts';

/** What Go's ServeMux makes of a path: a pattern's endpoint, a redirect, or nothing. */
export type MuxMatch =
  | { readonly kind: 'endpoint'; readonly endpoint: string }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'none' };

/** Endpoints by pattern. A pattern that ends in `/` stands for everything below it. */
export type Patterns = ReadonlyMap<string, string>;

/**
 * Finds a path's handler, blind to methods. Models ServeMux.findHandler, Go 1.22 to 1.26: unclean paths and missing
 * trailing slashes are redirected, segments are compared after percent-decoding.
 */
export function matchPath(patterns: Patterns, target: Target, method: string): MuxMatch {
  const exact = patterns.get(target.escapedPath);
  if (exact !== undefined) return { kind: 'endpoint', endpoint: exact };
  const path = method === 'CONNECT' ? target.escapedPath : cleanPath(target.escapedPath);
  const key = matchingKey(path);
  const found = lookUp(patterns, key);
  if (!key.endsWith('/') && !patterns.has(key) && patterns.has(`${key}/`)) {
    const slashed = `${cleanPath(target.path)}/`;
    return { kind: 'redirect', to: withQuery(escapePath(slashed), target.query) };
  }
  if (path !== target.escapedPath) return { kind: 'redirect', to: withQuery(escapePath(path), target.query) };
  return found === null ? { kind: 'none' } : { kind: 'endpoint', endpoint: found };
}

/** The path with decoded segments; a slash that was escaped stays apart from those that part segments. */
function matchingKey(path: string): string {
  if (!path.includes('%')) return path;
  return path
    .split('/')
    .map((segment) => (percentDecode(segment) ?? segment).replaceAll('/', '\u0000'))
    .join('/');
}

function lookUp(patterns: Patterns, key: string): string | null {
  const exact = patterns.get(key);
  if (exact !== undefined) return exact;
  for (let end = key.lastIndexOf('/'); end >= 0; end = end === 0 ? -1 : key.lastIndexOf('/', end - 1)) {
    const below = patterns.get(key.slice(0, end + 1));
    if (below !== undefined) return below;
  }
  return null;
}

function withQuery(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`;
}
