import { YamlRefusal } from './refusal.ts';

/** A place in a text: `at` in UTF-16 units, `index` and `column` in characters; all from 0. */
export interface Mark {
  readonly at: number;
  readonly index: number;
  readonly line: number;
  readonly column: number;
}

const BREAK = /[\r\n\u0085\u2028\u2029]/;
/** What no YAML text may contain, by the standard's own list. */
const FORBIDDEN = /[^\t\n\r -~\u0085\u00a0-\ufffd]/;
/** The reader takes in so many bytes at a time, and minds all characters of a portion at once. */
const PORTION = 512;

/** Walks over a text character by character, counting lines as YAML does. Models go.yaml.in/yaml/v2 readerc.go. */
export class Cursor {
  readonly text: string;
  at: number;
  private index = 0;
  private line = 0;
  private column = 0;
  /** Offset from where on reading meets a forbidden character. */
  private readonly trouble: number;

  constructor(text: string) {
    this.text = text;
    this.at = text.startsWith('\ufeff') ? 1 : 0;
    this.trouble = portionOfTrouble(text);
    this.need(1);
  }

  mark(): Mark {
    return { at: this.at, index: this.index, line: this.line, column: this.column };
  }

  /** Whether the cursor stands at the beginning of a line. */
  atLineStart(): boolean {
    return this.column === 0;
  }

  /** The character ahead, empty behind the end. */
  peek(ahead = 0): string {
    return this.text[this.at + ahead] ?? '';
  }

  /** Makes sure that so many characters can be looked at; throws when there is a forbidden one among them. */
  need(characters: number): void {
    if (this.at + characters > this.trouble) throw new YamlRefusal('control characters are not allowed', 0, this.at);
  }

  isEnd(ahead = 0): boolean {
    return this.at + ahead >= this.text.length;
  }

  isBlank(ahead = 0): boolean {
    const char = this.peek(ahead);
    return char === ' ' || char === '\t';
  }

  isBreak(ahead = 0): boolean {
    const char = this.peek(ahead);
    return char !== '' && BREAK.test(char);
  }

  isBreakOrEnd(ahead = 0): boolean {
    return this.isEnd(ahead) || this.isBreak(ahead);
  }

  /** Whether no word goes on here. */
  isGap(ahead = 0): boolean {
    return this.isBlank(ahead) || this.isBreakOrEnd(ahead);
  }

  /** Whether a line begins here with `---` or `...`. */
  isDocumentMark(): boolean {
    if (this.column !== 0 || !this.isGap(3)) return false;
    return this.text.startsWith('---', this.at) || this.text.startsWith('...', this.at);
  }

  /** Takes a character. */
  take(): string {
    const char = this.text.codePointAt(this.at) ?? 0;
    const taken = String.fromCodePoint(char);
    this.at += taken.length;
    this.index += 1;
    this.column += 1;
    this.need(1);
    return taken;
  }

  /** Takes a line break: what it is worth in a text, nothing when there is none. */
  takeBreak(): string {
    if (!this.isBreak()) return '';
    const char = this.peek();
    const pair = char === '\r' && this.peek(1) === '\n';
    this.at += pair ? 2 : 1;
    this.index += pair ? 2 : 1;
    this.startLine();
    this.need(1);
    return char === '\u2028' || char === '\u2029' ? char : '\n';
  }

  /** Begins a line of its own, as the end of a text does. */
  startLine(): void {
    this.column = 0;
    this.line += 1;
  }

  skipBlanks(): void {
    while (this.isBlank()) this.take();
  }

  /** Skips a comment, if there is one, up to its line break. */
  skipComment(): void {
    if (this.peek() !== '#') return;
    while (!this.isBreakOrEnd()) this.take();
  }
}

/** Where the portion begins that holds the first forbidden character; endless when there is none. */
function portionOfTrouble(text: string): number {
  const bad = text.search(FORBIDDEN);
  if (bad === -1) return Number.POSITIVE_INFINITY;
  let portion = 0;
  let bytes = 0;
  for (let at = 0; at <= bad; ) {
    const char = text.codePointAt(at) ?? 0;
    const width = char < 0x80 ? 1 : char < 0x800 ? 2 : char < 0x10000 ? 3 : 4;
    if (bytes + width > PORTION) {
      portion = at;
      bytes = 0;
    }
    bytes += width;
    at += char > 0xffff ? 2 : 1;
  }
  return portion;
}
