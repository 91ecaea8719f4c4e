/** A word of a line, unquoted; `start` and `end` delimit its raw form, `end` behind the separators that follow it. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface WordOptions {
  /** Backslashes are C escapes (`\x20`, `\n`); otherwise the character after a backslash stands for itself. */
  readonly escapes: boolean;
  /** Keep an unknown escape and a trailing backslash as they stand instead of failing. */
  readonly keepUnknown?: boolean;
  /** Let the end of the text close an open quote. */
  readonly relaxed?: boolean;
}

const SEPARATORS = ' \t\n\r';

/**
 * The next word of `text` at `from`: null when there is none, 'invalid' for an open quote or a bad escape.
 * Models extract_first_word with EXTRACT_UNQUOTE, src/basic/extract-word.c, v252.
 */
export function nextWord(text: string, from: number, options: WordOptions): Word | null | 'invalid' {
  let index = skipSeparators(text, from);
  if (index >= text.length) return null;
  const start = index;
  let word = '';
  let quote = '';
  while (index < text.length) {
    const character = text.charAt(index);
    if (character === '\\') {
      const escaped = readEscape(text, index, options, quote);
      if (escaped === 'invalid') return 'invalid';
      word += escaped.text;
      index = escaped.end;
    } else if (quote !== '') {
      if (character === quote) quote = '';
      else word += character;
      index += 1;
    } else if (character === '"' || character === "'") {
      quote = character;
      index += 1;
    } else if (SEPARATORS.includes(character)) {
      break;
    } else {
      word += character;
      index += 1;
    }
  }
  if (quote !== '' && options.relaxed !== true) return 'invalid';
  return { text: word, start, end: skipSeparators(text, index) };
}

/** All words of a text, as `$VARIABLE` is split: quotes honoured, backslash escapes one character, nothing fails. */
export function splitRelaxed(text: string): readonly Word[] {
  const words: Word[] = [];
  let from = 0;
  for (;;) {
    const word = nextWord(text, from, { escapes: false, relaxed: true });
    if (word === null || word === 'invalid') return words;
    words.push(word);
    from = word.end;
  }
}

/** Where the next non-separator is. */
export function skipSeparators(text: string, from: number): number {
  let index = from;
  while (index < text.length && SEPARATORS.includes(text.charAt(index))) index += 1;
  return index;
}

function readEscape(
  text: string,
  at: number,
  options: WordOptions,
  quote: string,
): { readonly text: string; readonly end: number } | 'invalid' {
  if (at + 1 >= text.length) {
    if (options.keepUnknown === true && (quote === '' || options.relaxed === true))
      return { text: '\\', end: text.length };
    return options.relaxed === true ? { text: '', end: text.length } : 'invalid';
  }
  const whole = String.fromCodePoint(text.codePointAt(at + 1) ?? 0);
  if (!options.escapes) return { text: whole, end: at + 1 + whole.length };
  const escaped = unescapeOne(text, at + 1);
  if (escaped !== null) return escaped;
  return options.keepUnknown === true ? { text: `\\${whole}`, end: at + 1 + whole.length } : 'invalid';
}

const SIMPLE: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
  "'": "'",
  s: ' ',
};

/**
 * Reads one C escape whose letter is at `at` (behind the backslash); null when it is none.
 * Models cunescape_one, src/basic/escape.c, v252: no NUL, octal takes exactly three digits.
 */
function unescapeOne(text: string, at: number): { readonly text: string; readonly end: number } | null {
  const letter = text.charAt(at);
  if (Object.hasOwn(SIMPLE, letter)) return { text: SIMPLE[letter] ?? '', end: at + 1 };
  const rest = text.slice(at);
  const digits = /^x([0-9a-fA-F]{2})/.exec(rest) ?? /^u([0-9a-fA-F]{4})/.exec(rest) ?? /^U([0-9a-fA-F]{8})/.exec(rest);
  const octal = /^[0-7]{3}/.exec(rest);
  if (digits === null && octal === null) return null;
  const code = digits === null ? Number.parseInt(octal?.[0] ?? '', 8) : Number.parseInt(digits[1] ?? '', 16);
  const isByte = letter === 'x' || digits === null;
  if (code === 0 || code > (isByte ? 0xff : 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return null;
  return { text: String.fromCodePoint(code), end: at + (digits ?? octal ?? [''])[0].length };
}
