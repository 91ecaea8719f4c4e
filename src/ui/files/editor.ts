import type { SessionHelp } from '#session/commands.ts';
import type { FileView, PlaceView } from '#session/view.ts';
import type { Destination } from '../store/desk.ts';
import type { ViWord } from './viWord.ts';

/** What every editor of a file is given, be it Monaco or a plain text area. */
export interface EditorProps {
  readonly file: FileView;
  readonly help: SessionHelp;
  /** Where the learner asked to go, when that is in this file. */
  readonly destination: Destination | null;
  /** Called with each change, at once; the session is never behind what is seen. */
  onEdit(path: string, text: string): void;
  onGoTo(place: PlaceView): void;
  /** Called when vi's own words were typed to leave the file; null where they are only text. */
  readonly onVi: ((word: ViWord) => void) | null;
}

/** The offset at which a line (from 1) starts and the one at which it ends; the text's end for lines beyond it. */
export function lineBounds(text: string, line: number): { readonly start: number; readonly end: number } {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const next = text.indexOf('\n', start);
    if (next === -1) return { start: text.length, end: text.length };
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return { start, end: end === -1 ? text.length : end };
}

/** What stands before an offset on its line. */
export function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

/** The one stretch in which two texts differ, so that what lies around it, the cursor included, need not move. */
export function difference(
  before: string,
  after: string,
): { readonly start: number; readonly end: number; readonly text: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}
