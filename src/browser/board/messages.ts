import type { Marked } from '#session/result/board.ts';
import type { LearnerTimeline } from '#session/view/board.ts';

/** A file with its text. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** What the page asks of a worker of the board. Packs come as texts, since a worker has none of the page's. */
export type ToWorker =
  | {
      readonly kind: 'packs';
      readonly scenarios: Readonly<Record<string, string>>;
      readonly exams: Readonly<Record<string, string>>;
    }
  /** The lab that results are compared with from now on; null for none. */
  | { readonly kind: 'lab'; readonly text: string | null }
  | { readonly kind: 'mark'; readonly files: readonly TextFile[] }
  | { readonly kind: 'timeline'; readonly file: TextFile };

export type FromWorker =
  | { readonly kind: 'marked'; readonly marked: readonly Marked[] }
  | { readonly kind: 'timeline'; readonly file: string; readonly timeline: LearnerTimeline | null };
