import type { CompletionView } from '#session/view/terminal.ts';
import type { Press } from './decode.ts';
import { editKey } from './editKey.ts';
import type { KeyName } from './keys.table.ts';
import { EMPTY, insert, type Line, lastWord, lineOf } from './line.ts';
import { NO_RECALL, type Recall, recalled } from './recall.ts';
import { type Search, searchKey, startSearch } from './search.ts';
import { completed, type Listing } from './tab.ts';

/** What a line editor knows between two keys. */
export interface Reader {
  readonly line: Line;
  /** Lines that were entered and are not yet a whole command, each with its line end; empty when none. */
  readonly above: string;
  /** What Ctrl-K, Ctrl-U, Ctrl-W took and Ctrl-Y gives back. */
  readonly killed: string;
  /** What the last key did, where the next goes on with it. */
  readonly last: 'kill' | 'complete' | 'last-word' | null;
  readonly recall: Recall;
  readonly search: Search | null;
  /** Candidates that are many, and shown once that is answered with y. */
  readonly asked: Listing | null;
  /** Escape was pressed: the next key is as if with Alt. */
  readonly meta: boolean;
}

export const NEW_READER: Reader = {
  line: EMPTY,
  above: '',
  killed: '',
  last: null,
  recall: NO_RECALL,
  search: null,
  asked: null,
  meta: false,
};

/** What the reader asks of the terminal around it. */
export interface Surroundings {
  /** Lines entered before, oldest first. */
  readonly history: readonly string[];
  complete(line: string, cursor: number): CompletionView;
  isUnfinished(text: string): boolean;
}

/** What is to be shown or done after a key. */
export type Effect =
  /** The line is to be drawn, as it now is or, before it is left, as it was last. */
  | { readonly kind: 'redraw'; readonly as?: Reader }
  /** The line is a command: it is to be run. */
  | { readonly kind: 'submit'; readonly text: string }
  /** The line goes on below. */
  | { readonly kind: 'continue' }
  | { readonly kind: 'interrupt' }
  /** Ctrl-D on an empty line. */
  | { readonly kind: 'leave' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'list'; readonly listing: Listing }
  | { readonly kind: 'ask'; readonly count: number }
  | { readonly kind: 'unasked' }
  /** A line came that was not typed: for those who cannot see it. */
  | { readonly kind: 'tell'; readonly text: string };

export interface Outcome {
  readonly reader: Reader;
  readonly effects: readonly Effect[];
}

const REDRAW: Effect = { kind: 'redraw' };
const LISTED_AT_ONCE = 100;

/** What becomes of a line when something is typed. Nothing typed throws. */
export function press(reader: Reader, typed: Press, around: Surroundings): Outcome {
  if (reader.asked !== null) return answer(reader, reader.asked, typed);
  if (typed.kind === 'paste') return write(outOfSearch(reader), typed.text);
  if (typed.kind === 'text') {
    if (reader.search !== null) return searchText(reader, reader.search, typed.text, around);
    if (reader.meta) return withMeta(reader, typed.text, around);
    return write(reader, typed.text);
  }
  const { name } = typed;
  if (reader.search !== null) return searching(reader, reader.search, name, around);
  if (name === 'escape') return { reader: { ...reader, meta: !reader.meta, last: null }, effects: [] };
  const plain = { ...reader, meta: false };
  if (reader.meta && name === 'erase-left') return key(plain, 'kill-word-left', around);
  return key(plain, name, around);
}

/** A key, in a line that is neither searched nor asked about. */
function key(reader: Reader, name: KeyName, around: Surroundings): Outcome {
  switch (name) {
    case 'enter':
      return enter(reader, around);
    case 'interrupt':
      return { reader: { ...NEW_READER, killed: reader.killed }, effects: [{ kind: 'interrupt' }] };
    case 'clear':
      return { reader: { ...reader, last: null }, effects: [{ kind: 'clear' }] };
    case 'search':
      return { reader: { ...reader, search: startSearch(reader.line), last: null }, effects: [REDRAW] };
    case 'complete':
      return complete(reader, around);
    case 'up':
    case 'down':
    case 'first':
    case 'last': {
      const found = recalled(reader.recall, reader.line.text, around.history, name);
      if (found === null) return { reader: { ...reader, last: null }, effects: [] };
      const next = { ...reader, recall: found.recall, line: lineOf(found.text), last: null };
      return { reader: next, effects: [REDRAW, { kind: 'tell', text: found.text }] };
    }
    case 'last-word':
      return write(reader, lastWord(around.history.at(-1) ?? ''));
    case 'erase-right-or-leave':
      if (reader.line.text === '' && reader.above === '') return { reader, effects: [{ kind: 'leave' }] };
      return edited(reader, 'erase-right');
    case 'escape':
    case 'abort':
    case 'nothing':
      return { reader: { ...reader, last: null }, effects: [] };
    default:
      return edited(reader, name);
  }
}

