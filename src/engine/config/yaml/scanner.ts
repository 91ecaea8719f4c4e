import { blockScalar } from './blockScalar.ts';
import { Cursor, type Mark } from './cursor.ts';
import { plainScalar } from './plainScalar.ts';
import { quotedScalar } from './quotedScalar.ts';
import { tokenRefusal, YamlRefusal } from './refusal.ts';
import { anchorName, directive, tag } from './tags.ts';
import type { Token, TokenKind } from './token.ts';

/** Where a key may have begun that only its colon will make one. */
interface SimpleKey {
  isPossible: boolean;
  /** It stands where keys of the block begin: without a colon it is an error. */
  readonly isRequired: boolean;
  /** Number of the token that it begins with. */
  readonly token: number;
  readonly mark: Mark;
}

/** A key without `?` has to end on its line and within so many characters. */
const LONGEST_KEY = 1024;

/** Deeper than this no reader follows; keeps hostile text from exhausting the stack. */
const DEEPEST = 1000;

/** What no unquoted scalar begins with. */
const INDICATORS = ',[]{}#&*!|>\'"%@`';

/**
 * Cuts a text into tokens, among them those that indentation stands for. A colon makes what came before it a key, so
 * tokens wait in a queue until that is certain. Models go.yaml.in/yaml/v2 scannerc.go.
 */
export class Scanner {
  private readonly cursor: Cursor;
  private readonly queue: Token[] = [];
  /** How many tokens have left the queue. */
  private parsed = 0;
  private ended = false;
  private flowLevel = 0;
  private indent = -1;
  private readonly indents: number[] = [];
  private keyAllowed = true;
  /** One candidate per open bracket, and one for the block around them. */
  private readonly keys: SimpleKey[];
  private readonly keysByToken = new Map<number, number>();

  constructor(text: string) {
    this.cursor = new Cursor(text);
    this.keys = [{ isPossible: false, isRequired: false, token: 0, mark: this.cursor.mark() }];
  }

  /** The next token, which stays. */
  peek(): Token {
    while (this.needsMore()) this.fetch();
    const [token] = this.queue;
    if (token === undefined) throw new Error('the scanner must end with the end of the stream');
    return token;
  }

  /** Takes the next token. */
  next(): Token {
    const token = this.peek();
    this.queue.shift();
    this.parsed += 1;
    return token;
  }

  private needsMore(): boolean {
    if (this.queue.length === 0) return !this.ended;
    const index = this.keysByToken.get(this.parsed);
    const key = index === undefined ? undefined : this.keys[index];
    return key !== undefined && this.isValid(key);
  }

  private isValid(key: SimpleKey): boolean {
    if (!key.isPossible) return false;
    const { line, index } = this.cursor.mark();
    if (key.mark.line >= line && key.mark.index + LONGEST_KEY >= index) return true;
    this.refuseRequired(key);
    key.isPossible = false;
    return false;
  }

  private refuseRequired(key: SimpleKey): void {
    if (key.isRequired) throw tokenRefusal("could not find expected ':'", this.cursor.mark());
  }

  private key(): SimpleKey {
    const key = this.keys.at(-1);
    if (key === undefined) throw new Error('there is always a candidate for a key');
    return key;
  }

  private saveKey(): void {
    if (!this.keyAllowed) return;
    const mark = this.cursor.mark();
    const isRequired = this.flowLevel === 0 && this.indent === mark.column;
    const token = this.parsed + this.queue.length;
    this.removeKey();
    this.keys[this.keys.length - 1] = { isPossible: true, isRequired, token, mark };
    this.keysByToken.set(token, this.keys.length - 1);
  }

  private removeKey(): void {
    const key = this.key();
    if (!key.isPossible) return;
    this.refuseRequired(key);
    key.isPossible = false;
    this.keysByToken.delete(key.token);
  }

