import type { CommandResult } from '../../command.ts';
import { complained } from '../answer.ts';

/** The options of one of OpenSSL's programs: whether each takes a value. */
export type OptionTable = Readonly<Record<string, 'flag' | 'value' | 'number'>>;

/** Options as given, in order, with what stands behind them. */
export interface Arguments {
  readonly given: readonly (readonly [name: string, value: string])[];
  readonly operands: readonly string[];
}

/**
 * Reads options as OpenSSL's programs do: one dash or two, values behind them or after `=`, and nothing but operands from
 * the first word that is no option. `others` says whether names outside the table are taken, as digests are.
 * Models apps/lib/opt.c, 3.0.
 */
export function readArguments(
  program: string,
  parameters: readonly string[],
  table: OptionTable,
  others = false,
): Arguments | CommandResult {
  const given: (readonly [string, string])[] = [];
  for (let index = 0; index < parameters.length; index += 1) {
    const word = parameters[index] ?? '';
    if (word === '-' || !word.startsWith('-')) return { given, operands: parameters.slice(index) };
    if (word === '--') return { given, operands: parameters.slice(index + 1) };
    const text = word.replace(/^--?/, '');
    const equals = text.indexOf('=');
    const name = equals < 0 ? text : text.slice(0, equals);
    const kind = Object.hasOwn(table, name) ? table[name] : undefined;
    if (kind === undefined && !others) return usage(program, `Unknown option: -${name}`);
    if (kind === undefined || kind === 'flag') {
      given.push([name, '']);
      continue;
    }
    const value = equals < 0 ? parameters[index + 1] : text.slice(equals + 1);
    if (value === undefined) return usage(program, `Option -${name} needs a value`);
    if (equals < 0) index += 1;
    if (kind === 'number' && !/^[+-]?(?:0x[0-9a-f]+|\d+)$/i.test(value)) {
      return usage(program, `Can't parse "${value}" as a number`);
    }
    given.push([name, value]);
  }
  return { given, operands: [] };
}

/** A complaint about usage, and where help is. */
export function usage(program: string, complaint: string): CommandResult {
  const why = complaint === '' ? '' : `${program}: ${complaint}\n`;
  return complained(`${why}${program}: Use -help for summary.\n`);
}

/** The last value of an option; null when it was not given. */
export function textGiven({ given }: Arguments, name: string): string | null {
  return given.findLast(([key]) => key === name)?.[1] ?? null;
}

/** Whether an option was given. */
export function has({ given }: Arguments, name: string): boolean {
  return given.some(([key]) => key === name);
}
