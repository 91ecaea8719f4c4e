import type { Cursor, Mark } from './cursor.ts';
import { Folding } from './folding.ts';
import { tokenRefusal } from './refusal.ts';

/** Where a scalar stands: the column of the block around it, -1 for none, and whether brackets are open. */
export interface Surroundings {
  readonly indent: number;
  readonly inFlow: boolean;
}

export interface PlainScalar {
  readonly value: string;
  readonly end: Mark;
  /** Whether it was followed by a line break: then a key may come. */
  readonly endsLine: boolean;
}

/** Reads an unquoted scalar, over as many lines as it is indented for. Models yaml_parser_scan_plain_scalar. */
export function plainScalar(cursor: Cursor, { indent, inFlow }: Surroundings): PlainScalar {
  const folding = new Folding();
  let end = cursor.mark();
  for (;;) {
    cursor.need(4);
    if (cursor.isDocumentMark() || cursor.peek() === '#') break;
    while (!cursor.isGap() && !endsHere(cursor, inFlow)) {
      folding.add(cursor.take());
      end = cursor.mark();
    }
    if (!cursor.isBlank() && !cursor.isBreak()) break;
    while (cursor.isBlank() || cursor.isBreak()) {
      const { column } = cursor.mark();
      if (folding.isBroken && column <= indent && cursor.peek() === '\t') {
        throw tokenRefusal('found a tab character that violates indentation', cursor.mark());
      }
      folding.space(cursor);
    }
    if (!inFlow && cursor.mark().column <= indent) break;
  }
  return { value: folding.text, end, endsLine: folding.isBroken };
}

function endsHere(cursor: Cursor, inFlow: boolean): boolean {
  const char = cursor.peek();
  return (char === ':' && cursor.isGap(1)) || (inFlow && ',?[]{}'.includes(char));
}
