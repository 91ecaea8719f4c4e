import type { Argument } from '../../host/argument.ts';
import type { LogLine } from '../../host/journal.ts';
import type { Json } from '../../json.ts';
import type { FlagValue } from '../effective.ts';
import type { Beaten, Source } from '../provenance.ts';
import { deprecation, type Flag, flagFallback, flagsOf } from './flag.ts';
import { type Parsed, parseArguments } from './parse.ts';
import { flagText, setFlag } from './values.ts';

/** A flag that was given: its value after all occurrences, and each occurrence. */
export interface GivenFlag {
  readonly flag: Flag;
  readonly value: Json;
  /** In the order of the command line; the last one has the last word. */
  readonly occurrences: readonly { readonly text: string; readonly value: Json; readonly source: Source }[];
}

/** What a reading of the command line found. */
export interface Reading extends Parsed {
  readonly given: ReadonlyMap<string, GivenFlag>;
  /** The deprecation notices, one for each occurrence, as they went to stderr. */
  readonly notices: readonly LogLine[];
}

/** Reads a command line into flag values; `again` as in {@link parseArguments}. */
export function readFlags(argv: readonly Argument[], minor: number, again: boolean): Reading {
  const given = new Map<string, GivenFlag>();
  const notices: LogLine[] = [];
  const parsed = parseArguments(argv, minor, again, (flag, text, argument) => {
    const old = given.get(flag.name);
    const result = setFlag(flag, text, old === undefined ? flagFallback(flag, minor) : old.value, old === undefined);
    if (!result.ok) return again && flag.global === true ? null : result.error;
    const occurrence = { text, value: result.value, source: sourceOf(flag, text, argument) };
    given.set(flag.name, { flag, value: result.value, occurrences: [...(old?.occurrences ?? []), occurrence] });
    const reason = deprecation(flag);
    if (reason !== null)
      notices.push({ level: 'raw', source: '', text: `Flag --${flag.name} has been deprecated, ${reason}` });
    return null;
  });
  return { ...parsed, given, notices };
}

function sourceOf(flag: Flag, text: string, argument: Argument): Source {
  const source = { from: 'flag' as const, flag: flag.name, text, at: argument.at };
  return argument.variable === undefined ? source : { ...source, variable: argument.variable };
}

/** Where a given flag's value came from: its last occurrence. */
export function flagSource(given: GivenFlag): Source {
  return given.occurrences.at(-1)?.source ?? { from: 'default' };
}

/** Earlier occurrences that the last one beat; none for flags whose occurrences add up. */
export function beatenOccurrences(given: GivenFlag): readonly Beaten[] {
  if (typeof given.value === 'object' && given.value !== null) return [];
  return given.occurrences
    .slice(0, -1)
    .reverse()
    .map(({ value, source }) => ({ value, source }));
}

const defaultsByMinor = new Map<number, Readonly<Record<string, FlagValue>>>();

/** Every flag of a version as it is when not given. The table never changes: worked out once. */
function flagDefaults(minor: number): Readonly<Record<string, FlagValue>> {
  const known = defaultsByMinor.get(minor);
  if (known !== undefined) return known;
  const values: Record<string, FlagValue> = {};
  for (const flag of flagsOf(minor)) {
    const text = flagText(flag, flagFallback(flag, minor));
    values[flag.name] = { flag: flag.name, text, given: false, source: { from: 'default' } };
  }
  defaultsByMinor.set(minor, values);
  return values;
}

/** Every flag of the version as `/flagz` has it: the first reading's values, files do not show here. */
export function flagValues(given: ReadonlyMap<string, GivenFlag>, minor: number): Readonly<Record<string, FlagValue>> {
  const values = { ...flagDefaults(minor) };
  for (const set of given.values()) {
    const { name } = set.flag;
    values[name] = { flag: name, text: flagText(set.flag, set.value), given: true, source: flagSource(set) };
  }
  return values;
}
