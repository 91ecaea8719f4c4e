import { diffLines } from 'diff';

/** A line of a file as a step left it. */
export interface PresentedLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A whole file, with what a step took away and what it added. */
export function presentedLines(before: string, after: string): readonly PresentedLine[] {
  return diffLines(before, after).flatMap(({ value, added, removed }) =>
    value
      .replace(/\n$/, '')
      .split('\n')
      .map((text): PresentedLine => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text })),
  );
}
