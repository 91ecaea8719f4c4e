import type { KeyName } from './keys.table.ts';
import {
  blankLeft,
  characterLeft,
  characterRight,
  cut,
  insert,
  type Line,
  transposed,
  wordLeft,
  wordRight,
} from './line.ts';

/** A line after a key that edits it, and what can be yanked then. */
export interface Edited {
  readonly line: Line;
  readonly killed: string;
  /** Whether the key killed something, so that the next such key adds to it. */
  readonly kills: boolean;
}

/** What a key makes of a line by itself. `chained`: the key before killed, too, and both are yanked together. */
export function editKey(line: Line, name: KeyName, killed: string, chained: boolean): Edited {
  const still = (next: Line): Edited => ({ line: next, killed, kills: false });
  const moved = (cursor: number): Edited => still({ ...line, cursor });
  const kill = (start: number, end: number): Edited => {
    const taken = line.text.slice(start, end);
    if (taken === '') return { line, killed, kills: chained };
    const before = chained ? killed : '';
    const all = start < line.cursor ? taken + before : before + taken;
    return { line: cut(line, start, end), killed: all, kills: true };
  };
  const { text, cursor } = line;
  switch (name) {
    case 'left':
      return moved(characterLeft(line));
    case 'right':
      return moved(characterRight(line));
    case 'home':
      return moved(0);
    case 'end':
      return moved(text.length);
    case 'word-left':
      return moved(wordLeft(line));
    case 'word-right':
      return moved(wordRight(line));
    case 'erase-left':
      return still(cut(line, characterLeft(line), cursor));
    case 'erase-right':
      return still(cut(line, cursor, characterRight(line)));
    case 'kill-end':
      return kill(cursor, text.length);
    case 'kill-start':
      return kill(0, cursor);
    case 'kill-blank-left':
      return kill(blankLeft(line), cursor);
    case 'kill-word-left':
      return kill(wordLeft(line), cursor);
    case 'kill-word-right':
      return kill(cursor, wordRight(line));
    case 'yank':
      return still(insert(line, killed));
    case 'transpose':
      return still(transposed(line));
    default:
      return still(line);
  }
}
