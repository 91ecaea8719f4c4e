/** What becomes of a script of sed: the interpreter's way of writing it, or GNU's complaint and behind how many characters. */
export type SedScript =
  | { readonly script: string }
  | { readonly complaint: string; readonly char: number }
  | { readonly refused: string };

/** Commands whose text runs to the end of the line. */
const TO_THE_END = 'aicrRwWe#';
/** Those that a label follows. */
const LABELLED = ':btT';

const UNTERMINATED = "unterminated `s' command";

/** What GNU sed writes for `\a`, `\f` and `\v`. `\n`, `\t` and `\r` the interpreter knows. */
const CONTROLS: Readonly<Record<string, string>> = { a: '\x07', f: '\f', v: '\v' };

/**
 * Writes the replacements of a script's `s` commands so that the interpreter's sed does with them what GNU sed does. It takes
 * `\\` for one backslash before it looks at escapes, where GNU looks at both at once, and knows no `\xHH`, `\oNNN`, `\dNNN`,
 * `\cX`. What is no `s` command stays as it is. Never throws.
 * Models sed/compile.c of GNU sed 4.9.
 */
export function gnuScript(script: string, extended: boolean): SedScript {
  let out = '';
  let copied = 0;
  let at = 0;
  while (at < script.length) {
    at = afterAddresses(script, at);
    const command = script[at] ?? '';
    at += 1;
    if (TO_THE_END.includes(command)) at = lineEnd(script, at);
    else if (command !== '' && LABELLED.includes(command)) at = endOf(/[;\n]/g, script, at);
    else if (command === 'y') {
      const delimiter = script[at] ?? '';
      at = endOfPart(script, endOfPart(script, at + 1, delimiter, false), delimiter, false);
    } else if (command === 's') {
      const delimiter = script[at] ?? '';
      if (/^[\n\\]?$/.test(delimiter)) return { char: at, complaint: UNTERMINATED };
      const replacement = afterPart(script, at + 1, delimiter, true);
      if (replacement === null) return { char: script.length, complaint: UNTERMINATED };
      const end = afterPart(script, replacement, delimiter, false);
      if (end === null) return { char: lineEnd(script, replacement), complaint: UNTERMINATED };
      const text = script.slice(replacement, end - 1);
      const flags = /^[0-9gpiImMe]*/.exec(script.slice(end))?.[0].length ?? 0;
      const lost = lostGroup(script.slice(at + 1, replacement - 1), text, extended);
      const next = end + flags + 1;
      if (lost !== null)
        return { char: Math.min(next, script.length), complaint: `invalid reference \\${lost} on \`s' command's RHS` };
      if (/^(?:[^\\]|\\[^ULulE])*\\[ULulE]/.test(text))
        return { refused: 'portside: sed: \\U, \\L, \\u, \\l and \\E in a replacement are not modelled\n' };
      out += script.slice(copied, replacement) + text.replace(ESCAPE, (each) => written(each, delimiter));
      copied = end - 1;
      at = end + flags;
      if (script[at] === 'w') at = lineEnd(script, at);
    }
  }
  return { script: out + script.slice(copied) };
}

const ESCAPE = /\\(?:x[0-9a-fA-F]{1,2}|o[0-7]{1,3}|d[0-9]{1,3}|c[@-~]|[\s\S])/g;

/** An escape of a replacement as the interpreter takes it. */
function written(sequence: string, delimiter: string): string {
  const [, kind = '', ...rest] = sequence;
  if (kind === delimiter) return sequence;
  if (kind === '\\') return '\\\\\\\\';
  if (kind === '\n') return '\\n';
  if (Object.hasOwn(CONTROLS, kind)) return CONTROLS[kind] ?? sequence;
  if (rest.length === 0) return sequence;
  const digits = rest.join('');
  if (kind === 'c') return literal(digits.toUpperCase().charCodeAt(0) ^ 64, delimiter);
  return literal(Number.parseInt(digits, kind === 'x' ? 16 : kind === 'o' ? 8 : 10) & 255, delimiter);
}

/** A character that means nothing, whatever it is. */
function literal(code: number, delimiter: string): string {
  const char = String.fromCharCode(code);
  if (char === '\\') return '\\\\\\\\';
  if (char === '\n') return '\\n';
  return char === '&' || char === delimiter ? `\\${char}` : char;
}

/** A group that a replacement names and its pattern has not. */
function lostGroup(pattern: string, replacement: string, extended: boolean): string | null {
  const bare = pattern.replace(/\\[^(]|\[\^?\]?[^\]]*\]/g, '');
  const groups = (extended ? bare.replace(/\\\(/g, '') : bare).match(extended ? /\(/g : /\\\(/g)?.length ?? 0;
  // An empty pattern is the last one again.
  if (pattern === '') return null;
  const named = replacement.match(/\\[\s\S]/g) ?? [];
  return named.find((each) => /\\[1-9]/.test(each) && Number(each[1]) > groups)?.[1] ?? null;
}

/** Behind the next delimiter that is not escaped, and in a pattern not in brackets; null where there is none on the line. */
function afterPart(script: string, from: number, delimiter: string, pattern: boolean): number | null {
  for (let at = from; at < script.length; at += 1) {
    const char = script[at];
    if (char === '\\') at += 1;
    else if (char === delimiter) return at + 1;
    else if (char === '\n' && !pattern) return null;
    else if (char === '[' && pattern) {
      const closed = /^\[\^?\]?(?:\[[:.=][^\]]*\]|[^\]])*\]/.exec(script.slice(at))?.[0].length ?? 1;
      at += closed - 1;
    }
  }
  return null;
}

function endOfPart(script: string, from: number, delimiter: string, pattern: boolean): number {
  return afterPart(script, from, delimiter, pattern) ?? script.length;
}

/** Behind blanks, separators and addresses: where a command's letter is. */
function afterAddresses(script: string, from: number): number {
  let at = from;
  for (;;) {
    const char = script[at] ?? '';
    if (char !== '' && /[\s;{}!,$0-9~+]/.test(char)) at += 1;
    else if (char === '/' || char === '\\') {
      const delimiter = char === '/' ? char : (script[at + 1] ?? '');
      at = endOfPart(script, at + (char === '/' ? 1 : 2), delimiter, true);
      while (/[IM]/.test(script[at] ?? '')) at += 1;
    } else return at;
  }
}

/** The end of a line that a backslash may carry on. */
function lineEnd(script: string, from: number): number {
  return endOf(/(?<!\\)\n/g, script, from);
}

function endOf(pattern: RegExp, script: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(script)?.index ?? script.length;
}
