import type { World } from '#engine/world/world.ts';
import type { NodeCommand } from '../command.ts';
import type { NodeShell } from './nodeShell.ts';
import type { ShellProgram } from './program.ts';

/** What may stand where the cursor is. */
export interface Completion {
  /** Where the word begins that a candidate replaces. */
  readonly from: number;
  readonly candidates: readonly { readonly insert: string; readonly label: string }[];
  /** What all candidates have in common, to be written at once. */
  readonly common: string;
}
export function completeLine(
  _line: string,
  cursor: number,
  _: { shell: NodeShell; world: World; commands: ReadonlyMap<string, NodeCommand | ShellProgram> },
): Completion {
  return { from: cursor, candidates: [], common: '' };
}
