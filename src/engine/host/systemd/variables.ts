import type { Place } from '../place.ts';
import type { CommandWord } from './exec.ts';
import { splitRelaxed } from './words.ts';

/** An environment variable and the line that set it; null when systemd itself did. */
export interface Variable {
  readonly value: string;
  readonly at: Place | null;
}

export type Environment = ReadonlyMap<string, Variable>;

/** Whether a name may be a variable: letters, digits, `_`, no digit first. */
export function isVariableName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
}

/** Whether a value may stand in an environment: no control characters but tab and newline. */
export function isVariableValue(value: string): boolean {
  for (const character of value) {
    const code = character.charCodeAt(0);
    if ((code < 0x20 && code !== 9 && code !== 10) || code === 0x7f) return false;
  }
  return true;
}

/** A word of the final command line. */
export interface ExpandedWord {
  readonly text: string;
  readonly at: Place | null;
  readonly variable?: string;
}

/** The words of a command with variables put in, and the names that were not set. */
export interface Expansion {
  readonly words: readonly ExpandedWord[];
  readonly unset: readonly string[];
}

/**
 * Puts variables into a command: `$NAME` as a whole word is split at white space, `${NAME}` inside a word is not,
 * `$$` is a dollar sign, anything else stays. Models replace_env_argv of src/basic/env-util.c.
 */
export function expandVariables(words: readonly CommandWord[], environment: Environment): Expansion {
  const unset: string[] = [];
  const expanded = words.flatMap((word): readonly ExpandedWord[] => {
    const name = wholeWordName(word.text);
    if (name === null) return [expandInside(word, environment, unset)];
    const variable = environment.get(name);
    if (variable === undefined) {
      if (isVariableName(name)) unset.push(name);
      return [];
    }
    return splitRelaxed(variable.value).map((part) => ({
      text: part.text,
      at: variable.at ?? word.at,
      variable: name,
    }));
  });
  return { words: expanded, unset: [...new Set(unset)] };
}

/** The variable that a whole word names (`$NAME`), or null: then only `${…}` inside it counts. */
export function wholeWordName(text: string): string | null {
  return text.startsWith('$') && text[1] !== '{' && text[1] !== '$' ? text.slice(1) : null;
}

/** The names that a word would take from the environment. */
export function namesIn(text: string): readonly string[] {
  const whole = wholeWordName(text);
  if (whole !== null) return [whole];
  return [...text.replaceAll('$$', '').matchAll(/\$\{([A-Za-z0-9_]+)\}/g)].map((match) => match[1] ?? '');
}

function expandInside(word: CommandWord, environment: Environment, unset: string[]): ExpandedWord {
  if (!word.text.includes('$')) return word;
  let origin: { readonly name: string; readonly at: Place | null } | null = null;
  const text = word.text.replaceAll(/\$\$|\$\{([A-Za-z0-9_]+)\}/g, (found: string, name: string | undefined) => {
    if (found === '$$') return '$';
    const variable = environment.get(name ?? '');
    if (variable === undefined) {
      if (isVariableName(name ?? '')) unset.push(name ?? '');
      return '';
    }
    origin ??= { name: name ?? '', at: variable.at };
    return variable.value;
  });
  return origin === null ? { text, at: word.at } : fromVariable(text, word.at, origin);
}

function fromVariable(
  text: string,
  at: Place,
  origin: { readonly name: string; readonly at: Place | null },
): ExpandedWord {
  return { text, at: origin.at ?? at, variable: origin.name };
}
