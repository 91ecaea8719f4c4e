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

/** The words of a command with variables put in, and the names that were not set, sorted; some may be no names at all. */
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
      unset.push(name);
      return [];
    }
    return splitRelaxed(variable.value).map((part) => ({
      text: part.text,
      at: variable.at ?? word.at,
      variable: name,
    }));
  });
  return { words: expanded, unset: [...new Set(unset)].sort() };
}

/** The variable that a whole word names (`$NAME`), or null: then only `${…}` inside it counts. */
export function wholeWordName(text: string): string | null {
  return text.startsWith('$') && text[1] !== '{' && text[1] !== '$' ? text.slice(1) : null;
}

/** The names that a word would take from the environment. */
export function namesIn(text: string): readonly string[] {
  const whole = wholeWordName(text);
  if (whole !== null) return [whole];
  return partsOf(text).flatMap((part) => (part.name === null ? [] : [part.name]));
}

function expandInside(word: CommandWord, environment: Environment, unset: string[]): ExpandedWord {
  if (!word.text.includes('$')) return word;
  let text = '';
  let origin: { readonly name: string; readonly at: Place | null } | null = null;
  for (const part of partsOf(word.text)) {
    if (part.name === null) {
      text += part.text;
      continue;
    }
    const variable = environment.get(part.name);
    if (variable === undefined) unset.push(part.name);
    else {
      origin ??= { name: part.name, at: variable.at };
      text += variable.value;
    }
  }
  return origin === null ? { text, at: word.at } : { text, at: origin.at ?? word.at, variable: origin.name };
}

/** A stretch of a word: plain text, or a `${name}`. */
type Part = { readonly name: null; readonly text: string } | { readonly name: string };

/** Anything may stand between the braces but a `:`, which makes the whole plain text. */
function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let index = 0;
  while (index < text.length) {
    const dollar = text.indexOf('$', index);
    if (dollar < 0) break;
    parts.push({ name: null, text: text.slice(index, dollar) });
    const braces = /^\$\{([^}:]*)([}:])/.exec(text.slice(dollar));
    const next = text.charAt(dollar + 1);
    if (next === '{' && braces === null) return [...parts, { name: null, text: text.slice(dollar) }];
    if (braces === null) parts.push({ name: null, text: next === '$' ? '$' : `$${next}` });
    else parts.push(braces[2] === '}' ? { name: braces[1] ?? '' } : { name: null, text: braces[0] });
    index = dollar + (braces?.[0].length ?? 2);
  }
  return [...parts, { name: null, text: text.slice(index) }];
}
