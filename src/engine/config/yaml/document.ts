import type { Mark } from './cursor.ts';
import type { AliasNode, MappingNode, Node, Pair, ScalarNode, SequenceNode } from './node.ts';
import { orderRefusal, YamlRefusal } from './refusal.ts';
import { Scanner } from './scanner.ts';
import type { Token, TokenKind } from './token.ts';

/** What stands before a node: its name for aliases, its type. */
interface Properties {
  readonly start: Mark;
  readonly end: Mark;
  readonly anchor: string | null;
  readonly tag: string;
}

const NODE_ENDS: readonly TokenKind[] = ['version', 'tag-handle', 'document-start', 'document-end', 'stream-end'];

/**
 * Reads the first document of a text; null when there is none. Throws a YamlRefusal in go-yaml's words for a text that
 * it refuses; what follows the first document is not read. Models go.yaml.in/yaml/v2 parserc.go and decode.go.
 */
export function firstDocument(text: string): Node | null {
  return new DocumentParser(text).read();
}

class DocumentParser {
  private readonly scanner: Scanner;
  private readonly anchors = new Map<string, Node>();
  private readonly handles = new Map<string, string>();

  constructor(text: string) {
    this.scanner = new Scanner(text);
  }

  read(): Node | null {
    const first = this.scanner.peek();
    if (first.kind === 'stream-end') return null;
    const isBare = !NODE_ENDS.includes(first.kind) || first.kind === 'document-end';
    if (!isBare) this.prologue();
    this.handles.set('!', this.handles.get('!') ?? '!');
    this.handles.set('!!', this.handles.get('!!') ?? 'tag:yaml.org,2002:');
    const token = this.scanner.peek();
    const root = !isBare && NODE_ENDS.includes(token.kind) ? empty(token.start) : this.node({ block: true });
    // Whether the document ends here is not asked, but a token that cannot be read is minded.
    this.scanner.peek();
    return root;
  }

  /** `%YAML`, `%TAG` and `---`. */
  private prologue(): void {
    let versions = 0;
    for (;;) {
      const token = this.scanner.peek();
      if (token.kind === 'version') {
        versions += 1;
        if (versions > 1) throw orderRefusal('found duplicate %YAML directive', token.start);
        if (token.value !== '1.1') throw orderRefusal('found incompatible YAML document', token.start);
      } else if (token.kind === 'tag-handle') {
        if (this.handles.has(token.value)) throw orderRefusal('found duplicate %TAG directive', token.start);
        this.handles.set(token.value, token.suffix);
      } else {
        if (token.kind !== 'document-start') throw orderRefusal('did not find expected <document start>', token.start);
        this.scanner.next();
        return;
      }
      this.scanner.next();
    }
  }

  /** Takes the next token when it is of a kind. */
  private accept(kind: TokenKind): Token | null {
    return this.scanner.peek().kind === kind ? this.scanner.next() : null;
  }

  private comes(...kinds: readonly TokenKind[]): boolean {
    return kinds.includes(this.scanner.peek().kind);
  }

  /** A node. `block` allows for what indentation makes, `indentless` for a list in the column of its key. */
  private node({ block, indentless = false }: { readonly block: boolean; readonly indentless?: boolean }): Node {
    const alias = this.accept('alias');
    if (alias !== null) return this.alias(alias);
    const properties = this.properties();
    const token = this.scanner.peek();
    if (indentless && token.kind === '-') return this.sequence(properties, (items) => this.indentlessItems(items));
    switch (token.kind) {
      case 'scalar':
        return this.scalar(properties, this.scanner.next());
      case '[':
        return this.sequence(properties, (items) => this.flowItems(items));
      case '{':
        return this.mapping(properties, (pairs) => this.flowPairs(pairs));
      case 'block-sequence':
        if (block) return this.sequence(properties, (items) => this.blockItems(items));
        break;
      case 'block-mapping':
        if (block) return this.mapping(properties, (pairs) => this.blockPairs(pairs));
    }
    if (properties.anchor === null && properties.tag === '') {
      throw orderRefusal('did not find expected node content', token.start);
    }
    const { start, end, tag } = properties;
    return this.named(properties, { kind: 'scalar', value: '', isImplicit: tag === '', tag, start, end: end.at });
  }

  private alias({ start, end, value: name }: Token): AliasNode {
    const target = this.anchors.get(name);
    if (target === undefined) throw new YamlRefusal(`unknown anchor '${name}' referenced`, 0, start.at);
    return { kind: 'alias', name, target, tag: '', start, end: end.at };
  }

  /** An anchor and a tag, in either order. */
  private properties(): Properties {
    const first = this.scanner.peek();
    let anchor = this.accept('anchor');
    const tag = this.accept('tag');
    if (tag !== null) anchor ??= this.accept('anchor');
    const end = [anchor, tag].reduce(
      (latest, token) => (token !== null && token.end.at > latest.at ? token.end : latest),
      first.start,
    );
    return { start: first.start, end, anchor: anchor?.value ?? null, tag: tag === null ? '' : this.tagText(tag) };
  }

