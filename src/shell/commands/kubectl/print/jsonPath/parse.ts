import { goQuote } from '#engine/config/go/quote.ts';

/** One step of a template. */
export type PathNode =
  | { readonly is: 'list'; readonly nodes: readonly PathNode[] }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'value'; readonly value: number | boolean }
  | { readonly is: 'field'; readonly name: string }
  | { readonly is: 'wildcard' }
  | { readonly is: 'recursive' }
  | { readonly is: 'word'; readonly name: string }
  | { readonly is: 'union'; readonly branches: readonly PathNode[] }
  /** `[1:5:2]`; `derived` = the end follows from a single index. */
  | {
      readonly is: 'slice';
      readonly from: number | null;
      readonly to: number | null;
      readonly step: number | null;
      readonly derived: boolean;
    }
  | { readonly is: 'filter'; readonly left: PathNode; readonly operator: string; readonly right: PathNode };

export type ParsedPath =
  | { readonly ok: true; readonly nodes: readonly PathNode[] }
  | { readonly ok: false; readonly error: string };

/** What a template's text keeps from being one. */
class PathError extends Error {}

/** Reads a JSONPath template as kubectl has it. Takes any text. Models client-go/util/jsonpath/parser.go, v0.36. */
export function parseJsonPath(text: string): ParsedPath {
  try {
    return { ok: true, nodes: new Parser(text).template() };
  } catch (error) {
    if (error instanceof PathError) return { ok: false, error: error.message };
    throw error;
  }
}

const DEEPEST = 64;

class Parser {
  private readonly text: string;
  private readonly depth: number;
  private at = 0;

  constructor(text: string, depth = 0) {
    this.text = text;
    this.depth = depth;
    if (depth > DEEPEST) throw new PathError('template is nested too deeply');
  }

  template(): readonly PathNode[] {
    const nodes: PathNode[] = [];
    while (this.at < this.text.length) {
      const brace = this.text.indexOf('{', this.at);
      const end = brace === -1 ? this.text.length : brace;
      if (end > this.at) nodes.push({ is: 'text', text: this.text.slice(this.at, end) });
      if (brace === -1) break;
      this.at = brace + 1;
      nodes.push({ is: 'list', nodes: this.action() });
    }
    return nodes;
  }

  /** What stands between braces; ends behind the closing one. */
  private action(): readonly PathNode[] {
    const nodes: PathNode[] = [];
    for (;;) {
      const rest = this.text.slice(this.at);
      const letter = [...rest.slice(0, 2)][0] ?? '';
      if (rest.startsWith('}')) {
        this.at += 1;
        return nodes;
      }
      if (rest.startsWith('[?(')) nodes.push(this.filter());
      else if (rest.startsWith('..')) this.recursive(nodes);
      else if (letter === '' || /[\r\n]/.test(letter)) throw new PathError('unclosed action');
      else if (/^[ @$]$/.test(letter)) this.at += 1;
      else if (letter === '[') nodes.push(...this.bracket());
      else if (letter === '"' || letter === "'") nodes.push(this.quoted(letter));
      else if (letter === '.') {
        this.at += 1;
        nodes.push(this.field());
      } else if (/[-+]|\p{Nd}/u.test(letter)) nodes.push(this.number());
      else if (/[\p{L}\p{Nd}_]/u.test(letter)) nodes.push(this.word());
      else {
        const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
        throw new PathError(`unrecognized character in action: U+${code} '${letter}'`);
      }
    }
  }

  private recursive(nodes: PathNode[]): void {
    if (nodes.at(-1)?.is === 'recursive') throw new PathError('invalid multiple recursive descent');
    this.at += 2;
    nodes.push({ is: 'recursive' });
    if (/^[\p{L}\p{Nd}_]/u.test(this.text.slice(this.at))) nodes.push(this.field());
  }

  /** A name up to the next mark that ends one; a backslash takes the next letter as it is. */
  private field(): PathNode {
    const found = /^(?:\\[\s\S]|[^\\ \t\r\n.,[\]$@{}])*/.exec(this.text.slice(this.at))?.[0] ?? '';
    this.at += found.length;
    return found === '*' ? { is: 'wildcard' } : { is: 'field', name: found.replaceAll('\\', '') };
  }

  private word(): PathNode {
    const name = /^[^ \t\r\n.,[\]$@{}]*/.exec(this.text.slice(this.at))?.[0] ?? '';
    this.at += name.length;
    return name === 'true' || name === 'false' ? { is: 'value', value: name === 'true' } : { is: 'word', name };
  }

  private number(): PathNode {
    const text = /^[-+]?[.\p{Nd}]*/u.exec(this.text.slice(this.at))?.[0] ?? '';
    this.at += text.length;
    if (!/^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(text)) throw new PathError(`cannot parse number ${text}`);
    return { is: 'value', value: Number(text) };
  }

