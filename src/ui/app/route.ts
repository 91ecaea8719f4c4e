/** Where the page is, by the part of its address after `#`. A plain static server never sees it. */
export type Route =
  | { readonly kind: 'home' }
  | { readonly kind: Page }
  | { readonly kind: 'scenario'; readonly id: string }
  | { readonly kind: 'sandbox'; readonly base: string }
  | { readonly kind: 'lesson'; readonly id: string }
  /** An exam; the seed is the learner's to choose when the link has none. */
  | { readonly kind: 'exam'; readonly id: string; readonly seed: number | null }
  /** A link that leads nowhere: what was asked for, for people to read. */
  | { readonly kind: 'unknown'; readonly asked: string };

/** Pages that need no name: what a lab holds stands behind its route, as `lab=`. */
export type Page = 'about' | 'glossary' | 'predictions' | 'lab' | 'lab-new' | 'board';

const PAGES: Readonly<Record<string, Page>> = {
  about: 'about',
  glossary: 'glossary',
  predictions: 'predictions',
  lab: 'lab',
  'lab/new': 'lab-new',
  board: 'board',
};

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SEED = /^[1-9]\d{0,8}$/;

/**
 * Reads `location.hash`. `#/`, nothing, and whatever is no route of ours (a jump within the page) is home; what follows
 * a `?` or `&` within the hash belongs to others and is not looked at. Never throws.
 */
export function routeOf(hash: string): Route {
  if (!hash.startsWith('#/')) return { kind: 'home' };
  const path = (hash.slice(2).split(/[?&]/, 1)[0] ?? '').replace(/\/+$/, '');
  if (path === '') return { kind: 'home' };
  const page = Object.hasOwn(PAGES, path) ? PAGES[path] : undefined;
  if (page !== undefined) return { kind: page };
  const [kind, name = '', ...more] = path.split('/');
  if (kind === 'exam' && NAME.test(name)) {
    const [seed, ...rest] = more;
    if (seed === undefined) return { kind, id: name, seed: null };
    if (rest.length === 0 && SEED.test(seed)) return { kind, id: name, seed: Number(seed) };
  }
  if (more.length === 0 && NAME.test(name)) {
    if (kind === 'lesson') return { kind, id: name };
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
    case 'lab-new':
      return '#/lab/new';
    case 'about':
    case 'glossary':
    case 'predictions':
    case 'lab':
    case 'board':
      return `#/${route.kind}`;
    case 'lesson':
      return `#/lesson/${route.id}`;
    case 'exam':
      return `#/exam/${route.id}${route.seed === null ? '' : `/${route.seed}`}`;
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
