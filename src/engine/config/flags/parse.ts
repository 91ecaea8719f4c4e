import type { Argument } from '../../host/argument.ts';
import { goQuote } from '../go/quote.ts';
import { type Flag, flagLettered, flagNamed, isSwitch } from './flag.ts';

/** What ended a reading of the command line, and the word to blame. */
export interface ParseFailure {
  readonly error: string;
  readonly argument: Argument;
  /** Set when help was asked for in a reading that does not know `--help`. */
  readonly help?: true;
}

export interface Parsed {
  /** Words that are no flags. */
  readonly rest: readonly Argument[];
  readonly failure: ParseFailure | null;
}

/** Takes one flag with its text; returns why it was refused, or null. */
export type Take = (flag: Flag, text: string, argument: Argument) => string | null;

/**
 * Reads a command line the way pflag does, handing each flag to `take` in order. `again` is the kubelet's second
 * reading: flags of libraries are known by name only there, so their switches want a value, and `--help` is unknown.
 * Models spf13/pflag FlagSet.Parse.
 */
export function parseArguments(argv: readonly Argument[], minor: number, again: boolean, take: Take): Parsed {
  const rest: Argument[] = [];
  const fails = (error: string, argument: Argument): Parsed => ({ rest, failure: { error, argument } });
  const optional = (flag: Flag): string => {
    if (!isSwitch(flag) || (again && flag.global === true)) return '';
    return 'true';
  };
  let at = 0;
  const next = (): string | null => {
    const word = argv[at]?.text ?? null;
    at += 1;
    return word;
  };
  const set = (flag: Flag, text: string, argument: Argument): string | null => {
    const error = take(flag, text, argument);
    if (error === null) return null;
    const shown = flag.short === undefined ? `--${flag.name}` : `-${flag.short}, --${flag.name}`;
    return `invalid argument ${goQuote(text)} for ${goQuote(shown)} flag: ${error}`;
  };

  while (at < argv.length) {
    const argument = argv[at];
    if (argument === undefined) break;
    const word = argument.text;
    at += 1;
    if (!word.startsWith('-') || word === '-') {
      rest.push(argument);
      continue;
    }
    if (word === '--') {
      rest.push(...argv.slice(at));
      break;
    }
    const outcome = word.startsWith('--') ? long(word, argument) : short(word.slice(1), argument);
    if (outcome === 'help') return { rest, failure: { error: 'pflag: help requested', argument, help: true } };
    if (outcome !== null) return fails(outcome, argument);
  }
  return { rest, failure: null };

  function long(word: string, argument: Argument): string | null {
    const body = word.slice(2);
    if (/^[-=]/.test(body)) return `bad flag syntax: ${word}`;
    const equals = body.indexOf('=');
    const name = equals === -1 ? body : body.slice(0, equals);
    const flag = flagNamed(name, minor);
    if (flag === null || (again && flag.name === 'help')) return name === 'help' ? 'help' : `unknown flag: --${name}`;
    if (equals !== -1) return set(flag, body.slice(equals + 1), argument);
    const text = optional(flag) || next();
    return text === null ? `flag needs an argument: --${name}` : set(flag, text, argument);
  }

  function short(letters: string, argument: Argument): string | null {
    let left = letters;
    while (left !== '') {
      const letter = [...left][0] ?? '';
      const flag = flagLettered(letter);
      if (flag === null || (again && flag.name === 'help')) {
        return letter === 'h' ? 'help' : `unknown shorthand flag: '${letter}' in -${left}`;
      }
      const behind = left.slice(letter.length);
      const whole = left;
      let text: string | null;
      if (behind.startsWith('=') && behind.length > 1) {
        text = behind.slice(1);
        left = '';
      } else if (optional(flag) !== '') {
        text = optional(flag);
        left = behind;
      } else {
        text = behind === '' ? next() : behind;
        left = '';
      }
      if (text === null) return `flag needs an argument: '${letter}' in -${whole}`;
      const error = set(flag, text, argument);
      if (error !== null) return error;
    }
    return null;
  }
}
