/** Where the page is, by the part of its address after `#`. A plain static server never sees it. */
export type Route =
  | { readonly kind: 'home' }
  | { readonly kind: 'about' }
  | { readonly kind: 'scenario'; readonly id: string }
  | { readonly kind: 'sandbox'; readonly base: string }
  /** A link that leads nowhere: what was asked for, for people to read. */
  | { readonly kind: 'unknown'; readonly asked: string };

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Reads `location.hash`. `#/`, nothing, and whatever is no route of ours (a jump within the page) is home; what follows
 * a `?` or `&` within the hash belongs to others and is not looked at. Never throws.
 */
export function routeOf(hash: string): Route {
  if (!hash.startsWith('#/')) return { kind: 'home' };
  const path = (hash.slice(2).split(/[?&]/, 1)[0] ?? '').replace(/\/+$/, '');
  if (path === '') return { kind: 'home' };
  if (path === 'about') return { kind: 'about' };
  const [kind, name = '', ...more] = path.split('/');
  if (more.length === 0 && NAME.test(name)) {
    if (kind === 'scenario') return { kind, id: name };
    if (kind === 'sandbox') return { kind, base: name };
  }
  return { kind: 'unknown', asked: decoded(path).slice(0, 80) };
}

/** The hash of a route, for links. */
export function hashOf(route: Exclude<Route, { kind: 'unknown' }>): string {
  switch (route.kind) {
    case 'home':
      return '#/';
    case 'about':
      return '#/about';
    case 'scenario':
      return `#/scenario/${route.id}`;
    case 'sandbox':
      return `#/sandbox/${route.base}`;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
