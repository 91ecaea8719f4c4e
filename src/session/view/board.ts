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
    /** Median minute in which it was first seen. */
    readonly minute: number;
    readonly task: string;
  }[];
}
