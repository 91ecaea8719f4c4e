import { check } from './grammar/check.ts';
import type { Statement } from './interpreter.ts';

/** A text as the shell reads it: statements, or why it is refused before anything of it is run. */
export type Syntax =
  | { readonly ok: true; readonly statements: readonly Statement[] }
  /** In bash's words, a line each. */
  | { readonly ok: false; readonly message: string };

/** Reads a whole command. `parse` throws what the interpreter's parser throws. Never throws itself. */
export function syntaxOf(text: string, parse: (text: string) => readonly Statement[]): Syntax {
  const checked = check(text);
  if (checked.kind === 'wrong')
    return { ok: false, message: `bash: syntax error near unexpected token \`${checked.token}'\n` };
  if (checked.kind === 'unfinished' && !checked.isDocument) {
    const open =
      checked.wanted === null ? '' : `bash: unexpected EOF while looking for matching \`${checked.wanted}'\n`;
    return { ok: false, message: `${open}bash: syntax error: unexpected end of file\n` };
  }
  try {
    const statements = parse(text);
    const late = statements.find((statement) => statement.deferredError !== undefined)?.deferredError;
    return late === undefined ? { ok: true, statements } : { ok: false, message: inBashsWords(late.message, text) };
  } catch (error) {
    return { ok: false, message: inBashsWords(error instanceof Error ? error.message : String(error), text) };
  }
}

/** Tokens by the name that the interpreter's parser gives them. */
const TOKENS: Readonly<Record<string, string>> = {
  SEMICOLON: ';',
  NEWLINE: 'newline',
  AND_AND: '&&',
  OR_OR: '||',
  PIPE: '|',
  AMP: '&',
  LPAREN: '(',
  RPAREN: ')',
  DSEMI: ';;',
  LBRACE: '{',
  RBRACE: '}',
};

function inBashsWords(message: string, text: string): string {
  const words = message.replace(/^Parse error at \d+:\d+: /, '').replace(/^line \d+: /, '');
  const unexpected = /near unexpected token [`'](.*)'$/s.exec(words);
  if (unexpected !== null) return `bash: syntax error near unexpected token \`${unexpected[1] ?? ''}'\n`;
  const got = /^Expected .*, got (\w+)$/.exec(words)?.[1];
  if (got === 'EOF') return 'bash: syntax error: unexpected end of file\n';
  if (got !== undefined) {
    const token = Object.hasOwn(TOKENS, got) ? TOKENS[got] : undefined;
    return `bash: syntax error near unexpected token \`${token ?? (text.trim().split(/\s+/).at(-1) || 'newline')}'\n`;
  }
  if (/^Expected/.test(words)) return "bash: syntax error near unexpected token `newline'\n";
  const open = /unexpected EOF while looking for matching [`'](.)'/.exec(words)?.[1];
  if (open !== undefined) return `bash: unexpected EOF while looking for matching \`${open}'\n`;
  return `bash: ${words}\n`;
}
