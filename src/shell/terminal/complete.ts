import { nodeNamed, type World } from '#engine/world/world.ts';
import type { Candidate, CommandContext, NodeCommand } from '../command.ts';
import { entryAt, type Place as Files, mergedPath, namesIn } from '../files/entry.ts';
import { absolutePath } from '../paths.ts';
import { commonOf, escaped, type Place, placeIn } from './completing.ts';
import { PROGRAMS } from './interpreter.ts';
import type { NodeShell } from './nodeShell.ts';
import type { ShellProgram } from './program.ts';

/** What may stand where the cursor is. */
export interface Completion {
  /** Where the word begins that a candidate replaces. */
  readonly from: number;
  readonly candidates: readonly { readonly insert: string; readonly label: string }[];
  /** What all candidates have in common, to be written at once. */
  readonly common: string;
}

interface Around {
  readonly shell: NodeShell;
  readonly world: World;
  readonly commands: ReadonlyMap<string, NodeCommand | ShellProgram>;
}

/** Words of the shell that a command may follow. */
const LEADING = new Set(['if', 'then', 'else', 'elif', 'while', 'until', 'do', '!', '{', 'time']);
/** Programs that run another. */
const RUNNERS = new Set(['sudo', 'watch', 'xargs', 'exec', 'command', 'nohup', 'builtin', 'env']);
const BUILTINS =
  '. alias break cd command continue declare echo eval exec exit export false for function help if local logout printf pwd read readonly return set shift shopt source test time trap true type typeset ulimit umask unalias unset until wait while'.split(
    ' ',
  );

/** Completes the word before the cursor: a command, what the command takes, a variable, or a path. */
export function completeLine(line: string, cursor: number, around: Around): Completion {
  const place = placeIn(line, cursor);
  const found = candidates(place, around);
  const unique = [...new Map(found.map((each) => [each.insert, each] as const)).values()];
  const sorted = unique.toSorted((a, b) => (a.insert < b.insert ? -1 : 1));
  return {
    from: place.from,
    candidates: sorted.map(({ insert, label }) => ({ insert, label: label ?? insert })),
    common: commonOf(sorted.map(({ insert }) => insert)),
  };
}

function candidates(place: Place, around: Around): readonly Candidate[] {
  const { raw, quote, isRedirected } = place;
  const word = place.words.at(-1) ?? '';
  const variable = quote === "'" ? null : /\$(\{?)(\w*)$/.exec(raw);
  if (variable !== null) return variables(raw, variable, around.shell);
  if (isRedirected) return paths(place, around, false);
  const [command, ...rest] = commandWords(place.words);
  if (rest.length === 0) {
    return word.includes('/')
      ? paths(place, around, false)
      : commandNames(around).filter((each) => each.insert.startsWith(word));
  }
  const program = around.commands.get(aliased(command ?? '', around.shell));
  const own = program?.complete?.(rest, contextOf(around)) ?? [];
  const fitting = own
    .filter(({ insert }) => insert.startsWith(word))
    .map(({ insert, label }) => ({
      ...(label === undefined ? {} : { label }),
      insert: open(quote) + escaped(insert, quote === '' ? '"' : quote),
    }));
  if (fitting.length > 0 || word.startsWith('-')) return fitting;
  return paths(place, around, command === 'cd' || command === 'rmdir' || command === 'pushd');
}

/** The words from the command's name on: behind assignments, the shell's own words, and programs that run others. */
function commandWords(words: readonly string[]): readonly string[] {
  let at = 0;
  while (at < words.length - 1) {
    const word = words[at] ?? '';
    if (LEADING.has(word) || /^[A-Za-z_]\w*=/.test(word)) at += 1;
    else if (RUNNERS.has(word)) {
      at += 1;
      while (at < words.length - 1 && (words[at] ?? '').startsWith('-'))
        at += /^-[unIgC]$/.test(words[at] ?? '') ? 2 : 1;
    } else break;
  }
  return words.slice(Math.min(at, words.length - 1));
}

function aliased(name: string, shell: NodeShell): string {
  return shell.alias(name)?.split(/\s+/)[0] ?? name;
}

function commandNames({ shell, commands }: Around): readonly Candidate[] {
  const names = [...BUILTINS, ...PROGRAMS, ...commands.keys(), ...shell.aliases(), ...shell.functions()];
  return names.map((insert) => ({ insert }));
}

function variables(raw: string, found: RegExpExecArray, shell: NodeShell): readonly Candidate[] {
  const [, brace = '', begun = ''] = found;
  const before = raw.slice(0, found.index);
  return Object.keys(shell.variables())
    .filter((name) => /^[A-Za-z]\w*$/.test(name) && name.startsWith(begun) && !/^(PORTSIDE|BASH_ALIAS)_/.test(name))
    .map((name) => ({ insert: `${before}$${brace}${name}${brace === '' ? '' : '}'}`, label: `$${name}` }));
}

function open(quote: Place['quote']): string {
  return quote;
}

/** Paths that begin as the word does; directories end in a slash. `~` and variables stay as they were typed. */
function paths({ raw, quote }: Place, { shell, world }: Around, onlyDirectories: boolean): readonly Candidate[] {
  const cut = raw.lastIndexOf('/') + 1;
  // Behind `--option=` a path may begin in the middle of the word.
  const start = cut === 0 ? (/^(--?[\w-]+=)?(["']?)/.exec(raw)?.[0].length ?? 0) : cut;
  const typed = raw.slice(0, start);
  const begun = raw.slice(start).replace(/\\(.)/g, '$1').replace(/^["']/, '');
  const directory = expanded(typed.replace(/^--?[\w-]+=/, ''), shell);
  const files: Files = {
    files: nodeNamed(world, shell.node)?.host.files ?? {},
    programs: shell.programs(),
    version: '',
    born: world.now,
  };
  const base = mergedPath(absolutePath(shell.workingDirectory(), directory === '' ? '.' : directory));
  if (raw === '~') return [{ insert: '~/' }];
  return namesIn(files, base)
    .filter((name) => name.startsWith(begun) && (begun !== '' || !name.startsWith('.')))
    .flatMap((name) => {
      const isDirectory = entryAt(files, mergedPath(`${base === '/' ? '' : base}/${name}`))?.kind === 'directory';
      if (onlyDirectories && !isDirectory) return [];
      const shown = `${name}${isDirectory ? '/' : ''}`;
      return [{ insert: `${typed}${escaped(name, quote)}${isDirectory ? '/' : ''}`, label: shown }];
    });
}

/** A directory as typed, with `~` and variables put in and quotes taken off. */
function expanded(text: string, shell: NodeShell): string {
  const variables = shell.variables();
  return text
    .replace(/["']/g, '')
    .replace(/\\(.)/g, '$1')
    .replace(/^~(?=\/|$)/, variables.HOME ?? '/root')
    .replace(/\$\{?([A-Za-z_]\w*)\}?/g, (_, name: string) =>
      Object.hasOwn(variables, name) ? (variables[name] ?? '') : '',
    );
}

function contextOf({ shell, world }: Around): CommandContext {
  return {
    world,
    node: shell.node,
    workingDirectory: shell.workingDirectory(),
    environment: shell.exported(),
    stdin: '',
    terminal: { stdin: true, stdout: true, columns: 80 },
  };
}
