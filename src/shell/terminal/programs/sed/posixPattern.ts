/** A regular expression of JavaScript's, or what the C library says against the POSIX one. */
export type PosixPattern = { readonly source: string; readonly groups: number } | { readonly complaint: string };

const CLASSES: Readonly<Record<string, string>> = {
  alpha: '\\p{L}',
  digit: '0-9',
  alnum: '\\p{L}0-9',
  upper: '\\p{Lu}',
  lower: '\\p{Ll}',
  space: '\\s',
  blank: ' \\t',
  punct: '!-\\/:-@\\[-`\\{-~',
  print: ' -~\\p{L}',
  graph: '!-~\\p{L}',
  cntrl: '\\0-\\x1f\\x7f',
  xdigit: '0-9A-Fa-f',
};

const WORD = '[\\p{L}\\p{N}_]';

/** What GNU's own letters behind a backslash are. */
const GNU: Readonly<Record<string, string>> = {
  n: '\\n',
  t: '\\t',
  r: '\\r',
  f: '\\f',
  v: '\\v',
  a: '\\x07',
  w: WORD,
  W: '[^\\p{L}\\p{N}_]',
  s: '\\s',
  S: '\\S',
  b: `(?:(?<!${WORD})(?=${WORD})|(?<=${WORD})(?!${WORD}))`,
  B: `(?:(?<!${WORD})(?!${WORD})|(?<=${WORD})(?=${WORD}))`,
  '<': `(?<!${WORD})(?=${WORD})`,
  '>': `(?<=${WORD})(?!${WORD})`,
  '`': '(?<![\\s\\S])',
  "'": '(?![\\s\\S])',
};

/**
 * Translates a basic or extended regular expression, with GNU's additions. Takes any text.
 * Models lib/regcomp.c and the escapes of sed/regexp.c, GNU sed 4.9.
 */
export function posixPattern(pattern: string, extended: boolean): PosixPattern {
  let out = '';
  /** Where the last thing that can be repeated begins; null when there is none. */
  let atom: number | null = null;
  let isRepeated = false;
  let groups = 0;
  const open: number[] = [];
  const put = (text: string): void => {
    atom = out.length;
    isRepeated = false;
    out += text;
  };
  const anchor = (text: string): void => {
    atom = null;
    out += text;
  };
  const repeat = (text: string): void => {
    if (atom === null) return;
    if (isRepeated) out = `${out.slice(0, atom)}(?:${out.slice(atom)})`;
    out += text;
    isRepeated = true;
  };
  for (let at = 0; at < pattern.length; ) {
    const isEscaped = pattern[at] === '\\' && at + 1 < pattern.length;
    const char = String.fromCodePoint(pattern.codePointAt(isEscaped ? at + 1 : at) ?? 0);
    const from = at;
    at += (isEscaped ? 1 : 0) + char.length;
    if (char === '\\' && !isEscaped) return { complaint: 'Trailing backslash' };
    // Behind a backslash it is an operator in a basic pattern, and without one in an extended.
    const isOperator = isEscaped !== extended && '(){}|+?'.includes(char);
    const isFirst = out === '' || /(?:^|[^\\])(?:\\\\)*[(|]$/.test(out);
    if (isOperator && char === '(') {
      open.push(out.length);
      groups += 1;
      anchor('(');
    } else if (isOperator && char === ')') {
      const begun = open.pop();
      if (begun === undefined) return { complaint: 'Unmatched ) or \\)' };
      out += ')';
      atom = begun;
      isRepeated = false;
    } else if (isOperator && char === '|') anchor('|');
    else if (isOperator && (char === '+' || char === '?')) {
      if (atom === null && extended && isFirst) return { complaint: 'Invalid preceding regular expression' };
      if (atom === null) put(`\\${char}`);
      else repeat(char);
    } else if (isOperator && char === '{') {
      const found = (extended ? /^(\d*)(,?)(\d*)\}/ : /^(\d*)(,?)(\d*)\\\}/).exec(pattern.slice(at));
      const [all = '', least = '', comma = '', most = ''] = found ?? [];
      if (found === null || (least === '' && comma === '')) {
        if (!extended)
          return { complaint: pattern.includes('\\}', at) ? 'Invalid content of \\{\\}' : 'Unmatched \\{' };
        put('\\{');
      } else if (atom === null) return { complaint: 'Invalid preceding regular expression' };
      else {
        if (most !== '' && Number(least) > Number(most)) return { complaint: 'Invalid content of \\{\\}' };
        if (Number(least) > 32_767 || Number(most) > 32_767) return { complaint: 'Regular expression too big' };
        at += all.length;
        repeat(`{${least || '0'}${comma}${most}}`);
      }
    } else if (!isEscaped && char === '*') {
      if (atom === null && extended) return { complaint: 'Invalid preceding regular expression' };
      if (isRepeated && !extended) return { complaint: 'Invalid preceding regular expression' };
      if (atom === null) put('\\*');
      else repeat('*');
    } else if (!isEscaped && char === '[') {
      const bracket = bracketOf(pattern.slice(from));
      if ('complaint' in bracket) return bracket;
      put(bracket.source);
      at = from + bracket.length;
    } else if (!isEscaped && char === '.') put('[\\s\\S]');
    else if (!isEscaped && char === '^' && (extended || isFirst)) anchor('^');
    else if (!isEscaped && char === '$' && (extended || /^$|^\\[)|]/.test(pattern.slice(at)))) anchor('$');
    else if (isEscaped && /[1-9]/.test(char)) {
      if (Number(char) > groups || open.length >= groups) return { complaint: 'Invalid back reference' };
      put(`(?:\\${char})`);
    } else if (isEscaped && numbered(pattern.slice(from)) !== null) {
      const [text = '', code = 0] = numbered(pattern.slice(from)) ?? [];
      put(literal(String.fromCharCode(code)));
      at = from + text.length;
    } else if (isEscaped && Object.hasOwn(GNU, char)) put(GNU[char] ?? '');
    else put(literal(char));
  }
  return open.length > 0 ? { complaint: 'Unmatched ( or \\(' } : { source: out, groups };
}

