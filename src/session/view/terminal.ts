/** A piece of what a terminal shows. */
export interface TerminalPiece {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** What the terminal turns to when a line is done. */
export type TerminalNext =
  | { readonly kind: 'prompt' }
  /** The editor beside the terminal takes over: a file of a node, or a text of its own that is given back. */
  | { readonly kind: 'edit'; readonly node: string; readonly path: string }
  | { readonly kind: 'edit-text'; readonly title: string; readonly text: string }
  | { readonly kind: 'clear' }
  /** Something prints on until Ctrl-C or its own end, when `ended` is kept; the pieces come through `write`. */
  | { readonly kind: 'following'; readonly ended: Promise<void> };

/** What may stand where the cursor is. */
export interface CompletionView {
  /** Where the word begins that a candidate replaces. */
  readonly from: number;
  readonly candidates: readonly { readonly insert: string; readonly label: string }[];
  /** What all candidates have in common, to be written at once. */
  readonly common: string;
}

/** A terminal on the learner's node, as the screen drives it. Its scrollback is the screen's own. */
export interface OpenTerminal {
  /** `root@node01:~# `; plain text. `> ` while a line needs another. */
  prompt(): string;
  /** Whether what was typed so far is not yet a whole command: an open quote, a here-document, a trailing backslash or `&&`. */
  isUnfinished(text: string): boolean;
  /** Types a line. `write` is called with each piece as it comes; the promise ends when the prompt is back. Never rejects. */
  run(line: string, write: (piece: TerminalPiece) => void, columns: number): Promise<TerminalNext>;
  /** Gives back the text of an `edit-text`; null when it was closed without saving. */
  edited(text: string | null, write: (piece: TerminalPiece) => void): Promise<TerminalNext>;
  /** Ctrl-C: ends what runs or is followed. */
  interrupt(): void;
  complete(line: string, cursor: number): CompletionView;
  /** Tells when the session was started over, and with it the shell: the prompt is the first one again. Returns its own undoing. */
  subscribe(listener: () => void): () => void;
  /** Lines typed before, oldest first. */
  history(): readonly string[];
  /** How many shells are open inside the first. */
  depth(): number;
  /** The exit code of the last line: what `echo $?` would say. */
  status(): number;
}

/** The way to a terminal: the interpreter is loaded when it is first asked for. */
export interface SessionTerminal {
  /** `left` is called when the first shell was left by `exit`; a new one stands in its place. */
  open(left?: () => void): Promise<OpenTerminal>;
}
