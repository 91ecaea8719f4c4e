import type { SavedRun } from './saved/saved.ts';

/** The present, in milliseconds since the epoch. The host's clock in a browser, a fixed one in tests. */
export interface Clock {
  now(): number;
}

/** Where a session is kept. Both may fail; the session tells the learner in words. */
export interface Progress {
  /** The saved text, or null when there is none. Throws when storage cannot be read. */
  load(key: string): string | null;
  /** Throws when storage is full or shut. */
  save(key: string, text: string): void;
}

/** Where scenarios come from: their folder's name, the file's path for messages, and its text. */
export interface PackSource {
  list(): readonly { readonly folder: string; readonly file: string; readonly text: string }[];
}

/** Why a run is not kept: storage is full or shut, another tab has it open, or another tab went on with it. */
export type Unkept = 'full' | 'shut' | 'elsewhere' | 'overtaken';

/** `saved` means that everything given to {@link Keeper.keep} so far is where a killed tab cannot lose it. */
export type KeeperState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'unsaved'; readonly why: Unkept };

/** Something that is kept beside the run: a copy that a tab made for itself, or what could not be read. */
export interface KeptBeside {
  readonly id: string;
  readonly kind: 'copy' | 'aside' | 'run';
  /** When it was last written, in milliseconds since the epoch. */
  readonly changed: number;
}

/** The one place where a scenario's run is kept, shared with other tabs. */
export interface Keeper {
  /** What lay there when the page opened, unchecked; null when nothing did. */
  readonly found: unknown;
  /** Whether this tab works on a copy of its own. */
  readonly copy: boolean;
  /** Takes the run as it now is and returns at once; the state tells when it is safe. */
  keep(run: SavedRun): void;
  /** Puts what was found aside, so that the next `keep` does not destroy it. */
  setAside(): void;
  state(): KeeperState;
  /** Tells of each change of the state. Returns its own undoing. */
  subscribe(listener: () => void): () => void;
  /** This tab goes on with the run; what another tab kept meanwhile becomes a copy. */
  takeOver(): void;
  /** This tab goes on with a copy of its own. */
  keepAsCopy(): void;
  /** Everything that is kept beside what this tab works on, newest first. Empty when storage cannot be read. */
  beside(): Promise<readonly KeptBeside[]>;
  /** The text of one of them, for export; null when it is gone. */
  textOf(id: string): Promise<string | null>;
  /** Goes on with a copy, or back to the run: the page opens anew. */
  open(id: string): void;
  remove(id: string): Promise<void>;
}

/** A keeper of a run that the page may leave for another. */
export interface LeavableKeeper extends Keeper {
  /** Writes what is still to be written and takes no more. */
  leave(): void;
}
