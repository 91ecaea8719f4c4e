/** A chunk of Vite's manifest (`build.manifest`), as far as the budget looks. */
export interface ManifestChunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

export type Manifest = Readonly<Record<string, ManifestChunk>>;

/** What may be shipped, in bytes after gzip. */
export const BUDGET = {
  /** Script that the first route waits for: the entry and all that it imports statically. */
  firstRoute: 120 * 1024,
  /** All scripts and styles together, lazy ones too. */
  total: 2.5 * 1024 * 1024,
} as const;

/** The page that is judged; others, as the kit, are not on a learner's way. */
const PAGE = 'index.html';

/** Files of scripts that the page loads before anything happens: its entry and that one's static imports, once each. */
export function firstRouteFiles(manifest: Manifest): readonly string[] {
  const seen = new Set<string>();
  const visit = (key: string): void => {
    const chunk = Object.hasOwn(manifest, key) ? manifest[key] : undefined;
    if (chunk === undefined || seen.has(chunk.file)) return;
    seen.add(chunk.file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  visit(PAGE);
  return [...seen];
}

/** Something that a script of the bundle must not hold, and why. */
export interface Forbidden {
  readonly what: string;
  readonly pattern: RegExp;
  readonly reason: string;
}

export const FORBIDDEN: readonly Forbidden[] = [
  {
    what: 'a built-in of Node',
    pattern:
      /\bfrom\s*["']node:|\bimport\s*\(?\s*["']node:|\brequire\(\s*["'](node:|fs|path|crypto|child_process)\b|__vite-browser-external/,
    reason: 'a browser has none: the import fails when it is reached, or a layer has leaked',
  },
  {
    what: 'eval',
    pattern: /(^|[^.\w$])eval\s*\(/,
    reason: 'the page must run under a content security policy without unsafe-eval',
  },
  {
    what: 'new Function',
    pattern: /\bnew\s+Function\s*\(/,
    reason: 'the page must run under a content security policy without unsafe-eval',
  },
];

/** What of {@link FORBIDDEN} a script holds, with the text around it. */
export function forbiddenIn(script: string): readonly string[] {
  return FORBIDDEN.flatMap(({ what, pattern, reason }) => {
    const found = pattern.exec(script);
    if (found === null) return [];
    const around = script.slice(Math.max(0, found.index - 60), found.index + 80).replace(/\s+/g, ' ');
    return [`${what} (${reason}): …${around}…`];
  });
}
