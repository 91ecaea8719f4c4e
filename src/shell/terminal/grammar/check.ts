import { cut, type Token } from './tokens.ts';

/** What bash makes of a text before it runs any of it. */
export type Checked =
  | { readonly kind: 'whole' }
  /** More must come; `wanted` is the character that closes what is open, or null when it is a construct. */
  | { readonly kind: 'unfinished'; readonly wanted: string | null; readonly isDocument: boolean }
  | { readonly kind: 'wrong'; readonly token: string };

/** How deep constructs may lie in each other before the text counts as wrong. */
const DEEPEST = 200;

class Unexpected extends Error {
  readonly token: string;
  constructor(token: string) {
    super(token);
    this.token = token;
  }
}

class Unfinished extends Error {}

/** Checks a text by bash's grammar. Takes any text. Models parse.y of bash 5.2, without select and coproc. */
export function check(text: string, depth = 0): Checked {
  const { tokens, open, inner } = cut(text);
  try {
    new Grammar(tokens).script();
  } catch (error) {
    if (error instanceof Unexpected) return { kind: 'wrong', token: error.token };
    if (open === null && error instanceof Unfinished) return { kind: 'unfinished', wanted: null, isDocument: false };
    if (!(error instanceof Unfinished)) throw error;
  }
  if (open !== null) {
    return {
      kind: 'unfinished',
      wanted: open.kind === 'quote' ? open.wanted : null,
      isDocument: open.kind === 'here-document',
    };
  }
  for (const script of depth > 20 ? [] : inner) {
    const checked = check(script, depth + 1);
    if (checked.kind === 'wrong') return checked;
    if (checked.kind === 'unfinished' && !checked.isDocument) return { kind: 'wrong', token: ')' };
  }
  return { kind: 'whole' };
}

const CONSTRUCTS = new Set(['{', 'if', 'while', 'until', 'for', 'select', 'case', '[[']);
const RESERVED = new Set(['then', 'else', 'elif', 'fi', 'do', 'done', 'esac', '}', 'in']);

class Grammar {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  script(): void {
    this.#list([]);
    if (this.#peek() !== undefined) throw this.#unexpected();
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #is(text: string, kind: Token['kind'] = 'operator'): boolean {
    const token = this.#peek();
    return token?.kind === kind && token.text === text;
  }

  #unexpected(): Error {
    const token = this.#peek();
    return token === undefined ? new Unfinished() : new Unexpected(token.text);
  }

  #lines(): void {
    while (this.#peek()?.kind === 'newline') this.#at += 1;
  }

  /** Takes a reserved word that must stand here. */
  #take(word: string): void {
    if (!this.#is(word, 'word')) throw this.#unexpected();
    this.#at += 1;
  }

