import { goQuote } from '../go/quote.ts';
import { floatText } from './scalar.ts';
import type { Duplicate, Entry, Parsed, Span, Tree } from './tree.ts';

const DEEPEST = 1000;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;

/** Ends the walk over a text that is no JSON; never leaves this file. */
class Refusal extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Whether the kubelet takes a text for JSON: it begins with a brace. */
export function looksLikeJson(text: string): boolean {
  return /^[\t\n\v\f\r \u0085\u00a0]*\{/.test(text);
}

/** Reads a JSON text; errors are those of Go's encoding/json, without any prefix. */
export function parseJson(text: string): Parsed {
  const reader = new Reader(text);
  try {
    const tree = reader.value('looking for beginning of value', 0, '');
    reader.space();
    if (reader.at < text.length) reader.fail('after top-level value');
    return { ok: true, tree, duplicates: reader.duplicates };
  } catch (failure) {
    if (failure instanceof Refusal) {
      return { ok: false, error: failure.message, span: { from: failure.at, to: failure.at + 1 } };
    }
    throw failure;
  }
}

class Reader {
  at = 0;
  readonly duplicates: Duplicate[] = [];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  space(): void {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  fail(where: string): never {
    const char = this.text[this.at];
    if (char === undefined) throw new Refusal('unexpected end of JSON input', this.at);
    const shown = char === "'" ? `'\\''` : char === '"' ? `'"'` : `'${goQuote(firstByte(char)).slice(1, -1)}'`;
    throw new Refusal(`invalid character ${shown} ${where}`, this.at);
  }

  value(where: string, depth: number, path: string): Tree {
    this.space();
    if (depth > DEEPEST) throw new Refusal('exceeded max depth', this.at);
    const from = this.at;
    const char = this.text[this.at];
    if (char === '{') return this.map(depth, path);
    if (char === '[') return this.list(depth, path);
    if (char === '"') return { kind: 'string', value: this.string(), span: this.span(from) };
    for (const [word, scalar] of WORDS) {
      if (char === word[0]) return { ...scalar, span: this.word(word) };
    }
    NUMBER.lastIndex = this.at;
    const number = NUMBER.exec(this.text)?.[0];
    if (number === undefined) {
      if (char === '-') {
        this.at += 1;
        this.fail('in numeric literal');
      }
      this.fail(where);
    }
    this.at += number.length;
    this.unfinished(number);
    const value = Number(number);
    return { kind: 'number', value, text: /^-?\d+$/.test(number) ? number : floatText(value), span: this.span(from) };
  }

  /** A number that breaks off behind its point or its `e`. */
  private unfinished(number: string): void {
    const next = this.text[this.at];
    if (next === '.' && !/[.eE]/.test(number)) {
      this.at += 1;
      this.fail('after decimal point in numeric literal');
    }
    if ((next === 'e' || next === 'E') && !/[eE]/.test(number)) {
      this.at += /^[-+]/.test(this.text[this.at + 1] ?? '') ? 2 : 1;
      this.fail('in exponent of numeric literal');
    }
  }

  private span(from: number): Span {
    return { from, to: this.at };
  }

  private word(word: string): Span {
    const from = this.at;
    for (const letter of word) {
      if (this.text[this.at] !== letter) this.fail(`in literal ${word} (expecting '${letter}')`);
      this.at += 1;
    }
    return this.span(from);
  }

  /** A string literal, the cursor on its opening quote. */
  private string(): string {
    const from = this.at;
    for (this.at += 1; this.text[this.at] !== '"'; this.at += 1) {
      const char = this.text[this.at];
      if (char === undefined || char < ' ') this.fail('in string literal');
      if (char === '\\') this.escaped();
    }
    this.at += 1;
    return String(JSON.parse(this.text.slice(from, this.at)));
  }

  private escaped(): void {
    this.at += 1;
    const letter = this.text[this.at];
    if (letter === undefined || !'"\\/bfnrtu'.includes(letter)) this.fail('in string escape code');
    for (let digit = 0; letter === 'u' && digit < 4; digit += 1) {
      this.at += 1;
      if (!/[0-9a-fA-F]/.test(this.text[this.at] ?? '')) this.fail('in \\u hexadecimal character escape');
    }
  }

  private list(depth: number, path: string): Tree {
    const from = this.at;
    const items: Tree[] = [];
    this.at += 1;
    this.space();
    if (this.text[this.at] === ']') {
      this.at += 1;
      return { kind: 'list', items, span: this.span(from) };
    }
    for (;;) {
      items.push(this.value('looking for beginning of value', depth + 1, `${path}[${items.length}]`));
      this.space();
      const char = this.text[this.at];
      if (char !== ',' && char !== ']') this.fail('after array element');
      this.at += 1;
      if (char === ']') return { kind: 'list', items, span: this.span(from) };
    }
  }

  private map(depth: number, path: string): Tree {
    const from = this.at;
    const entries: Entry[] = [];
    const seen = new Set<string>();
    this.at += 1;
    this.space();
    if (this.text[this.at] === '}') {
      this.at += 1;
      return { kind: 'map', entries, span: this.span(from) };
    }
    for (;;) {
      this.space();
      const keyFrom = this.at;
      if (this.text[this.at] !== '"') {
        this.fail('looking for beginning of object key string');
      }
      const key = this.string();
      const keySpan = this.span(keyFrom);
      this.space();
      if (this.text[this.at] !== ':') this.fail('after object key');
      this.at += 1;
      const full = path === '' ? key : `${path}.${key}`;
      if (seen.has(key)) this.duplicates.push({ message: `duplicate field ${goQuote(full)}`, span: keySpan });
      seen.add(key);
      entries.push({ key, keySpan, value: this.value('looking for beginning of value', depth + 1, full) });
      this.space();
      const char = this.text[this.at];
      if (char !== ',' && char !== '}') this.fail('after object key:value pair');
      this.at += 1;
      if (char === '}') return { kind: 'map', entries, span: this.span(from) };
    }
  }
}

const WORDS = [
  ['true', { kind: 'bool', value: true }],
  ['false', { kind: 'bool', value: false }],
  ['null', { kind: 'null' }],
] as const;

/** Go's decoder looks at bytes: of a character outside ASCII it shows the first one. */
function firstByte(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return char;
  return String.fromCharCode(
    code < 0x800 ? 0xc0 | (code >> 6) : code < 0xd800 || code > 0xdfff ? 0xe0 | (code >> 12) : 0xf0,
  );
}
