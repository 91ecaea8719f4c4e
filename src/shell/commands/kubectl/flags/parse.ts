import { parseCsvRow } from '#engine/config/go/csv.ts';
import { parseDuration } from '#engine/config/go/duration.ts';
import { parseBool, parseInteger } from '#engine/config/go/numbers.ts';
import { goQuote } from '#engine/config/go/quote.ts';
import type { Flag } from './flag.ts';

/** What a command line holds once its flags are taken out. */
export interface ParsedLine {
  readonly values: FlagValues;
  readonly parameters: readonly string[];
  /** The words as they were, flags and all. */
  readonly words: readonly string[];
  /** How many parameters stand before `--`; -1 without one. */
  readonly dashAt: number;
}

export type ParseResult =
  | ({ readonly ok: true } & ParsedLine)
  /** pflag's words, or the wish for help. */
  | { readonly ok: false; readonly error: string };

/** The values of flags, by name: what was given, else what the flag falls back to. */
export class FlagValues {
  private readonly flags: readonly Flag[];
  private readonly given = new Map<string, readonly string[]>();

  constructor(flags: readonly Flag[]) {
    this.flags = flags;
  }

  /** Takes one more text for a flag; the error of its type, or null. */
  set(flag: Flag, text: string): string | null {
    const error = valueError(flag, text);
    if (error !== null) return error;
    const before = this.given.get(flag.name) ?? [];
    const fields = flag.type === 'list' ? parseCsvRow(text) : null;
    const added = fields?.ok === true ? fields.fields : [text];
    this.given.set(flag.name, flag.type === 'list' || flag.type === 'array' ? [...before, ...added] : added);
    return null;
  }

  isSet(name: string): boolean {
    return this.given.has(name);
  }

  /** The text of a flag; '' when the command has no such flag. */
  text(name: string): string {
    return this.given.get(name)?.[0] ?? this.flags.find((flag) => flag.name === name)?.fallback ?? '';
  }

  /** As {@link text}, but '' when the command has a flag of its own by that name (`create rolebinding --user`). */
  globalText(name: string): string {
    return this.flags.find((flag) => flag.name === name)?.isGlobal === true ? this.text(name) : '';
  }

  on(name: string): boolean {
    const parsed = parseBool(this.text(name));
    return parsed.ok && parsed.value;
  }

  number(name: string): number {
    const parsed = parseInteger(this.text(name), 64);
    return parsed.ok ? parsed.value : 0;
  }

  /** Nanoseconds. */
  duration(name: string): bigint {
    const parsed = parseDuration(this.text(name));
    return parsed.ok ? parsed.nanoseconds : 0n;
  }

  list(name: string): readonly string[] {
    const given = this.given.get(name);
    if (given !== undefined) return given;
    const { fallback = '' } = this.flags.find((flag) => flag.name === name) ?? {};
    return fallback === '' ? [] : fallback.split(',');
  }
}

function valueError(flag: Flag, text: string): string | null {
  const error = typeError(flag, text);
  if (error === null) return null;
  const shown = flag.short === '' ? `--${flag.name}` : `-${flag.short}, --${flag.name}`;
  return `invalid argument ${goQuote(text)} for ${goQuote(shown)} flag: ${error}`;
}

function typeError({ type }: Flag, text: string): string | null {
  switch (type) {
    case 'bool':
      return errorOf(parseBool(text));
    case 'int':
      return errorOf(parseInteger(text, 64));
    case 'duration':
      return errorOf(parseDuration(text));
    case 'list':
      return errorOf(parseCsvRow(text));
    default:
      return null;
  }
}

function errorOf(result: { readonly ok: boolean; readonly error?: string }): string | null {
  return result.error ?? null;
}

/**
 * Takes the flags out of a command's words, which may stand before, behind and among its parameters.
 * Models FlagSet.parseArgs in github.com/spf13/pflag, v1.0.9.
 */
export function parseFlags(words: readonly string[], flags: readonly Flag[]): ParseResult {
  const values = new FlagValues(flags);
  const parameters: string[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!word.startsWith('-') || word === '-') {
      parameters.push(word);
      continue;
    }
    if (word === '--') {
      const dashAt = parameters.length;
      return { ok: true, values, parameters: [...parameters, ...rest], words, dashAt };
    }
    const error = word.startsWith('--') ? longFlag(word, rest, flags, values) : shortFlags(word, rest, flags, values);
    if (error !== null) return { ok: false, error };
  }
  return { ok: true, values, parameters, words, dashAt: -1 };
}

function longFlag(word: string, rest: string[], flags: readonly Flag[], values: FlagValues): string | null {
  const body = word.slice(2);
  if (/^[-=]/.test(body)) return `bad flag syntax: ${word}`;
  const equals = body.indexOf('=');
  const name = equals === -1 ? body : body.slice(0, equals);
  const flag = flags.find((candidate) => candidate.name === name);
  if (flag === undefined) return `unknown flag: --${name}`;
  if (equals !== -1) return values.set(flag, body.slice(equals + 1));
  const value = flag.bare ?? rest.shift();
  return value === undefined ? `flag needs an argument: --${name}` : values.set(flag, value);
}

/** `-o yaml`, `-oyaml`, `-o=yaml`, and several letters behind one dash. */
function shortFlags(word: string, rest: string[], flags: readonly Flag[], values: FlagValues): string | null {
  for (let letters = word.slice(1); letters !== ''; ) {
    const letter = [...letters][0] ?? '';
    const flag = flags.find(({ short }) => short === letter);
    if (flag === undefined) return `unknown shorthand flag: ${goQuoteRune(letter)} in -${letters}`;
    let value: string | undefined;
    let left = '';
    if (letters.length > 2 && letters[1] === '=') value = letters.slice(2);
    else if (flag.bare !== null) {
      value = flag.bare;
      left = letters.slice(1);
    } else value = letters.length > 1 ? letters.slice(1) : rest.shift();
    if (value === undefined) return `flag needs an argument: '${letter}' in -${letters}`;
    const error = values.set(flag, value);
    if (error !== null) return error;
    letters = left;
  }
  return null;
}

/** Go's `%q` of a single letter. */
function goQuoteRune(letter: string): string {
  return letter === "'" ? `'\\''` : `'${goQuote(letter).slice(1, -1).replace('\\"', '"')}'`;
}