  /** Commands up to one of these words, `)` or the end; in a construct at least one. */
  #list(ends: readonly string[]): void {
    const isInside = ends.length > 0;
    this.#lines();
    let isEmpty = true;
    for (;;) {
      const token = this.#peek();
      const isEnd = token === undefined || (isInside && ends.includes(token.text) && token.kind !== 'newline');
      if (isEnd) {
        if (isInside && (isEmpty || token === undefined)) throw this.#unexpected();
        return;
      }
      this.#andOr();
      isEmpty = false;
      const next = this.#peek();
      if (next === undefined) continue;
      if (next.kind === 'newline' || (next.kind === 'operator' && (next.text === ';' || next.text === '&'))) {
        this.#at += 1;
        this.#lines();
      } else if (!(isInside && next.kind === 'operator' && ends.includes(next.text))) throw this.#unexpected();
    }
  }

  #andOr(): void {
    this.#pipeline();
    while (this.#is('&&') || this.#is('||')) {
      this.#at += 1;
      this.#lines();
      this.#pipeline();
    }
  }

  #pipeline(): void {
    while (this.#is('!', 'word') || this.#is('time', 'word')) {
      this.#at += 1;
      if (this.#is('-p', 'word')) this.#at += 1;
      const token = this.#peek();
      if (token === undefined || token.kind === 'newline' || this.#is(';')) return;
    }
    this.#command();
    while (this.#is('|') || this.#is('|&')) {
      this.#at += 1;
      this.#lines();
      this.#command();
    }
  }

  #command(): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw this.#unexpected();
    const token = this.#peek();
    if (token === undefined) throw new Unfinished();
    if (token.kind === 'operator' && token.text === '(') {
      this.#at += 1;
      this.#list([')']);
      this.#at += 1;
      this.#redirections();
    } else if (token.kind === 'word' && this.#compound(token.text)) this.#redirections();
    else this.#simple();
    this.#depth -= 1;
  }

  /** Takes a construct that begins with this word; false when it begins none. */
  #compound(word: string): boolean {
    switch (word) {
      case '{':
        this.#at += 1;
        this.#list(['}']);
        this.#take('}');
        return true;
      case 'if':
        this.#if();
        return true;
      case 'while':
      case 'until':
        this.#at += 1;
        this.#list(['do']);
        this.#body();
        return true;
      case 'for':
      case 'select':
        this.#for();
        return true;
      case 'case':
        this.#case();
        return true;
      case '[[':
        this.#condition();
        return true;
      case 'function':
        this.#at += 1;
        this.#word();
        this.#brackets();
        this.#functionBody();
        return true;
      default:
        return word.startsWith('((') && this.#arithmetic();
    }
  }

  #arithmetic(): boolean {
    this.#at += 1;
    return true;
  }

  #if(): void {
    this.#at += 1;
    this.#list(['then']);
    this.#take('then');
    this.#list(['elif', 'else', 'fi']);
    while (this.#is('elif', 'word')) {
      this.#at += 1;
      this.#list(['then']);
      this.#take('then');
      this.#list(['elif', 'else', 'fi']);
    }
    if (this.#is('else', 'word')) {
      this.#at += 1;
      this.#list(['fi']);
    }
    this.#take('fi');
  }

  #body(): void {
    this.#take('do');
    this.#list(['done']);
    this.#take('done');
  }

  #for(): void {
    this.#at += 1;
    const isArithmetic = this.#peek()?.text.startsWith('((') === true;
    this.#word();
    if (!isArithmetic) {
      this.#lines();
      if (this.#is('in', 'word')) {
        this.#at += 1;
        while (this.#peek()?.kind === 'word') this.#at += 1;
        if (!this.#is(';') && this.#peek()?.kind !== 'newline') throw this.#unexpected();
      }
    }
    if (this.#is(';')) this.#at += 1;
    this.#lines();
    if (this.#is('{', 'word')) this.#compound('{');
    else this.#body();
  }

  #case(): void {
    this.#at += 1;
    this.#word();
    this.#lines();
    this.#take('in');
    this.#lines();
    while (!this.#is('esac', 'word')) {
      if (this.#is('(')) this.#at += 1;
      if (this.#peek() === undefined) throw new Unfinished();
      this.#word();
      while (this.#is('|')) {
        this.#at += 1;
        this.#word();
      }
      if (!this.#is(')')) throw this.#unexpected();
      this.#at += 1;
      this.#lines();
      if (!this.#isClauseEnd()) this.#clause();
      if (this.#is('esac', 'word')) break;
      if (!this.#isClauseEnd()) throw this.#unexpected();
      this.#at += 1;
      this.#lines();
    }
    this.#take('esac');
  }

  #isClauseEnd(): boolean {
    return this.#is(';;') || this.#is(';&') || this.#is(';;&') || this.#is('esac', 'word');
  }

  #clause(): void {
    for (;;) {
      this.#andOr();
      if (this.#is(';') || this.#is('&') || this.#peek()?.kind === 'newline') this.#at += 1;
      this.#lines();
      if (this.#peek() === undefined) throw new Unfinished();
      if (this.#isClauseEnd()) return;
      if (this.#peek()?.kind === 'operator' && !this.#is('(')) throw this.#unexpected();
    }
  }

  /** `[[ … ]]`, in which operators are words. */
  #condition(): void {
    const from = this.#at;
    this.#at += 1;
    while (!this.#is(']]', 'word')) {
      if (this.#peek() === undefined) throw new Unfinished();
      this.#at += 1;
    }
    if (this.#at === from + 1) throw this.#unexpected();
    this.#at += 1;
  }

  #brackets(): void {
    if (!this.#is('(')) return;
    this.#at += 1;
    if (!this.#is(')')) throw new Unexpected(this.#peek()?.text ?? 'newline');
    this.#at += 1;
  }

  /** A function is a construct; a simple command is none. */
  #functionBody(): void {
    this.#lines();
    const token = this.#peek();
    if (token === undefined) throw new Unfinished();
    if (!this.#is('(') && !CONSTRUCTS.has(token.text) && !token.text.startsWith('((')) throw this.#unexpected();
    this.#command();
  }

  /** Words and redirections; a word with `()` behind it is a function. */
  #simple(): void {
    const first = this.#peek();
    if (first?.kind === 'word' && RESERVED.has(first.text)) throw this.#unexpected();
    let words = 0;
    for (;;) {
      const token = this.#peek();
      if (token?.kind === 'word') {
        this.#at += 1;
        words += 1;
      } else if (token?.kind === 'redirection') this.#redirection();
      else if (words === 1 && this.#is('(')) {
        this.#brackets();
        this.#functionBody();
        return;
      } else break;
    }
    if (this.#peek() === first) throw this.#unexpected();
  }

  #redirections(): void {
    while (this.#peek()?.kind === 'redirection') this.#redirection();
    const token = this.#peek();
    if (token?.kind === 'word' && !RESERVED.has(token.text)) throw this.#unexpected();
  }

  #redirection(): void {
    this.#at += 1;
    this.#word();
  }

  /** A word that must stand here. At the end of the text the line ends where it was wanted. */
  #word(): void {
    if (this.#peek()?.kind === 'word') {
      this.#at += 1;
      return;
    }
    throw new Unexpected(this.#peek()?.text ?? 'newline');
  }
}
