import { type ReadFile, substituteFiles } from './substitution.ts';

/** One word of a line. `column` (from 1) is where it starts in the line as typed. */
export interface Word {
  readonly text: string;
  readonly column: number;
}

/** A line taken apart, with what its substitutions complained of, or the words that say why it could not be. */
export type SplitLine =
  | { readonly ok: true; readonly words: readonly Word[]; readonly stderr: string }
  | { readonly ok: false; readonly message: string; readonly exitCode: number; readonly column: number };

/** A shell prompt that was copied with the line: `$ `, `# `, `root@node01:~# `, `[root@node01 ~]# `. */
const PROMPT = /^\s*(?:\[[\w.-]+@[\w.-]+[^\]]*\][#$]|[\w.-]+@[\w.-]+:[^\s#$]*[#$]|[#$])\s+(?=(?:sudo|time|curl)\b)/;

/** What an unquoted character or pair would do in a real shell, longest first. */
const OPERATORS: readonly (readonly [text: string, meaning: string])[] = [
  ['&&', 'a second command'],
  ['||', 'a second command'],
  ['>>', 'a redirection'],
  ['<<', 'a here-document'],
  ['|', 'a pipe'],
  [';', 'a second command'],
  ['>', 'a redirection'],
  ['<', 'a redirection'],
  ['&', 'a command in the background'],
  ['(', 'a subshell'],
  [')', 'a subshell'],
];

/**
 * Splits a line the way a shell does: quotes, backslashes, comments, `~/`. Takes any text. A prompt pasted along is
 * skipped. `$(cat FILE…)` and `$(<FILE)` give what `read` finds. What only a real shell could do (variables, other
 * substitutions, pipes, redirections) is refused in one sentence that names what was found; `*` and `?` stay as they
 * are, as bash leaves a pattern that matches no file.
 */
export function splitWords(line: string, read: ReadFile): SplitLine {
  const words: Word[] = [];
  let text = '';
  let stderr = '';
  let start = -1;
  let index = PROMPT.exec(line)?.[0].length ?? 0;

  const push = (): void => {
    if (start >= 0) words.push({ text, column: start + 1 });
    text = '';
    start = -1;
  };
  const add = (piece: string, at: number): void => {
    if (start < 0) start = at;
    text += piece;
  };

  while (index < line.length) {
    const char = line.charAt(index);
    if (char === '\\') {
      const next = line.charAt(index + 1);
      if (next === '\r' && line.charAt(index + 2) === '\n') index += 1;
      else if (next !== '\n') add(next === '' ? '\\' : next, index);
      index += 2;
    } else if (char === "'") {
      const end = line.indexOf("'", index + 1);
      if (end < 0) return unbalanced("'", index);
      add(line.slice(index + 1, end), index);
      index = end + 1;
    } else if (char === '"') {
      const quoted = readDoubleQuotes(line, index, read);
      if (!quoted.ok) return quoted;
      add(quoted.text, index);
      stderr += quoted.stderr;
      index = quoted.end;
    } else if (char === '$' || char === '`') {
      const files = substituteFiles(line, index, read);
      const found = files === null ? expansionAt(line, index) : null;
      if (found !== null) return refusal(found, index);
      // Without quotes what comes back is split into words.
      for (const [number, piece] of (files?.text ?? char).split(/[ \t\n]+/).entries()) {
        if (number > 0) push();
        if (piece !== '') add(piece, index);
      }
      stderr += files?.stderr ?? '';
      index = files?.end ?? index + 1;
    } else if (/\s/.test(char)) {
      push();
      if (char === '\n' && words.length > 0) return afterEnd(line, index, 'a second line', { ok: true, words, stderr });
      index += 1;
    } else if (char === '#' && start < 0) {
      const newline = line.indexOf('\n', index);
      index = newline < 0 ? line.length : newline;
    } else if (char === '~' && start < 0 && /^~(?:\/|\s|$)/.test(line.slice(index, index + 2))) {
      add('/root', index);
      index += 1;
    } else {
      const operator = OPERATORS.find(([sign]) => line.startsWith(sign, index));
      if (operator !== undefined) {
        push();
        if (operator[0] === ';') return afterEnd(line, index, operator[1], { ok: true, words, stderr });
        return onlyOneCommand(`\`${operator[0]}\` (${operator[1]})`, index, operator[0] === '&');
      }
      add(char, index);
      index += 1;
    }
  }
  push();
  return { ok: true, words, stderr };
}

type Quoted = { readonly ok: true; readonly text: string; readonly stderr: string; readonly end: number };

function readDoubleQuotes(line: string, open: number, read: ReadFile): Quoted | Extract<SplitLine, { ok: false }> {
  let text = '';
  let stderr = '';
  let index = open + 1;
  while (index < line.length) {
    const char = line.charAt(index);
    if (char === '"') return { ok: true, text, stderr, end: index + 1 };
    if (char === '\\') {
      const next = line.charAt(index + 1);
      // Within double quotes a backslash is special before these only.
      if (next !== '\n') text += '$`"\\'.includes(next) && next !== '' ? next : `\\${next}`;
      index += 2;
    } else {
      const files = substituteFiles(line, index, read);
      const found = files === null && (char === '$' || char === '`') ? expansionAt(line, index) : null;
      if (found !== null) return refusal(found, index);
      text += files?.text ?? char;
      stderr += files?.stderr ?? '';
      index = files?.end ?? index + 1;
    }
  }
  return unbalanced('"', open);
}

/** The variable or substitution that starts at a `$` or backtick, or null when the sign stands for itself. */
function expansionAt(line: string, index: number): string | null {
  const rest = line.slice(index);
  if (rest.startsWith('$(')) return '$( )';
  if (rest.startsWith('`')) return '` `';
  return /^\$(?:\{[^}]*\}?|[A-Za-z_]\w*|[0-9@*#?$!-]|')/.exec(rest)?.[0] ?? null;
}

function refusal(found: string, index: number): Extract<SplitLine, { ok: false }> {
  if (found === '$( )' || found === '` `') {
    return onlyOneCommand(`\`${found}\` (the output of another command)`, index, false);
  }
  const message = `portside: column ${index + 1}: ${found} is not expanded here: this line has no shell variables. Write the value itself, or put single quotes around a dollar sign that is meant.`;
  return { ok: false, message: `${message}\n`, exitCode: 2, column: index + 1 };
}

function onlyOneCommand(found: string, index: number, quote: boolean): Extract<SplitLine, { ok: false }> {
  const advice = quote ? ' Quote a URL that has & in it.' : '';
  const message = `portside: column ${index + 1}: this line takes one curl command, no pipes yet: found ${found}.${advice}`;
  return { ok: false, message: `${message}\n`, exitCode: 2, column: index + 1 };
}

/** A `;` or newline may end the line; it may not begin another command. */
function afterEnd(line: string, index: number, meaning: string, sofar: SplitLine): SplitLine {
  const rest = line.slice(index).replace(/^[;\s]+/, '');
  if (rest === '' || rest.startsWith('#')) return sofar;
  const sign = line.charAt(index) === ';' ? '`;` ' : '';
  return onlyOneCommand(sign === '' ? meaning : `${sign}(${meaning})`, index, false);
}

/** Bash's own words for a quote that never closes, with the place where it opened. */
function unbalanced(quote: string, open: number): Extract<SplitLine, { ok: false }> {
  const message = `bash: unexpected EOF while looking for matching \`${quote}' (opened at column ${open + 1})\nbash: syntax error: unexpected end of file\n`;
  return { ok: false, message, exitCode: 2, column: open + 1 };
}