function edited(reader: Reader, name: KeyName): Outcome {
  const { line, killed, kills } = editKey(reader.line, name, reader.killed, reader.last === 'kill');
  return { reader: { ...reader, line, killed, last: kills ? 'kill' : null }, effects: [REDRAW] };
}

function write(reader: Reader, text: string): Outcome {
  return { reader: { ...reader, line: insert(reader.line, text), meta: false, last: null }, effects: [REDRAW] };
}

/** Escape and a character, which is Alt and that character. */
function withMeta(reader: Reader, text: string, around: Surroundings): Outcome {
  const plain = { ...reader, meta: false };
  const [first = '', ...more] = text;
  const names = {
    b: 'word-left',
    f: 'word-right',
    d: 'kill-word-right',
    '.': 'last-word',
    '<': 'first',
    '>': 'last',
  } as const;
  const name = Object.entries(names).find(([character]) => character === first)?.[1];
  if (name === undefined) return write(plain, more.join(''));
  const done = key(plain, name, around);
  return more.length === 0 ? done : write(done.reader, more.join(''));
}

function enter(reader: Reader, { isUnfinished }: Surroundings): Outcome {
  const text = `${reader.above}${reader.line.text}`;
  const after = { ...NEW_READER, killed: reader.killed };
  if (text.trim() !== '' && isUnfinished(text)) {
    return { reader: { ...after, above: `${text}\n` }, effects: [{ kind: 'continue' }] };
  }
  return { reader: after, effects: [{ kind: 'submit', text }] };
}

/** Tab: writes what is certain; a second one lists what is possible. */
function complete(reader: Reader, around: Surroundings): Outcome {
  const { line, listing } = completed(reader.line, reader.above, around.complete);
  const next: Reader = { ...reader, line, last: 'complete' };
  if (line.text !== reader.line.text) {
    return { reader: next, effects: [REDRAW, { kind: 'tell', text: line.text }] };
  }
  if (listing === null || reader.last !== 'complete') return { reader: next, effects: [] };
  if (listing.length > LISTED_AT_ONCE) {
    return { reader: { ...next, asked: listing }, effects: [{ kind: 'ask', count: listing.length }] };
  }
  return { reader: next, effects: [{ kind: 'list', listing }] };
}

/** `Display all 120 possibilities? (y or n)` */
function answer(reader: Reader, listing: Listing, typed: Press): Outcome {
  const next: Reader = { ...reader, asked: null, last: null };
  const yes = typed.kind === 'text' ? /^[yY ]/.test(typed.text) : typed.kind === 'key' && typed.name === 'complete';
  if (yes) return { reader: next, effects: [{ kind: 'list', listing }] };
  const no =
    typed.kind === 'text'
      ? /^[nN]/.test(typed.text)
      : typed.kind === 'key' && ['erase-left', 'interrupt', 'abort', 'escape', 'enter'].includes(typed.name);
  return no ? { reader: next, effects: [{ kind: 'unasked' }] } : { reader, effects: [] };
}

function searchText(reader: Reader, search: Search, text: string, { history }: Surroundings): Outcome {
  const next = searchKey(search, { kind: 'text', text }, history);
  return found(reader, next);
}

/** A key while Ctrl-R searches: it goes on with the search, or ends it and does what it always does. */
function searching(reader: Reader, search: Search, name: KeyName, around: Surroundings): Outcome {
  switch (name) {
    case 'search':
      return found(reader, searchKey(search, { kind: 'older' }, around.history));
    case 'erase-left':
      return found(reader, searchKey(search, { kind: 'shorter' }, around.history));
    case 'abort':
      return { reader: { ...reader, search: null, line: search.before }, effects: [REDRAW] };
    case 'escape':
    case 'nothing':
      return { reader: outOfSearch(reader), effects: [REDRAW] };
    default: {
      const taken = outOfSearch(reader);
      const { reader: next, effects } = key(taken, name, around);
      return { reader: next, effects: [{ kind: 'redraw', as: taken }, ...effects] };
    }
  }
}

function found(reader: Reader, search: Search): Outcome {
  const told: readonly Effect[] = search.failed ? [] : [{ kind: 'tell', text: search.line.text }];
  return { reader: { ...reader, search, line: search.line }, effects: [REDRAW, ...told] };
}

function outOfSearch(reader: Reader): Reader {
  return { ...reader, search: null, meta: false, last: null };
}
