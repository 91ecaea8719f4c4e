import { structuredPatch } from 'diff';

/** A line of a diff: added, removed, the same on both sides, or the head of a stretch. */
export interface DiffLine {
  readonly kind: 'added' | 'removed' | 'same' | 'stretch' | 'no-newline';
  readonly text: string;
}

export interface UnifiedDiff {
  readonly lines: readonly DiffLine[];
  readonly added: number;
  readonly removed: number;
}

/** More changed lines than these are not worked out. */
const MOST_EDITS = 1500;

const KINDS = { '+': 'added', '-': 'removed', ' ': 'same', '\\': 'no-newline' } as const;

/** Two texts as `diff -u` shows them, with three lines around each change; null when they have too little in common. */
export function unified(before: string, after: string): UnifiedDiff | null {
  const patch = structuredPatch('', '', before, after, '', '', { context: 3, maxEditLength: MOST_EDITS });
  if (patch === undefined) return null;
  const lines = patch.hunks.flatMap((hunk): DiffLine[] => [
    {
      kind: 'stretch',
      text: `@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`,
    },
    ...hunk.lines.map((line): DiffLine => ({ kind: kindOf(line), text: line.slice(1) })),
  ]);
  const count = (kind: DiffLine['kind']): number => lines.filter((line) => line.kind === kind).length;
  return { lines, added: count('added'), removed: count('removed') };
}

function kindOf(line: string): DiffLine['kind'] {
  const [sign = ' '] = line;
  return sign === '+' || sign === '-' || sign === '\\' ? KINDS[sign] : 'same';
}
