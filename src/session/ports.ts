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
