import type { ExportedFile, TimelineView } from './timeline.ts';

/** One result that was read, replayed and scored again. */
export interface BoardRow {
  readonly file: string;
  readonly name: string;
  /** The score that replaying gave, of 100. */
  readonly score: number;
  /** What the file says; null where the page did not judge, and then there is nothing to differ from. */
  readonly claimed: number | null;
  /** `differs`: log and score do not agree; `other`: it belongs to another lab or seed than most. */
  readonly standing: 'verified' | 'differs' | 'other';
  /** It belongs to another lab or seed than most, whether it agrees or not. */
  readonly foreign: boolean;
  readonly began: number;
  readonly ended: number;
  readonly cells: readonly BoardCell[];
}

/** A learner at a task. */
export interface BoardCell {
  /** `scenario/task` */
  readonly task: string;
  readonly state: 'met' | 'part' | 'unmet' | 'untouched';
  /** Percent of the task's points. */
  readonly percent: number;
  /** The minute of the run in which it was met first; null when never. */
  readonly metAt: number | null;
  /** The misconception that stood longest in its way: `W4`; empty for none. */
  readonly stuck: string;
  /** The minute in which that was first seen; null for none. */
  readonly stuckAt: number | null;
}

/** A file that is no result. */
export interface BrokenFile {
  readonly file: string;
  readonly reason: string;
}

export interface BoardView {
  /** Tasks in their order: `scenario/task`, with their titles. */
  readonly tasks: readonly { readonly id: string; readonly title: string; readonly scenario: string }[];
  readonly rows: readonly BoardRow[];
  readonly broken: readonly BrokenFile[];
  /** Where the class got stuck, most first. */
  readonly stuck: readonly {
    readonly misconception: string;
    readonly name: string;
    readonly learners: number;
    /** Of so many who were given the same. */
    readonly of: number;
    /** Median minute in which it was first seen. */
    readonly minute: number;
    readonly task: string;
  }[];
}

/** A task's standing in words and its steps, for whoever looks at one learner. */
export interface LearnerTimeline {
  readonly file: string;
  readonly name: string;
  readonly parts: readonly {
    readonly scenario: string;
    /** Milliseconds that it was on the screen, as the file says. */
    readonly spent: number;
    readonly timeline: TimelineView;
  }[];
}

/** What a board is doing, and what came of it so far. */
export interface BoardState {
  readonly board: BoardView;
  readonly done: number;
  readonly of: number;
  readonly running: boolean;
  /** Some were left unread because the reading was stopped. */
  readonly cancelled: boolean;
  /** The lab that results are compared with: its title; null without one. */
  readonly lab: string | null;
  /** Why the lab's file was not taken; null when nothing is wrong. */
  readonly trouble: string | null;
  /** What the last reading took, in milliseconds; null before it ended. */
  readonly took: number | null;
}

/** A class board at work: files in, a table out. Nothing leaves the browser, and nothing is kept. */
export interface Board {
  view(): BoardState;
  /** Results, codes in texts, and labs, mixed; what is none is listed with its reason. */
  add(files: readonly { readonly name: string; readonly text: () => Promise<string>; readonly size: number }[]): void;
  /** One or many codes in a text. */
  paste(text: string): void;
  cancel(): void;
  clear(): void;
  /** Null for a file that is not on the board any more. */
  timeline(file: string): Promise<LearnerTimeline | null>;
  csv(): ExportedFile;
  subscribe(listener: () => void): () => void;
}
