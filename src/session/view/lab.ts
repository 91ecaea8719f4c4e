import type { Session } from '../commands.ts';
import type { ExportedFile } from './timeline.ts';

/** What learners may have in a lab beside the node: `sandbox` is whether the page of the lab leads there. */
export interface LabRules {
  readonly hints: boolean;
  readonly diagnosis: boolean;
  readonly checks: boolean;
  readonly solutions: boolean;
  readonly sandbox: boolean;
}

/** A scenario or an exam, in its order. */
export interface LabChoice {
  readonly kind: 'scenario' | 'exam';
  readonly id: string;
}

/** A scenario of the instructor's own. */
export interface OwnPack {
  readonly id: string;
  readonly title: string;
  readonly tasks: number;
  readonly text: string;
}

/** Something wrong with a dropped scenario, told to its author. */
export interface OwnPackProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly advice: string;
}

export type ReadOwnPack =
  | { readonly ok: true; readonly pack: OwnPack }
  | { readonly ok: false; readonly problems: readonly OwnPackProblem[] };

/** What is left out of the learners' file: the ways, or the checks as well, so that only the board scores. */
export type LeaveOut = 'nothing' | 'solutions' | 'checks';

/** What the instructor's form holds. */
export interface LabDraft {
  readonly title: string;
  /** Paragraphs, with empty lines between them. */
  readonly message: string;
  readonly items: readonly LabChoice[];
  readonly seed: number | null;
  readonly minutes: number | null;
  readonly allowed: LabRules;
  readonly leaveOut: LeaveOut;
  readonly packs: readonly OwnPack[];
}

/** A lab as it goes out. */
export type PublishedLab =
  | {
      readonly ok: true;
      readonly digest: string;
      readonly learners: ExportedFile;
      /** Whole, for the board; null when the learners' file is whole, too. */
      readonly instructor: ExportedFile | null;
    }
  | { readonly ok: false; readonly words: string };

/** One item of a lab as its page lists it. */
export interface LabItemView {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  readonly tasks: number;
  /** Null where nobody is told. */
  readonly met: number | null;
  readonly state: 'untouched' | 'begun' | 'solved';
}

export interface LabView {
  readonly digest: string;
  readonly title: string;
  readonly message: readonly string[];
  readonly seed: number | null;
  readonly minutes: number | null;
  readonly allowed: LabRules;
  /** Its scenarios came without checks: only the instructor's board scores. */
  readonly boardOnly: boolean;
  readonly items: readonly LabItemView[];
  readonly name: string;
  readonly phase: 'ready' | 'running' | 'over';
  /** Milliseconds left, never below 0; null without a limit. */
  readonly left: number | null;
  /** How often it was handed in from this browser. */
  readonly handedIn: number;
  /** Whether this browser keeps what is done. */
  readonly kept: boolean;
}

export interface HandedIn {
  readonly file: ExportedFile;
  /** What the page says that it scores; null where it does not judge. */
  readonly score: number | null;
}

/** A lab that a learner opened. */
export interface SessionLab {
  view(): LabView;
  rename(name: string): void;
  /** Begins; with a limit the clock runs from now on, in this browser, whatever is closed. */
  begin(): void;
  /** What passed on the wall clock; the screen calls it each second. */
  tick(): void;
  /** Such an item was on the screen for so many milliseconds. */
  spend(number: number, milliseconds: number): void;
  /** The session of an item. Rejects, in words, before the lab began and once it is over. */
  session(number: number): Promise<Session>;
  /** The result as it is now; a sentence when there is none. Replays everything: some 100 ms an item. */
  handIn(): Promise<HandedIn | { readonly words: string }>;
  subscribe(listener: () => void): () => void;
}

/** A lab that this browser knows. */
export interface KnownLab {
  readonly digest: string;
  readonly title: string;
  /** When it was opened last, in milliseconds since the epoch. */
  readonly opened: number;
}

export type OpenedLab =
  | { readonly ok: true; readonly lab: SessionLab }
  | { readonly ok: false; readonly words: string };

/** What the browser brings for labs, once their pages are asked for. */
export interface Labs {
  /** A seed drawn by chance. */
  draw(): number;
  readOwnPack(file: string, text: string): ReadOwnPack;
  publish(draft: LabDraft): Promise<PublishedLab>;
  /** Reads a lab's text, and remembers the lab. */
  open(text: string): Promise<OpenedLab>;
  /** One that was opened in this browser before; null when it is not known any more. */
  reopen(digest: string): Promise<OpenedLab | null>;
  known(): readonly KnownLab[];
  forget(digest: string): void;
}
