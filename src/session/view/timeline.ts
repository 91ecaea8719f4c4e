/** One step on the timeline. */
export interface TimelineStepView {
  /** The moment after it: where walking to it leads. Counts from 1; 0 is the start. */
  readonly position: number;
  readonly kind: 'edit' | 'daemon-reload' | 'restart' | 'start' | 'stop' | 'wait' | 'switch' | 'ask' | 'line' | 'reply';
  /** "Edited config.yaml", "Restarted the kubelet", or the curl line. */
  readonly title: string;
  /** `09:14:32` on the simulated clock when it ended; null for a step that lies ahead. */
  readonly clock: string | null;
  /** The answer to a request; null for what is no request, was not sent, or lies ahead. */
  readonly answer: { readonly headline: string; readonly outcome: 'allowed' | 'refused' | 'failed' } | null;
  /** What followed by itself: "systemd started it 3 more times", "The kubelet does not run: …". */
  readonly consequences: readonly string[];
  /** The learner's own words; empty for none. */
  readonly note: string;
  /** Undone: redo would bring it. */
  readonly ahead: boolean;
}

export interface TimelineView {
  /** The clock at the start. */
  readonly start: string;
  /** Where the run stands. */
  readonly at: number;
  readonly steps: readonly TimelineStepView[];
  /** What the learner wrote about the whole run. */
  readonly note: string;
}

/** A file that is not as it was at the start. */
export interface ChangedFileView {
  /** The node whose file it is; empty while there is only one that changed. */
  readonly node: string;
  readonly path: string;
  /** Empty for a file that was not there. */
  readonly before: string;
  readonly after: string;
}

/** A run that came from elsewhere and could take this one's place. */
export type OfferedRun =
  | {
      readonly ok: true;
      /** "12 steps, 4 of them requests, 2 of 4 … " */
      readonly words: string;
      /** Whether there is something here that it would replace. */
      readonly replaces: boolean;
      /** Takes it; the sentence that says why not, or null when it is done. */
      accept(): string | null;
    }
  | { readonly ok: false; readonly words: string };

export type NoticeOffer = 'export' | 'take-over' | 'copy' | 'dismiss';

/** Something about the keeping of this run that the learner should know. */
export interface NoticeView {
  readonly id: 'full' | 'shut' | 'elsewhere' | 'overtaken' | 'set-aside' | 'newer' | 'copy';
  readonly words: string;
  readonly offers: readonly NoticeOffer[];
}

/** A file to be downloaded. */
export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}

/** What is kept in this browser beside the run on the screen. */
export interface KeptView {
  readonly id: string;
  readonly kind: 'copy' | 'aside' | 'run';
  /** Milliseconds since the epoch; 0 when it is not known. */
  readonly changed: number;
}

/** Everything that was done, and the ways in which it is kept, walked, shared and taken in. */
export interface SessionArchive {
  timeline(): TimelineView;
  changes(): readonly ChangedFileView[];
  /** Walks to the moment after so many steps; what lies ahead of it stays for redo. */
  walkTo(position: number): void;
  /** Writes beside a step, or about the whole run at position 0. An empty text takes the note away. */
  note(position: number, text: string): void;
  /** This run as a file. */
  exported(): ExportedFile;
  /** Reads a stranger's text. Changes nothing before it is accepted. */
  offer(text: string): OfferedRun;
  /** In order of weight. */
  notices(): readonly NoticeView[];
  /** Takes an offer of a notice; `export` is the screen's own to do. */
  answer(id: NoticeView['id'], offer: Exclude<NoticeOffer, 'export'>): void;
  kept(): Promise<readonly KeptView[]>;
  keptFile(id: string): Promise<ExportedFile | null>;
  /** Opens the page on it. */
  openKept(id: string): void;
  removeKept(id: string): Promise<void>;
}
