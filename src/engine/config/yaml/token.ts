import type { Mark } from './cursor.ts';

/** What YAML's grammar is made of. */
export type TokenKind =
  | 'version'
  | 'tag-handle'
  | 'document-start'
  | 'document-end'
  | 'stream-end'
  | 'block-sequence'
  | 'block-mapping'
  | 'block-end'
  | '['
  | ']'
  | '{'
  | '}'
  | ','
  | '-'
  | '?'
  | ':'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar';

export interface Token {
  readonly kind: TokenKind;
  readonly start: Mark;
  readonly end: Mark;
  /** A scalar's text, an anchor's name, a version, the handle of a tag. */
  readonly value: string;
  /** What follows the handle of a tag; what a handle stands for. */
  readonly suffix: string;
  /** A scalar without quotes, on one line or several. */
  readonly isPlain: boolean;
}
