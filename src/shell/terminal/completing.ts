/** The place where something is completed: the command's words before it, and the word itself. */
export interface Place {
  /** Words of the simple command, quotes taken off, the last being the one that is completed. */
  readonly words: readonly string[];
  /** Where the word begins in the line. */
  readonly from: number;
  /** The word as typed. */
  readonly raw: string;
  /** The quote that is open in it. */
  readonly quote: '"' | "'" | '';
  /** It is the file of a redirection. */
  readonly isRedirected: boolean;
}

/** Finds the word that ends at the cursor, and the command that it belongs to. Takes any text. */
export function placeIn(line: string, cursor: number): Place {
  const text = line.slice(0, cursor);
  let words: string[] = [];
  let word = '';
  let from = 0;
  let isIn = false;
  let quote: Place['quote'] = '';
  let isRedirected = false;
  const flush = (): void => {
    if (isIn) {
      if (!isRedirected) words.push(word);
      isRedirected = false;
    }
    word = '';
    isIn = false;
  };
  const begin = (at: number): void => {
    if (!isIn) from = at;
    isIn = true;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
      else if (character === '\\' && quote === '"') {
        at += 1;
        word += text.charAt(at);
      } else word += character;
    } else if (character === '\\') {
      begin(at);
      at += 1;
      word += text.charAt(at);
    } else if (character === '"' || character === "'") {
      begin(at);
      quote = character;
    } else if (character === ' ' || character === '\t') flush();
    else if (character === '>' || character === '<') {
      if (/^\d*$/.test(word)) isIn = false;
      flush();
      isRedirected = true;
    } else if (/[|&;()\n`]/.test(character) || (character === '{' && !isIn && /^\s/.test(text.slice(at + 1)))) {
      flush();
      // `>&2` and `>|` are still the redirection.
      if (!(isRedirected && (character === '&' || character === '|'))) {
        words = [];
        isRedirected = false;
      }
    } else {
      begin(at);
      word += character;
      // A substitution begins a command of its own.
      if (word.endsWith('$') && text.charAt(at + 1) === '(') {
        words = [];
        word = '';
        isIn = false;
      }
    }
  }
  if (!isIn) from = text.length;
  return { words: [...words, word], from, raw: text.slice(from), quote, isRedirected };
}

/** What all words begin with. */
export function commonOf(words: readonly string[]): string {
  const [first = ''] = words;
  let length = first.length;
  for (const word of words) while (!word.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}

/** A name as it is written on: with backslashes, unless a quote is open. */
export function escaped(name: string, quote: Place['quote']): string {
  return quote === '' ? name.replace(/[\s"'\\$`&|;<>()*?[\]#!{}]/g, '\\$&') : name;
}
