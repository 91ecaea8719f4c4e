/** A piece of a command as bash's lexer cuts it. `operator` is one of its own, `newline` an end of line. */
export interface Token {
  readonly kind: 'word' | 'operator' | 'redirection' | 'newline';
  readonly text: string;
  /** Where it begins in the text. */
  readonly at: number;
}

/** A text cut to its end, or where it is open: a quote, a substitution, a here-document, an escaped end of line. */
export interface Cut {
  readonly tokens: readonly Token[];
  /** What is still to come: the closing character, or a here-document's delimiter. Null when nothing is. */
  readonly open: { readonly kind: 'quote' | 'here-document' | 'line'; readonly wanted: string } | null;
  /** Scripts of the substitutions in it. */
  readonly inner: readonly string[];
}

const OPERATORS = [';;&', '&&', '||', ';;', ';&', '|&', '|', '&', ';', '(', ')'];
const REDIRECTIONS = ['&>>', '<<<', '<<-', '&>', '<<', '>>', '<&', '>&', '<>', '>|', '<', '>'];

/** Cuts a text as bash does, without expanding anything. Takes any text. */
export function cut(text: string): Cut {
  const tokens: Token[] = [];
  const inner: string[] = [];
  const wanted: { readonly delimiter: string; readonly stripsTabs: boolean }[] = [];
  let at = 0;

  while (at < text.length) {
    const character = text.charAt(at);
    if (character === ' ' || character === '\t') {
      at += 1;
      continue;
    }
    if (character === '\\' && text.charAt(at + 1) === '\n') {
      at += 2;
      if (at >= text.length) return { tokens, open: { kind: 'line', wanted: '' }, inner };
      continue;
    }
    if (character === '#') {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
      continue;
    }
    if (character === '\n') {
      tokens.push({ kind: 'newline', text: 'newline', at });
      at += 1;
      for (const document of wanted.splice(0)) {
        const end = documentEnd(text, at, document);
        if (end === null) return { tokens, open: { kind: 'here-document', wanted: document.delimiter }, inner };
        at = end;
      }
      continue;
    }
    const number = /^(\d+|\{[A-Za-z_]\w*\})(?=[<>])/.exec(text.slice(at, at + 40))?.[0] ?? '';
    const redirection = REDIRECTIONS.find((each) => text.startsWith(each, at + number.length));
    if (redirection !== undefined && !/^[<>]\(/.test(text.slice(at, at + 2))) {
      tokens.push({ kind: 'redirection', text: redirection, at });
      at += number.length + redirection.length;
      continue;
    }
    const operator = OPERATORS.find((each) => text.startsWith(each, at));
    if (operator === '(' && text.charAt(at + 1) === '(' && beginsCommand(tokens)) {
      const end = balanced(text, at + 1, '(', ')');
      if (end !== null && text.charAt(end) === ')') {
        tokens.push({ kind: 'word', text: text.slice(at, end + 1), at });
        at = end + 1;
        continue;
      }
      if (end === null) return { tokens, open: { kind: 'quote', wanted: ')' }, inner };
    }
    if (operator !== undefined) {
      tokens.push({ kind: 'operator', text: operator, at });
      at += operator.length;
      continue;
    }
    const word = wordEnd(text, at, inner);
    if (typeof word !== 'number') return { tokens, open: { kind: 'quote', wanted: word.wanted }, inner };
    const before = tokens.at(-1);
    const cutWord = text.slice(at, word);
    if (before?.kind === 'redirection' && /^<<-?$/.test(before.text))
      wanted.push({ delimiter: cutWord.replace(/\\(.)|["']/g, '$1'), stripsTabs: before.text === '<<-' });
    tokens.push({ kind: 'word', text: cutWord, at });
    at = word;
    if (text.endsWith('\\') && at === text.length && /(^|[^\\])(\\\\)*\\$/.test(cutWord))
      return { tokens, open: { kind: 'line', wanted: '' }, inner };
  }
  const [document] = wanted;
  return { tokens, open: document === undefined ? null : { kind: 'here-document', wanted: document.delimiter }, inner };
}

/** Whether a `((` here would be arithmetic: it begins a command, or the head of a `for`. */
function beginsCommand(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  if (last === undefined || last.kind === 'newline') return true;
  if (last.kind === 'operator') return last.text !== ')';
  return ['for', 'if', 'then', 'else', 'elif', 'while', 'until', 'do', '{', '!', 'time'].includes(last.text);
}

function documentEnd(
  text: string,
  from: number,
  { delimiter, stripsTabs }: { readonly delimiter: string; readonly stripsTabs: boolean },
): number | null {
  let at = from;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    const next = end < 0 ? text.length : end + 1;
    if ((stripsTabs ? line.replace(/^\t+/, '') : line) === delimiter) return next;
    at = next;
  }
  return null;
}

/** Where a word ends; what is missing when it does not. Scripts within are added to `inner`. */
function wordEnd(text: string, from: number, inner: string[]): number | { readonly wanted: string } {
  let at = from;
  while (at < text.length) {
    const character = text.charAt(at);
    const next = text.charAt(at + 1);
    if (character === '\\') at += 2;
    else if (character === "'" || (character === '$' && next === "'")) {
      const end = singleEnd(text, character === '$' ? at + 2 : at + 1, character === '$');
      if (end === null) return { wanted: "'" };
      at = end;
    } else if (character === '"' || character === '`') {
      const end = character === '"' ? doubleEnd(text, at + 1, inner) : tickEnd(text, at + 1, inner);
      if (typeof end !== 'number') return end;
      at = end;
    } else if (character === '$' && (next === '(' || next === '{')) {
      const end = dollarEnd(text, at, inner);
      if (typeof end !== 'number') return end;
      at = end;
    } else if ((character === '<' || character === '>') && next === '(' && at === from) {
      const end = balanced(text, at + 1, '(', ')');
      if (end === null) return { wanted: ')' };
      inner.push(text.slice(at + 2, end - 1));
      at = end;
    } else if (character === '(' && /^[A-Za-z_]\w*(\[[^\]]*\])?\+?=$/.test(text.slice(from, at))) {
      const end = balanced(text, at, '(', ')');
      if (end === null) return { wanted: ')' };
      at = end;
    } else if (/[ \t\n;&|()<>]/.test(character)) return at;
    else at += 1;
  }
  return Math.min(at, text.length);
}

function singleEnd(text: string, from: number, escapes: boolean): number | null {
  for (let at = from; at < text.length; at += 1) {
    if (escapes && text.charAt(at) === '\\') at += 1;
    else if (text.charAt(at) === "'") return at + 1;
  }
  return null;
}

function doubleEnd(text: string, from: number, inner: string[]): number | { readonly wanted: string } {
  let at = from;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '"') return at + 1;
    if (character === '\\') at += 2;
    else if (character === '`') {
      const end = tickEnd(text, at + 1, inner);
      if (typeof end !== 'number') return end;
      at = end;
    } else if (character === '$' && /[({]/.test(text.charAt(at + 1))) {
      const end = dollarEnd(text, at, inner);
      if (typeof end !== 'number') return end;
      at = end;
    } else at += 1;
  }
  return { wanted: '"' };
}

function tickEnd(text: string, from: number, inner: string[]): number | { readonly wanted: string } {
  for (let at = from; at < text.length; at += 1) {
    if (text.charAt(at) === '\\') at += 1;
    else if (text.charAt(at) === '`') {
      inner.push(text.slice(from, at));
      return at + 1;
    }
  }
  return { wanted: '`' };
}

/** The end of `$(…)`, `$((…))` or `${…}`. */
function dollarEnd(text: string, from: number, inner: string[]): number | { readonly wanted: string } {
  const [open, close] = text.charAt(from + 1) === '(' ? ['(', ')'] : ['{', '}'];
  const end = balanced(text, from + 1, open ?? '', close ?? '');
  if (end === null) return { wanted: close ?? '' };
  if (open === '(' && text.charAt(from + 2) !== '(') inner.push(text.slice(from + 2, end - 1));
  return end;
}

/** Behind the bracket that closes the one at `from`; quotes are passed over. Null when there is none. */
function balanced(text: string, from: number, open: string, close: string): number | null {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '\\') at += 2;
    else if (character === "'") {
      const end = singleEnd(text, at + 1, false);
      if (end === null) return null;
      at = end;
    } else if (character === '"') {
      const end = doubleEnd(text, at + 1, []);
      if (typeof end !== 'number') return null;
      at = end;
    } else {
      if (character === open) depth += 1;
      if (character === close) depth -= 1;
      at += 1;
      if (depth === 0) return at;
    }
  }
  return null;
}
