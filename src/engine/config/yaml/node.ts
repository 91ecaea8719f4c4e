import type { Mark } from './cursor.ts';

/** A document as YAML has it: anchors followed, nothing resolved yet. */
export type Node = ScalarNode | SequenceNode | MappingNode | AliasNode;

interface Placed {
  readonly start: Mark;
  /** Offset behind the node, known once it is read. */
  end: number;
  /** Written out, `tag:yaml.org,2002:` and all; empty when there is none. */
  readonly tag: string;
}

export interface ScalarNode extends Placed {
  readonly kind: 'scalar';
  readonly value: string;
  /** Whether the text itself tells the type: no quotes, no tag. */
  readonly isImplicit: boolean;
}

export interface SequenceNode extends Placed {
  readonly kind: 'sequence';
  readonly items: readonly Node[];
}

export interface MappingNode extends Placed {
  readonly kind: 'mapping';
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly key: Node;
  readonly value: Node;
}

/** `*name`. The target may be a node that the alias stands in. */
export interface AliasNode extends Placed {
  readonly kind: 'alias';
  readonly name: string;
  readonly target: Node;
}
