import type { YAMLParseError } from 'yaml';
import { linesOf, positionAt } from './lines.ts';
import type { Parsed } from './tree.ts';

/**
 * A syntax error in go-yaml's words. Its scanner names the line of the trouble, its parser the line before it;
 * trouble in the first line has no number.
 * Errors without a known sentence keep those of the library that found them.
 */
export function yamlError(text: string, problem: YAMLParseError): Parsed {
  const [from, to] = problem.pos;
  const lines = linesOf(text);
  const line = (offset: number): number => positionAt(lines, offset).line;
  const scanner = (offset: number, words: string): Parsed => located(line(offset) === 1 ? 0 : line(offset), words);
  const parser = (offset: number, words: string): Parsed => located(line(offset) - 1, words);
  function located(at: number, words: string): Parsed {
    return { ok: false, error: at > 0 ? `yaml: line ${at}: ${words}` : `yaml: ${words}`, span: { from, to } };
  }
  switch (problem.code) {
    case 'TAB_AS_INDENT':
      return scanner(from, 'found character that cannot start any token');
    case 'BAD_SCALAR_START':
      return scanner(from, 'found character that cannot start any token');
    case 'BAD_INDENT':
      return badIndent();
    case 'BLOCK_AS_IMPLICIT_KEY':
      return scanner(secondColon(), 'mapping values are not allowed in this context');
    case 'MULTILINE_IMPLICIT_KEY':
      return multiline();
    case 'MISSING_CHAR':
      return missingChar();
    case 'UNEXPECTED_TOKEN':
      return parser(from, 'did not find expected key');
    default:
      return scanner(from, problem.message.toLowerCase());
  }

  function badIndent(): Parsed {
    if (!problem.message.startsWith('Flow')) return parser(nextWord(), 'did not find expected key');
    const words = problem.message.startsWith('Flow seq')
      ? "did not find expected ',' or ']'"
      : "did not find expected ',' or '}'";
    return parser(from, words);
  }

  /** The library points at the end of the line before the one that is indented wrongly. */
  function nextWord(): number {
    const ahead = text.slice(from).search(/\S/);
    return ahead === -1 ? text.length : from + ahead;
  }

  /** The colon that has no business on its line. */
  function secondColon(): number {
    const colon = text.slice(from).search(/:(?=[ \t\r\n]|$)/);
    return colon === -1 ? from : from + colon;
  }

  function multiline(): Parsed {
    if (text[from] === '-') return parser(from, 'did not find expected key');
    return scanner(to, 'mapping values are not allowed in this context');
  }

  function missingChar(): Parsed {
    if (problem.message.includes('quote')) return scanner(text.length, 'found unexpected end of stream');
    if (problem.message.includes('directives-end')) return located(0, 'could not find expected directive name');
    return scanner(
      text.indexOf('\n', from) === -1 ? text.length : text.indexOf('\n', from) + 1,
      "could not find expected ':'",
    );
  }
}