  private quoted(quote: string): PathNode {
    let end = this.at + 1;
    for (; this.text[end] !== quote || this.text[end - 1] === '\\'; end += 1) {
      if (end >= this.text.length || this.text[end] === '\n') throw new PathError('unterminated quoted string');
    }
    const written = this.text.slice(this.at, end + 1);
    this.at = end + 1;
    return { is: 'text', text: unquoted(written) };
  }

  private bracket(): readonly PathNode[] {
    const end = this.text.slice(this.at).search(/[\]\n]/);
    if (end === -1 || this.text[this.at + end] === '\n') throw new PathError('unterminated array');
    const inside = this.text.slice(this.at + 1, this.at + end);
    this.at += end + 1;
    const text = inside === '*' ? ':' : inside;
    const parts = text.split(',');
    if (parts.length > 1) {
      return [{ is: 'union', branches: parts.map((part) => this.inner(`[${part.replace(/^ +| +$/g, '')}]`)) }];
    }
    const key = /^'([^']*)'$/.exec(text);
    if (key !== null) {
      const inner = this.inner(`.${key[1] ?? ''}`);
      return inner.is === 'list' ? inner.nodes : [inner];
    }
    return [slice(text)];
  }

  private filter(): PathNode {
    const begin = this.at + 3;
    let quote = '';
    let closed = false;
    let end = begin;
    for (; ; end += 1) {
      const letter = this.text[end];
      if (letter === undefined || letter === '\n') throw new PathError('unterminated filter');
      if (letter === '"' || letter === "'") {
        if (quote === '') quote = letter;
        else if (letter === quote && this.text[end - 1] !== '\\') closed = true;
      } else if (letter === ')' && (quote !== '') === closed) break;
    }
    if (this.text[end + 1] !== ']') throw new PathError('unclosed array expect ]');
    const text = this.text.slice(begin, end);
    this.at = end + 2;
    const parts = /^([^!<>=]+)([!<>=]+)(.+?)$/.exec(text);
    if (parts === null)
      return { is: 'filter', left: this.inner(text), operator: 'exists', right: { is: 'list', nodes: [] } };
    return {
      is: 'filter',
      left: this.inner(parts[1] ?? ''),
      operator: parts[2] ?? '',
      right: this.inner(parts[3] ?? ''),
    };
  }

  /** A text read as what stands between braces. */
  private inner(text: string): PathNode {
    return new Parser(`{${text}}`, this.depth + 1).template()[0] ?? { is: 'list', nodes: [] };
  }
}

function slice(text: string): PathNode {
  const parts = /^(-?[\d]*)(:-?[\d]*)?(:-?[\d]*)?$/.exec(text);
  if (parts === null) throw new PathError(`invalid array index ${text}`);
  const [from, to, step] = [parts[1], parts[2]?.slice(1), parts[3]?.slice(1)].map((part) => {
    if (part === undefined || part === '') return null;
    if (part === '-') throw new PathError(`array index ${part} is not a number`);
    return Number(part);
  });
  // Without a colon one element is meant: the end is the one behind it.
  const derived = parts[2] === undefined;
  return { is: 'slice', from: from ?? null, to: derived ? (from ?? 0) + 1 : (to ?? null), step: step ?? null, derived };
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};

/** Text without its quotes, escapes replaced as Go has them. */
function unquoted(written: string): string {
  const quote = written[0] ?? '';
  const inside = written.slice(1, -1);
  return inside.replace(/\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[0-7]{3}|[\s\S]|$)/g, (_all, code: string) => {
    const known = Object.hasOwn(ESCAPES, code) ? ESCAPES[code] : undefined;
    if (known !== undefined) return known;
    if (code === quote) return quote;
    if (/^[xu]./.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    if (/^[0-7]{3}$/.test(code)) return String.fromCharCode(Number.parseInt(code, 8));
    throw new PathError(`unquote string ${written} error invalid syntax`);
  });
}

/** A field as people write it (`metadata.name`, `.metadata.name`, `{.metadata.name}`) made a template. */
export function relaxed(
  text: string,
): { readonly ok: true; readonly path: string } | { readonly ok: false; readonly error: string } {
  if (text === '') return { ok: true, path: '' };
  const parts = /^\{\.?([^{}]+)\}$|^\.?([^{}]+)$/.exec(text);
  if (parts !== null) return { ok: true, path: `{.${parts[1] ?? parts[2] ?? ''}}` };
  return {
    ok: false,
    error: "unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'",
  };
}

/** For messages: a path as Go quotes it. */
export function quotedPath(path: string): string {
  return goQuote(path);
}
