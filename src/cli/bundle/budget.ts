/** A chunk of Vite's manifest (`build.manifest`), as far as the budget looks. */
export interface ManifestChunk {
  readonly file: string;
  readonly name?: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}

export type Manifest = Readonly<Record<string, ManifestChunk>>;

/** What may be shipped, in bytes after gzip. */
export const BUDGET = {
  /** Script that the first route waits for: the entry and all that it imports statically. */
  firstRoute: 120 * 1024,
  /** What the first look at the terminal brings beyond the workbench: its screen and the interpreter. */
  terminal: 450 * 1024,
  /** All scripts and styles together, lazy ones too. */
  total: 2.5 * 1024 * 1024,
} as const;

/** The page that is judged; others, as the kit, are not on a learner's way. */
const PAGE = 'index.html';

/** What is there when a workbench stands. */
const WORKBENCH = [PAGE, 'src/browser/openSession.ts', 'src/ui/workbench/Workbench.tsx'] as const;
/** What is loaded when its terminal is looked at; the node's own programs are not counted among the interpreter. */
const TERMINAL = ['src/ui/terminal/TerminalPanel.tsx', 'src/shell/terminal/terminal.ts'] as const;

/** Files of scripts that the page loads before anything happens: its entry and that one's static imports, once each. */
export function firstRouteFiles(manifest: Manifest): readonly string[] {
  return filesOf(manifest, [PAGE]);
}

/** Files of scripts that come with the terminal and not before; empty when the bundle has no terminal. */
export function terminalFiles(manifest: Manifest): readonly string[] {
  const entries = TERMINAL.map((path) => keyOf(manifest, path)).filter((key) => key !== null);
  if (entries.length < TERMINAL.length) return [];
  const before = new Set(filesOf(manifest, WORKBENCH));
  const lazy = entries.flatMap((entry) => manifest[entry]?.dynamicImports ?? []);
  return filesOf(manifest, [...entries, ...lazy]).filter((file) => !before.has(file));
}

/** The chunk of a source; where another page has it, too, that is called by its name only. Null when there is none. */
function keyOf(manifest: Manifest, path: string): string | null {
  if (Object.hasOwn(manifest, path)) return path;
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.tsx?$/, '');
  return (
    Object.keys(manifest).find((key) => key.startsWith('_') && manifest[key]?.name === name && /\.js$/.test(key)) ??
    null
  );
}

/** The scripts of some entries and of what they import statically. */
function filesOf(manifest: Manifest, entries: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const visit = (key: string): void => {
    const chunk = Object.hasOwn(manifest, key) ? manifest[key] : undefined;
    if (chunk === undefined || seen.has(chunk.file)) return;
    seen.add(chunk.file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const entry of entries) visit(entry);
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
    // A text that speaks of it is no call: there a quotation mark stands before it.
    pattern: /(^|[^.\w$"'`])eval\s*\(/,
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
