import { remembering } from '../../pki/memo.ts';
import { firstDocument } from '../yaml/document.ts';
import type { AliasNode, MappingNode, Node, ScalarNode } from '../yaml/node.ts';
import { YamlRefusal } from '../yaml/refusal.ts';
import { goSyntax } from './goSyntax.ts';
import { infinity, resolvePlain } from './scalar.ts';
import { resolveTagged } from './tagged.ts';
import type { Duplicate, Entry, Parsed, Span, Tree } from './tree.ts';

/**
 * Reads the first document of a YAML text as the kubelet does on its way to JSON; later documents are not looked at.
 * Errors are go-yaml's, with their `yaml: `. Duplicate keys are reported, not refused. Models sigs.k8s.io/yaml
 * YAMLToJSON over go.yaml.in/yaml/v2. A start reads several files, most of them as they were: the latest texts are remembered.
 */
export const parseYaml: (text: string) => Parsed = remembering(32, readYaml);

function readYaml(text: string): Parsed {
  try {
    const root = firstDocument(text);
    if (root === null) return { ok: true, tree: { kind: 'null', span: { from: 0, to: text.length } }, duplicates: [] };
    const reader = new Reader();
    const tree = reader.read(root);
    if (reader.inexpressible !== null) return { ok: false, ...reader.inexpressible };
    return { ok: true, tree, duplicates: reader.duplicates };
  } catch (failure) {
    if (!(failure instanceof YamlRefusal)) throw failure;
    return { ok: false, error: failure.message, span: { from: failure.at, to: failure.at } };
  }
}

class Reader {
  readonly duplicates: Duplicate[] = [];
  /** What YAML can say and JSON cannot: minded only when the whole document was read. */
  inexpressible: { readonly error: string; readonly span: Span } | null = null;
  private readonly open = new Set<AliasNode>();
  /** The document itself counts as one. */
  private steps = 1;
  private aliasSteps = 0;

  read(node: Node): Tree {
    this.count(node);
    const span = spanOf(node);
    switch (node.kind) {
      case 'alias':
        return this.through(node, (target) => ({ ...this.read(target), span }));
      case 'mapping': {
        const entries: Entry[] = [];
        this.fill(node, entries, new Set());
        return { kind: 'map', entries, span };
      }
      case 'sequence':
        return { kind: 'list', items: node.items.map((item) => this.read(item)), span };
      case 'scalar':
        return this.scalar(node, span);
    }
  }

  private scalar(node: ScalarNode, span: Span): Tree {
    const { value, tag, isImplicit } = node;
    const isFloat = tag === '' ? isImplicit : tag === 'tag:yaml.org,2002:float';
    const endless = isFloat ? infinity(value) : null;
    if (endless !== null) this.inexpressible ??= { error: `json: unsupported value: ${endless}`, span };
    if (tag !== '') return resolveTagged(tag, value, node.start, span);
    if (!isImplicit) return { kind: 'string', value, span };
    return resolvePlain(value, span);
  }

  /** Follows an alias; it may not lead back to itself. */
  private through<Result>(alias: AliasNode, follow: (target: Node) => Result): Result {
    if (this.open.has(alias)) refuse(`anchor '${alias.name}' value contains itself`, alias);
    this.open.add(alias);
    const result = follow(alias.target);
    this.open.delete(alias);
    return result;
  }

  /** `seen` holds the keys that the map has so far, as Go tells them apart: `1` is not `"1"`. */
  private fill(node: MappingNode, entries: Entry[], seen: Set<string>): void {
    for (const { key: keyNode, value: valueNode } of node.pairs) {
      if (isMerge(keyNode)) {
        this.merge(valueNode, entries, seen);
        continue;
      }
      const expressible = this.inexpressible;
      const keyTree = this.read(keyNode);
      this.inexpressible = expressible;
      if (keyTree.kind === 'map' || keyTree.kind === 'list') refuse(`invalid map key: ${goSyntax(keyTree)}`, keyNode);
      const value = this.read(valueNode);
      if (keyTree.kind === 'null') this.nullKey(value, keyTree.span);
      const shown = goSyntax(keyTree);
      if (seen.has(shown)) {
        const message = `line ${valueNode.start.line + 1}: key ${shown} already set in map`;
        this.duplicates.push({ message, span: keyTree.span });
      }
      seen.add(shown);
      entries.push({ key: keyText(keyTree), keySpan: keyTree.span, value });
    }
  }

  private nullKey(value: Tree, span: Span): void {
    const shown = value.kind === 'null' ? '<nil>' : goSyntax(value);
    const error = `unsupported map key of type: %!s(<nil>), key: <nil>, value: ${shown}`;
    this.inexpressible ??= { error, span };
  }

  /** `<<: *other`: its keys, as if written here. */
  private merge(node: Node, entries: Entry[], seen: Set<string>): void {
    switch (node.kind) {
      case 'mapping':
        this.count(node);
        this.fill(node, entries, seen);
        return;
      case 'alias':
        this.mergeAlias(node, entries, seen);
        return;
      case 'sequence':
        for (const item of [...node.items].reverse()) {
          if (item.kind !== 'mapping' && item.kind !== 'alias') refuse(NO_MAP, item);
          this.merge(item, entries, seen);
        }
        return;
      case 'scalar':
        refuse(NO_MAP, node);
    }
  }

  private mergeAlias(node: AliasNode, entries: Entry[], seen: Set<string>): void {
    if (node.target.kind !== 'mapping') refuse(NO_MAP, node);
    this.count(node);
    this.through(node, (target) => this.merge(target, entries, seen));
  }

  /** go-yaml's guard against texts that grow without end through aliases. */
  private count(node: Node): void {
    this.steps += 1;
    if (this.open.size > 0) this.aliasSteps += 1;
    if (this.aliasSteps <= 100 || this.steps <= 1000) return;
    if (this.aliasSteps / this.steps > allowedAliasRatio(this.steps))
      refuse('document contains excessive aliasing', node);
  }
}

const NO_MAP = 'map merge requires map or sequence of maps as the value';

/** These errors of go-yaml name no line. */
function refuse(words: string, node: Node): never {
  throw new YamlRefusal(words, 0, node.start.at);
}

function isMerge(node: Node): boolean {
  if (node.kind !== 'scalar' || node.value !== '<<') return false;
  return node.isImplicit || node.tag === 'tag:yaml.org,2002:merge';
}

/** Keys become text, as JSON needs it. */
function keyText(tree: Tree): string {
  if (tree.kind === 'string') return tree.value;
  if (tree.kind === 'number') return tree.text;
  return tree.kind === 'bool' ? String(tree.value) : '';
}

/** Nearly all of a small document may come from aliases, a tenth of a very large one. */
function allowedAliasRatio(steps: number): number {
  const [low, high] = [400_000, 4_000_000];
  if (steps <= low) return 0.99;
  return steps >= high ? 0.1 : 0.99 - 0.89 * ((steps - low) / (high - low));
}

function spanOf({ start, end }: Node): Span {
  return { from: start.at, to: end };
}
