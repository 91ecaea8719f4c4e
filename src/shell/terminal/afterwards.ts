import type { Pipeline, Statement, SyntaxNode } from './interpreter.ts';

/** The functions that `declare -F` names: as this pipeline defined them, or as they were. */
export function definedNow(
  listing: string,
  before: ReadonlyMap<string, SyntaxNode>,
  made: ReadonlyMap<string, SyntaxNode>,
): ReadonlyMap<string, SyntaxNode> {
  const now = new Map<string, SyntaxNode>();
  for (const [, name = ''] of listing.matchAll(/^declare -f\w* (.+)$/gm)) {
    const definition = made.get(name) ?? before.get(name);
    if (definition !== undefined) now.set(name, definition);
  }
  return now;
}

/**
 * Of what `declare -p` prints, what variables alone do not say: arrays and attributes. `parse` reads a script. An array is
 * declared and then filled, since the interpreter splits words in a declaration that does both.
 */
export function declarationsIn(listing: string, parse: (text: string) => readonly Statement[]): readonly Statement[] {
  return parse(listing).flatMap((statement): readonly Statement[] => {
    const [, flags = '', name = '', rest = ''] =
      /^declare -(\S+) (\w+)([\s\S]*)$/.exec(statement.sourceText ?? '') ?? [];
    if (/^(-|x|)$/.test(flags) || /^(PIPESTATUS|SHELLOPTS|BASH(?!_REMATCH)\w*|FUNCNAME|DIRSTACK|GROUPS)$/.test(name))
      return [];
    if (!/[aA]/.test(flags) || !rest.startsWith('=(')) return [statement];
    return parse(`declare -${flags.replace('r', '')} ${name}\n${name}${rest}`);
  });
}

/** Without what `set -x` tells of our own commands. */
export function withoutOurs(stderr: string, options: string | undefined): string {
  if (!(options ?? '').includes('xtrace') && !stderr.includes('portside-')) return stderr;
  return stderr.replace(
    /^\++ (\/usr\/bin\/portside-|declare -[Fp]\b|shopt -s expand_aliases|set -o ).*\n(?:declare .*\n)*/gm,
    '',
  );
}

/** The interpreter's own words, said as bash or as this simulator says them. `bracket`: whether a `[` was run, which it calls `test`. */
export function inBashsWords(stderr: string, bracket: () => boolean): string {
  return stderr
    .replace(/^(?:bash: )?test: /gm, () => (bracket() ? '[: ' : 'test: '))
    .replace(/command not available in browser environments\. .*$/gm, 'command not found')
    .replace(/^(?:\[|alias|declare|printf|set|shopt|test|type|unalias): /gm, 'bash: $&')
    .replace(/^(\w+): ENOENT: no such file or directory, \w+ '.*'$/gm, '$1: No such file or directory')
    .replace(/^bash: (.*), increase executionLimits\.\w+$/gm, 'portside: stopped, since a line ends sometime here: $1')
    .replace(/^bash: line \d+: /gm, 'bash: ');
}

const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: 'No such file or directory',
  EISDIR: 'Is a directory',
  ENOTDIR: 'Not a directory',
  EACCES: 'Permission denied',
  EPERM: 'Operation not permitted',
  EEXIST: 'File exists',
};

/** Why a file cannot be opened, as bash says it: by the name that was typed, when it stands in the pipeline. */
export function refusal(error: unknown, cwd: string, pipeline: Pipeline): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, code = '', path] = /^(E[A-Z]+): .*? '(.*)'$/s.exec(message) ?? [];
  const words = Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined;
  if (path === undefined || words === undefined) return `portside: the command could not be run: ${message}\n`;
  const relative = path.startsWith(`${cwd}/`) ? path.slice(cwd.length + 1) : path;
  const isTyped = relative !== path && !JSON.stringify(pipeline).includes(JSON.stringify(path));
  return `bash: ${isTyped ? relative : path}: ${words}\n`;
}

/** What `time` says of so many milliseconds. */
export function timeText(milliseconds: number, isPosix: boolean): string {
  const seconds = milliseconds / 1000;
  if (isPosix) return `real ${seconds.toFixed(2)}\nuser 0.00\nsys 0.00\n`;
  const minutes = Math.floor(seconds / 60);
  return `\nreal\t${minutes}m${(seconds - minutes * 60).toFixed(3)}s\nuser\t0m0.000s\nsys\t0m0.000s\n`;
}