  private add(
    kind: TokenKind,
    start: Mark,
    more: Partial<Pick<Token, 'value' | 'suffix' | 'isPlain' | 'end'>> = {},
  ): void {
    this.queue.push(this.token(kind, start, more));
  }

  private token(kind: TokenKind, start: Mark, more: Partial<Token> = {}): Token {
    return { kind, start, end: this.cursor.mark(), value: '', suffix: '', isPlain: false, ...more };
  }

  /** Begins a block at a column; its token goes before the token of the number given, or to the end. */
  private roll(column: number, number: number | null, kind: 'block-sequence' | 'block-mapping', mark: Mark): void {
    if (this.flowLevel > 0 || this.indent >= column) return;
    this.indents.push(this.indent);
    this.indent = column;
    if (this.indents.length > DEEPEST) this.tooDeep();
    const at = number === null ? this.queue.length : number - this.parsed;
    this.queue.splice(at, 0, this.token(kind, mark, { end: mark }));
  }

  private tooDeep(): never {
    throw new YamlRefusal('exceeded max depth of 10000', 0, this.cursor.at);
  }

  /** Ends the blocks that begin right of a column. */
  private unroll(column: number): void {
    while (this.flowLevel === 0 && this.indent > column) {
      this.add('block-end', this.cursor.mark());
      this.indent = this.indents.pop() ?? -1;
    }
  }

  private fetch(): void {
    const { cursor } = this;
    this.toNextToken();
    this.unroll(cursor.mark().column);
    cursor.need(4);
    if (cursor.isEnd()) this.end();
    else if (cursor.atLineStart() && cursor.peek() === '%') this.directive();
    else if (cursor.isDocumentMark()) this.documentMark();
    else this.fetchAt(cursor.peek());
  }

  private fetchAt(char: string): void {
    const { cursor } = this;
    switch (char) {
      case '[':
      case '{':
        this.open(char);
        break;
      case ']':
      case '}':
        this.close(char);
        break;
      case ',':
        this.comma();
        break;
      case '*':
      case '&':
        this.word((start) => this.add(char === '*' ? 'alias' : 'anchor', start, { value: anchorName(cursor) }));
        break;
      case '!':
        this.word((start) => this.tag(start));
        break;
      case '"':
      case "'":
        this.word((start) => this.add('scalar', start, { value: quotedScalar(cursor) }));
        break;
      default:
        this.fetchInContext(char);
    }
  }

  /** The signs that mean something only in a block, or with a gap behind them; else an unquoted scalar. */
  private fetchInContext(char: string): void {
    const inFlow = this.flowLevel > 0;
    const gap = this.cursor.isGap(1);
    if (char === '-' && gap) this.dash();
    else if (char === '?' && (inFlow || gap)) this.question();
    else if (char === ':' && (inFlow || gap)) this.colon();
    else if ((char === '|' || char === '>') && !inFlow) this.block();
    else if (this.beginsPlain(char, inFlow)) this.word((start) => this.plain(start));
    else throw tokenRefusal('found character that cannot start any token', this.cursor.mark());
  }

  private beginsPlain(char: string, inFlow: boolean): boolean {
    if (char === '-') return !this.cursor.isBlank(1);
    if (char === '?' || char === ':') return !inFlow;
    return !this.cursor.isGap() && !INDICATORS.includes(char);
  }

  /** Over blanks, comments and line breaks. Tabs count as blanks only where no key may begin. */
  private toNextToken(): void {
    const { cursor } = this;
    for (;;) {
      while (cursor.peek() === ' ' || ((this.flowLevel > 0 || !this.keyAllowed) && cursor.peek() === '\t'))
        cursor.take();
      cursor.skipComment();
      if (!cursor.isBreak()) return;
      cursor.takeBreak();
      if (this.flowLevel === 0) this.keyAllowed = true;
    }
  }

  private end(): void {
    if (!this.cursor.atLineStart()) this.cursor.startLine();
    this.unroll(-1);
    this.removeKey();
    this.keyAllowed = false;
    this.add('stream-end', this.cursor.mark());
    this.ended = true;
  }

