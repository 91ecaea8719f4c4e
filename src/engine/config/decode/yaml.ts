import {
  type Alias,
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Parser,
  type YAMLMap,
  type YAMLParseError,
} from 'yaml';
import { type Lines, linesOf, positionAt } from './lines.ts';
import { resolvePlain } from './scalar.ts';
import type { Duplicate, Entry, Parsed, Span, Tree } from './tree.ts';
import { yamlError } from './yamlErrors.ts';

/** Every scalar stays text here: what it means is Go's business (scalar.ts). */
const OPTIONS = {
  schema: 'failsafe',
  uniqueKeys: false,
  merge: false,
  keepSourceTokens: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** The library minds a `}` that is not indented; go-yaml does not. */
const HARMLESS = 'Flow end indicator should be more indented';

/** Deeper than this no reader follows; keeps hostile text from exhausting the stack. */
const DEEPEST = 1000;

/**
 * Reads the first document of a YAML text as the kubelet does on its way to JSON; later documents are not looked at.
 * Duplicate keys are reported, not refused. Models sigs.k8s.io/yaml YAMLToJSON over go.yaml.in/yaml/v2.
 */
export function parseYaml(text: string): Parsed {
  const whole = { from: 0, to: text.length };
  if (tooDeep(text)) return { ok: false, error: 'yaml: exceeded max depth of 10000', span: whole };
  const document = firstDocument(text);
  if (document === null) return { ok: true, tree: { kind: 'null', span: whole }, duplicates: [] };
  const [problem, ...more] = document.errors.filter(({ message }) => !message.startsWith(HARMLESS));
  if (problem !== undefined && !isNextDocument(text, document, problem)) return yamlError(text, [problem, ...more]);
  const reader = new Reader(document, linesOf(text));
  try {
    const tree = document.contents === null ? { kind: 'null' as const, span: whole } : reader.read(document.contents);
    return { ok: true, tree, duplicates: reader.duplicates };
  } catch (failure) {
    if (failure instanceof Refusal) return { ok: false, error: failure.message, span: failure.span };
    throw failure;
  }
}

function firstDocument(text: string): Document.Parsed | null {
  for (const document of new Composer(OPTIONS).compose(new Parser().parse(text), true, text.length)) return document;
  return null;
}

/** Whether the trouble only begins where the text steps out of an indented first document: go-yaml reads no further. */
function isNextDocument(text: string, document: Document.Parsed, problem: YAMLParseError): boolean {
  if (!problem.message.endsWith('at node end') || document.contents === null) return false;
  const column = (offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);
  return column(problem.pos[0]) < column(spanOf(document.contents).from);
}

/** Whether brackets or indentation nest beyond what can be walked. */
function tooDeep(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return new RegExp(`(?:[-?:][ \\t]+){${DEEPEST}}|^ {${2 * DEEPEST}}`, 'm').test(text);
}

/** Ends the walk over a document that go-yaml refuses; never leaves this file. */
class Refusal extends Error {
  readonly span: Span;
  constructor(message: string, span: Span) {
    super(`yaml: ${message}`);
    this.span = span;
  }
}

class Reader {
  readonly duplicates: Duplicate[] = [];
  private readonly document: Document.Parsed;
  private readonly lines: Lines;
  private readonly open = new Set<unknown>();
  private steps = 0;
  private aliasSteps = 0;
  private aliasDepth = 0;

  constructor(document: Document.Parsed, lines: Lines) {
    this.document = document;
    this.lines = lines;
  }

  read(node: unknown): Tree {
    const span = spanOf(node);
    this.count(span);
    if (isAlias(node)) return this.alias(node, span);
    if (isMap(node)) return this.map(node, span);
    if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => this.read(item)), span };
    if (!isScalar(node)) return { kind: 'null', span };
    const text = String(node.value ?? '');
    if (node.type !== 'PLAIN' && node.tag === undefined) return { kind: 'string', value: text, span };
    return this.tagged(node.type === 'PLAIN', node.tag, text, span);
  }

  /** `!!str` and tags of one's own keep the text; `!!int` and the like have to agree with it. */
  private tagged(isPlain: boolean, tag: string | undefined, text: string, span: Span): Tree {
    const kind = tag?.startsWith('tag:yaml.org,2002:') ? tag.slice('tag:yaml.org,2002:'.length) : tag;
    if (kind === undefined) return isPlain ? resolvePlain(text, span) : { kind: 'string', value: text, span };
    const wanted = { bool: 'bool', int: 'number', float: 'number', null: 'null' }[kind];
    const found = wanted === undefined ? null : resolvePlain(text, span);
    if (found === null) return { kind: 'string', value: text, span };
    if (found.kind === wanted) return found;
    const name = { bool: 'bool', number: 'int', null: 'null', string: 'str' }[found.kind];
    throw new Refusal(`cannot decode !!${name} \`${text}\` as a !!${kind}`, span);
  }

  private alias(node: Alias, span: Span): Tree {
    const target = node.resolve(this.document);
    if (target === undefined) throw new Refusal(`unknown anchor '${node.source}' referenced`, span);
    if (this.open.has(target)) throw new Refusal(`anchor '${node.source}' value contains itself`, span);
    this.open.add(target);
    this.aliasDepth += 1;
    const tree = this.read(target);
    this.aliasDepth -= 1;
    this.open.delete(target);
    return { ...tree, span };
  }

  private map(node: YAMLMap, span: Span): Tree {
    const entries: Entry[] = [];
    this.fill(node, entries, new Set());
    return { kind: 'map', entries, span };
  }

  private fill(node: YAMLMap, entries: Entry[], seen: Set<string>): void {
    this.open.add(node);
    for (const pair of node.items) {
      if (isScalar(pair.key) && pair.key.type === 'PLAIN' && pair.key.value === '<<') {
        this.merge(pair.value, entries, seen);
        continue;
      }
      const keySpan = spanOf(pair.key);
      const key = this.key(this.read(pair.key), keySpan);
      const value = pair.value === null ? { kind: 'null' as const, span: keySpan } : this.read(pair.value);
      if (seen.has(key)) {
        const line = positionAt(this.lines, value.span.from).line;
        this.duplicates.push({ message: `line ${line}: key "${key}" already set in map`, span: keySpan });
      }
      seen.add(key);
      entries.push({ key, keySpan, value });
    }
    this.open.delete(node);
  }

  /** `<<: *other`: its keys, as if written here. */
  private merge(value: unknown, entries: Entry[], seen: Set<string>): void {
    const span = spanOf(value);
    this.count(span);
    const target = isAlias(value) ? value.resolve(this.document) : value;
    if (isMap(target) && !this.open.has(target)) {
      this.fill(target, entries, seen);
      return;
    }
    if (!isSeq(target) || isAlias(value))
      throw new Refusal('map merge requires map or sequence of maps as the value', span);
    for (const item of [...target.items].reverse()) {
      const source = isAlias(item) ? item.resolve(this.document) : item;
      if (!isMap(source) || this.open.has(source)) {
        throw new Refusal('map merge requires map or sequence of maps as the value', span);
      }
      this.fill(source, entries, seen);
    }
  }

  /** Keys become text, as Go's maps of JSON need it. */
  private key(tree: Tree, span: Span): string {
    switch (tree.kind) {
      case 'string':
        return tree.value;
      case 'number':
        return tree.text;
      case 'bool':
        return String(tree.value);
      case 'null':
        throw new Refusal('unsupported map key of type: %!s(<nil>), key: <nil>, value: <nil>', span);
      default:
        throw new Refusal(
          `invalid map key: ${tree.kind === 'map' ? 'map[interface {}]interface {}{}' : '[]interface {}{}'}`,
          span,
        );
    }
  }

  /** go-yaml's guard against texts that grow without end through aliases. */
  private count(span: Span): void {
    this.steps += 1;
    if (this.aliasDepth > 0) this.aliasSteps += 1;
    if (this.aliasSteps <= 100 || this.steps <= 1000) return;
    if (this.aliasSteps / this.steps > allowedAliasRatio(this.steps)) {
      throw new Refusal('document contains excessive aliasing', span);
    }
  }
}

/** Nearly all of a small document may come from aliases, a tenth of a very large one. */
function allowedAliasRatio(steps: number): number {
  const [low, high] = [400_000, 4_000_000];
  if (steps <= low) return 0.99;
  return steps >= high ? 0.1 : 0.99 - 0.89 * ((steps - low) / (high - low));
}

function spanOf(node: unknown): Span {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null;
  if (!Array.isArray(range)) return { from: 0, to: 0 };
  const [from, to] = range;
  return { from: Number(from), to: Number(to) };
}
