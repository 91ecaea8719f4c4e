import type { YAMLParseError } from 'yaml';
import { linesOf, positionAt } from './lines.ts';
import type { Parsed } from './tree.ts';

const ANY_TOKEN = 'found character that cannot start any token';
const NO_VALUE = 'mapping values are not allowed in this context';
const NO_COLON = "could not find expected ':'";
const NO_KEY = 'did not find expected key';

/**
 * A syntax error in go-yaml's words, from the errors that the library found (the first one decides). go-yaml's scanner
 * names the line of the trouble, its parser the line before it, and trouble in the first line has no number. Errors
 * without a known sentence keep those of the library.
 */
export function yamlError(text: string, problems: readonly [YAMLParseError, ...YAMLParseError[]]): Parsed {
  const [problem] = problems;
  const [from, to] = problem.pos;
  const lines = linesOf(text);
  const line = (offset: number): number => positionAt(lines, offset).line;
  const located = (at: number, words: string): Parsed => {
    return { ok: false, error: at > 0 ? `yaml: line ${at}: ${words}` : `yaml: ${words}`, span: { from, to } };
  };
  const scanner = (offset: number, words: string): Parsed => located(line(offset) === 1 ? 0 : line(offset), words);
  const parser = (offset: number, words: string): Parsed => located(line(offset) - 1, words);

  if (problems.some(({ code, pos }) => code === 'BAD_SCALAR_START' && pos[0] === from)) return scanner(from, ANY_TOKEN);
  switch (problem.code) {
    case 'TAB_AS_INDENT':
      return scanner(from, ANY_TOKEN);
    case 'BAD_INDENT':
      return badIndent();
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (problem.message.startsWith('A block sequence')) return parser(nextToken(text, from), NO_KEY);
      return scanner(secondColon(), NO_VALUE);
    case 'MULTILINE_IMPLICIT_KEY':
      if (text[from] === '-' && /\s/.test(text[from + 1] ?? '')) return parser(from, NO_KEY);
      return isSibling(text, from) ? scanner(behindKey(), NO_COLON) : scanner(to, NO_VALUE);
    case 'MISSING_CHAR':
      return missingChar();
    case 'UNEXPECTED_TOKEN':
      return unexpectedToken();
    case 'BLOCK_IN_FLOW':
      return parser(from, "did not find expected ',' or '}'");
    default:
      return scanner(from, problem.message.toLowerCase());
  }

  function badIndent(): Parsed {
    if (problem.message.startsWith('Flow seq')) return parser(from, "did not find expected ',' or ']'");
    if (problem.message.startsWith('Flow')) return parser(from, "did not find expected ',' or '}'");
    // The library points at the end of the line before the one that is indented wrongly.
    const word = nextToken(text, from);
    return parser(word, isBesideDashes(text, word) ? "did not find expected '-' indicator" : NO_KEY);
  }

  /** The colon that has no business on its line. */
  function secondColon(): number {
    const colon = text.slice(from).search(/:(?=[ \t\r\n]|$)/);
    return colon === -1 ? from : from + colon;
  }

  /** Where go-yaml is when it misses the colon: a word goes on over lines that are indented deeper. */
  function behindKey(): number {
    const end = text.indexOf('\n', from);
    const next = nextToken(text, end === -1 ? text.length : end);
    return columnOf(text, next) <= columnOf(text, from) ? next : to;
  }

  /** go-yaml reads on to the next quote, however it is indented, and stumbles over what stands behind it. */
  function unclosed(): Parsed {
    const quote = /double|"/.test(problem.message) ? '"' : "'";
    const next = text.indexOf(quote, from);
    return next === -1 ? scanner(text.length, 'found unexpected end of stream') : parser(next, NO_KEY);
  }

  function missingChar(): Parsed {
    if (problem.message.includes('quote')) return unclosed();
    if (problem.message.includes('directives-end')) return located(0, 'could not find expected directive name');
    if (problem.message.startsWith('Sequence item')) return parser(from, NO_KEY);
    const end = text.indexOf('\n', from);
    // The end of a text counts as one line more, even behind a last line that has no line break.
    return end === -1 ? located(line(text.length) + 1, NO_COLON) : scanner(nextToken(text, end), NO_COLON);
  }

  function unexpectedToken(): Parsed {
    if (problem.message.startsWith('Unexpected flow-')) {
      const opens = /(?:^|[:\n-])[ \t]*$/.test(text.slice(Math.max(0, from - 100), from));
      return parser(from, opens ? 'did not find expected node content' : NO_KEY);
    }
    if (problem.message.startsWith('Block scalar header'))
      return scanner(from, 'did not find expected comment or line break');
    if (problem.message.includes('on same line'))
      return scanner(from, 'block sequence entries are not allowed in this context');
    return parser(from, NO_KEY);
  }
}

/** Offset of the next token: over blanks, line breaks and comments. */
function nextToken(text: string, offset: number): number {
  const skipped = /^(?:\s+|#[^\n]*)*/.exec(text.slice(offset, offset + 10_000))?.[0].length ?? 0;
  return offset + skipped;
}

/** The lines above an offset, the nearest first, without blank ones and comments. */
function linesAbove(text: string, offset: number): readonly string[] {
  const above = text.slice(0, offset).split('\n').slice(0, -1).reverse();
  return above.filter((line) => !/^\s*(#|$)/.test(line));
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Whether a word stands where the keys of a map above it begin: then it has to be a key. */
function isSibling(text: string, offset: number): boolean {
  const column = columnOf(text, offset);
  const nearest = linesAbove(text, offset).find((line) => indentOf(line.replace(/^( *)- /, '$1  ')) <= column);
  return nearest !== undefined && indentOf(nearest.replace(/^( *)- /, '$1  ')) === column;
}

/** Whether a word stands in the column of the dashes of a list above it. */
function isBesideDashes(text: string, offset: number): boolean {
  const column = columnOf(text, offset);
  const nearest = linesAbove(text, offset).find((line) => indentOf(line) <= column);
  return nearest !== undefined && indentOf(nearest) === column && /^ +- /.test(nearest);
}