  private tagText(token: Token): string {
    if (token.value === '') return token.suffix;
    const prefix = this.handles.get(token.value);
    if (prefix === undefined) throw orderRefusal('found undefined tag handle', token.start);
    return prefix + token.suffix;
  }

  private named<Kind extends Node>({ anchor }: Properties, node: Kind): Kind {
    if (anchor !== null) this.anchors.set(anchor, node);
    return node;
  }

  private scalar(properties: Properties, { value, isPlain, end }: Token): ScalarNode {
    const { start, tag } = properties;
    const isImplicit = (tag === '' && isPlain) || tag === '!';
    return this.named(properties, { kind: 'scalar', value, isImplicit, tag, start, end: end.at });
  }

  private sequence(properties: Properties, fill: (items: Node[]) => number): SequenceNode {
    const items: Node[] = [];
    const { start, tag } = properties;
    const node: SequenceNode = this.named(properties, { kind: 'sequence', items, tag, start, end: start.at });
    node.end = fill(items);
    return node;
  }

  private mapping(properties: Properties, fill: (pairs: Pair[]) => number): MappingNode {
    const pairs: Pair[] = [];
    const { start, tag } = properties;
    const node: MappingNode = this.named(properties, { kind: 'mapping', pairs, tag, start, end: start.at });
    node.end = fill(pairs);
    return node;
  }

  private blockItems(items: Node[]): number {
    this.scanner.next();
    for (;;) {
      const token = this.scanner.next();
      if (token.kind === 'block-end') return items.at(-1)?.end ?? token.start.at;
      if (token.kind !== '-') throw orderRefusal("did not find expected '-' indicator", token.start);
      items.push(this.comes('-', 'block-end') ? empty(token.end) : this.node({ block: true }));
    }
  }

  private indentlessItems(items: Node[]): number {
    for (;;) {
      const dash = this.accept('-');
      if (dash === null) return items.at(-1)?.end ?? this.scanner.peek().start.at;
      items.push(this.comes('-', '?', ':', 'block-end') ? empty(dash.end) : this.node({ block: true }));
    }
  }

  private blockPairs(pairs: Pair[]): number {
    this.scanner.next();
    for (;;) {
      const token = this.scanner.next();
      if (token.kind === 'block-end') return pairs.at(-1)?.value.end ?? token.start.at;
      if (token.kind !== '?') throw orderRefusal('did not find expected key', token.start);
      const key = this.blockPart(token.end);
      const colon = this.accept(':');
      pairs.push({ key, value: colon === null ? empty(this.scanner.peek().start) : this.blockPart(colon.end) });
    }
  }

  /** A key or value; nothing stands behind its sign at the mark given when the next sign comes at once. */
  private blockPart(mark: Mark): Node {
    return this.comes('?', ':', 'block-end') ? empty(mark) : this.node({ block: true, indentless: true });
  }

  private flowItems(items: Node[]): number {
    this.scanner.next();
    for (let first = true; !this.comes(']'); first = false) {
      if (!first && !this.comma(']')) break;
      const question = this.accept('?');
      if (question !== null) items.push(this.singlePair(question));
      else if (!this.comes(']')) items.push(this.node({ block: false }));
    }
    return this.scanner.next().end.at;
  }

  /** `key: value` as an item of a list. Behind a lone `?` go-yaml overlooks a token. */
  private singlePair({ start }: Token): MappingNode {
    const lone = this.comes(':', ',', ']');
    const key = lone ? empty(this.scanner.next().end) : this.node({ block: false });
    const value = this.flowValue(']');
    return { kind: 'mapping', pairs: [{ key, value }], tag: '', start, end: value.end };
  }

  private flowPairs(pairs: Pair[]): number {
    this.scanner.next();
    for (let first = true; !this.comes('}'); first = false) {
      if (!first && !this.comma('}')) break;
      if (this.accept('?') !== null) {
        const key = this.comes(':', ',', '}') ? empty(this.scanner.peek().start) : this.node({ block: false });
        pairs.push({ key, value: this.flowValue('}') });
      } else if (!this.comes('}')) {
        pairs.push({ key: this.node({ block: false }), value: empty(this.scanner.peek().start) });
      }
    }
    return this.scanner.next().end.at;
  }

  /** Takes the comma between two entries; false when the closing bracket stands behind it. */
  private comma(closing: ']' | '}'): boolean {
    const token = this.scanner.peek();
    if (token.kind !== ',') throw orderRefusal(`did not find expected ',' or '${closing}'`, token.start);
    this.scanner.next();
    return !this.comes(closing);
  }

  private flowValue(closing: ']' | '}'): Node {
    if (this.accept(':') === null || this.comes(',', closing)) return empty(this.scanner.peek().start);
    return this.node({ block: false });
  }
}

function empty(mark: Mark): ScalarNode {
  return { kind: 'scalar', value: '', isImplicit: true, tag: '', start: mark, end: mark.at };
}