  private directive(): void {
    this.unroll(-1);
    this.removeKey();
    this.keyAllowed = false;
    const start = this.cursor.mark();
    const { kind, value, suffix } = directive(this.cursor);
    this.add(kind, start, { value, suffix });
  }

  private documentMark(): void {
    this.unroll(-1);
    this.removeKey();
    this.keyAllowed = false;
    this.sign(this.cursor.peek() === '-' ? 'document-start' : 'document-end', 3);
  }

  /** A token of so many characters. */
  private sign(kind: TokenKind, length = 1): void {
    const start = this.cursor.mark();
    for (let taken = 0; taken < length; taken += 1) this.cursor.take();
    this.add(kind, start);
  }

  private open(bracket: '[' | '{'): void {
    this.saveKey();
    const token = this.parsed + this.queue.length;
    this.keys.push({ isPossible: false, isRequired: false, token, mark: this.cursor.mark() });
    this.flowLevel += 1;
    if (this.flowLevel > DEEPEST) this.tooDeep();
    this.keyAllowed = true;
    this.sign(bracket);
  }

  private close(bracket: ']' | '}'): void {
    this.removeKey();
    if (this.flowLevel > 0) {
      this.flowLevel -= 1;
      this.keysByToken.delete(this.key().token);
      this.keys.pop();
    }
    this.keyAllowed = false;
    this.sign(bracket);
  }

  private comma(): void {
    this.removeKey();
    this.keyAllowed = true;
    this.sign(',');
  }

  private dash(): void {
    const mark = this.cursor.mark();
    if (this.flowLevel === 0) {
      if (!this.keyAllowed) throw tokenRefusal('block sequence entries are not allowed in this context', mark);
      this.roll(mark.column, null, 'block-sequence', mark);
    }
    this.removeKey();
    this.keyAllowed = true;
    this.sign('-');
  }

  private question(): void {
    const mark = this.cursor.mark();
    if (this.flowLevel === 0) {
      if (!this.keyAllowed) throw tokenRefusal('mapping keys are not allowed in this context', mark);
      this.roll(mark.column, null, 'block-mapping', mark);
    }
    this.removeKey();
    this.keyAllowed = this.flowLevel === 0;
    this.sign('?');
  }

  private colon(): void {
    const key = this.key();
    if (this.isValid(key)) {
      this.queue.splice(key.token - this.parsed, 0, this.token('?', key.mark, { end: key.mark }));
      this.roll(key.mark.column, key.token, 'block-mapping', key.mark);
      key.isPossible = false;
      this.keysByToken.delete(key.token);
      this.keyAllowed = false;
    } else {
      const mark = this.cursor.mark();
      if (this.flowLevel === 0) {
        if (!this.keyAllowed) throw tokenRefusal('mapping values are not allowed in this context', mark);
        this.roll(mark.column, null, 'block-mapping', mark);
      }
      this.keyAllowed = this.flowLevel === 0;
    }
    this.sign(':');
  }

  private block(): void {
    this.removeKey();
    this.keyAllowed = true;
    const start = this.cursor.mark();
    const value = blockScalar(this.cursor, this.indent);
    this.add('scalar', start, { value });
  }

  /** What may be a key, and behind which no other key may begin. */
  private word(fetch: (start: Mark) => void): void {
    this.saveKey();
    this.keyAllowed = false;
    fetch(this.cursor.mark());
  }

  private tag(start: Mark): void {
    const { handle, suffix } = tag(this.cursor);
    this.add('tag', start, { value: handle, suffix });
  }

  private plain(start: Mark): void {
    const { value, end, endsLine } = plainScalar(this.cursor, { indent: this.indent, inFlow: this.flowLevel > 0 });
    this.add('scalar', start, { value, end, isPlain: true });
    if (endsLine) this.keyAllowed = true;
  }
}
