import { isIp } from '../config/flags/ip.ts';
import { parseDuration } from '../config/go/duration.ts';
import { parseBool, parseInteger, parseLevel } from '../config/go/numbers.ts';
import { goQuote } from '../config/go/quote.ts';
import { type FlagKind, PROGRAM_FLAGS } from './flags.data.ts';

/** The programs whose flags are known. */
export type FlaggedProgram = keyof typeof PROGRAM_FLAGS;

/** A command line that was read: flags by name, what was given of each in order; or the error that ended it. */
export type ReadFlags =
  | { readonly ok: true; readonly flags: GivenFlags }
  | { readonly ok: false; readonly error: string };

/** What was given of each flag, by name; a list's items one by one. */
export type GivenFlags = ReadonlyMap<string, readonly string[]>;

const kinds = new Map<FlaggedProgram, ReadonlyMap<string, FlagKind>>();

function kindsOf(program: FlaggedProgram): ReadonlyMap<string, FlagKind> {
  const known = kinds.get(program);
  if (known !== undefined) return known;
  const rows = Object.entries(PROGRAM_FLAGS[program]) as readonly (readonly [FlagKind, readonly string[]])[];
  const made = new Map(
    rows.flatMap(([kind, lines]) => lines.flatMap((line) => line.split(' ').map((name) => [name, kind] as const))),
  );
  kinds.set(program, made);
  return made;
}

/**
 * Reads a program's command line, its own name left out, as cobra and pflag do. Takes any words.
 * Models spf13/pflag FlagSet.Parse and component-base/cli, v1.36.
 */
export function readProgramFlags(program: FlaggedProgram, argv: readonly string[]): ReadFlags {
  const known = kindsOf(program);
  const flags = new Map<string, readonly string[]>();
  const fail = (error: string): ReadFlags => ({ ok: false, error: `Error: ${error}` });
  const rest: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (!word.startsWith('-') || word === '-') {
      rest.push(word);
      continue;
    }
    if (word === '--') {
      rest.push(...argv.slice(at + 1));
      break;
    }
    const parts = /^--([^=]*)(?:=(.*))?$/s.exec(word) ?? /^-(v)(?:=?(.+))?$/s.exec(word);
    if (parts === null) return fail(`unknown shorthand flag: ${goRune(word)} in ${word}`);
    const [, name = '', behind] = parts;
    if (/^[-=]|^$/.test(name)) return fail(`bad flag syntax: ${word}`);
    const own = name.replaceAll('_', '-');
    const kind =
      own === 'v'
        ? 'level'
        : own === 'vmodule'
          ? 'other'
          : own === 'version' || own === 'help'
            ? 'bool'
            : known.get(own);
    if (kind === undefined) return fail(`unknown flag: --${name}`);
    const text = behind ?? (kind === 'bool' ? 'true' : argv[at + 1]);
    if (text === undefined)
      return fail(own === 'v' ? `flag needs an argument: ${word}` : `flag needs an argument: --${name}`);
    if (behind === undefined && kind !== 'bool') at += 1;
    const wrong = valueError(kind, text);
    if (wrong !== null) {
      const shown = own === 'v' ? '-v, --v' : `--${own}`;
      return fail(`invalid argument ${goQuote(text)} for ${goQuote(shown)} flag: ${wrong}`);
    }
    const items = kind === 'list' ? text.split(',').filter((item) => text !== '' || item !== '') : [text];
    flags.set(own, kind === 'list' || kind === 'array' ? [...(flags.get(own) ?? []), ...items] : items);
  }
  const odd = rest.find((word) => word !== '');
  if (odd !== undefined)
    return fail(`"${program}" does not take any arguments, got [${rest.map((word) => goQuote(word)).join(' ')}]`);
  return { ok: true, flags };
}

/** `'f'`, the letter that is no shorthand. */
function goRune(word: string): string {
  return `'${[...word][1] ?? ''}'`;
}

function valueError(kind: FlagKind | 'level', text: string): string | null {
  switch (kind) {
    case 'bool': {
      const parsed = parseBool(text);
      return parsed.ok ? null : parsed.error;
    }
    case 'int': {
      const parsed = parseInteger(text, 64);
      return parsed.ok ? null : parsed.error;
    }
    case 'level': {
      const parsed = parseLevel(text);
      return parsed.ok ? null : parsed.error;
    }
    case 'float':
      return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)
        ? null
        : `strconv.ParseFloat: parsing ${goQuote(text)}: invalid syntax`;
    case 'duration': {
      const parsed = parseDuration(text);
      return parsed.ok ? null : parsed.error;
    }
    case 'ip':
      return isIp(text.trim()) ? null : `failed to parse IP: ${goQuote(text.trim())}`;
    default:
      return null;
  }
}

/** The last text given of a flag, or what it is without. */
export function flagText(flags: GivenFlags, name: string, fallback = ''): string {
  return flags.get(name)?.at(-1) ?? fallback;
}

/** All items given of a flag. */
export function flagItems(flags: GivenFlags, name: string): readonly string[] {
  return flags.get(name) ?? [];
}

/** A switch; what it is without when it was not given. */
export function flagOn(flags: GivenFlags, name: string, fallback: boolean): boolean {
  const text = flags.get(name)?.at(-1);
  if (text === undefined) return fallback;
  const parsed = parseBool(text);
  return parsed.ok ? parsed.value : fallback;
}

/** A number; what it is without when it was not given. */
export function flagNumber(flags: GivenFlags, name: string, fallback: number): number {
  const text = flags.get(name)?.at(-1);
  const parsed = text === undefined ? null : parseInteger(text, 64);
  return parsed?.ok === true ? parsed.value : fallback;
}