/** `\xHH`, `\oNNN`, `\dNNN`, `\cX` at the beginning of a text, and the code of the character that it is. */
export function numbered(text: string): readonly [text: string, code: number] | null {
  const [all, kind = '', digits = ''] =
    /^\\(?:(x)([0-9a-fA-F]{1,2})|(?:(o)([0-7]{1,3}))|(?:(d)([0-9]{1,3}))|(?:(c)([@-~])))/
      .exec(text)
      ?.filter((part) => part !== undefined) ?? [];
  if (all === undefined) return null;
  if (kind === 'c') return [all, digits.toUpperCase().charCodeAt(0) ^ 64];
  return [all, Number.parseInt(digits, kind === 'x' ? 16 : kind === 'o' ? 8 : 10) & 255];
}

function literal(char: string): string {
  return /[\^$\\.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char;
}

/** A bracket expression at the beginning of a text, and how long it is. */
function bracketOf(
  text: string,
): { readonly source: string; readonly length: number } | { readonly complaint: string } {
  const unmatched = { complaint: 'Unmatched [, [^, [:, [., or [=' };
  const isNegated = text[1] === '^';
  const first = isNegated ? 2 : 1;
  let out = '';
  for (let at = first; at < text.length; ) {
    const rest = text.slice(at);
    if (rest.startsWith(']') && at > first) return { source: whole(out, isNegated), length: at + 1 };
    const named = /^\[([:.=])([\s\S]*?)\1\]/.exec(rest);
    if (/^\[[:.=]/.test(rest) && named === null) return unmatched;
    if (named !== null) {
      const [all, kind, name = ''] = named;
      if (kind === ':' && !Object.hasOwn(CLASSES, name)) return { complaint: 'Invalid character class name' };
      out += kind === ':' ? (CLASSES[name] ?? '') : inBrackets(name);
      at += all.length;
      continue;
    }
    const control = /^\\[ntrfva]/.exec(rest) === null ? null : GNU[rest[1] ?? ''];
    const code = numbered(rest);
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (code !== null) out += inBrackets(String.fromCharCode(code[1]));
    else if (control !== null) out += control;
    else if (char === '-' && at > first && !/^-\]/.test(rest)) out += '-';
    else out += inBrackets(char);
    at += code?.[0].length ?? (control === null ? char.length : 2);
  }
  return unmatched;
}

function whole(inside: string, isNegated: boolean): string {
  return `[${isNegated ? '^' : ''}${inside}]`;
}

function inBrackets(char: string): string {
  return /[\^$\\.*+?()[\]{}|/-]/.test(char) ? `\\${char}` : char;
}
