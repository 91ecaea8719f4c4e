import type { Session } from '../commands.ts';
import type { CauseView, SessionView } from '../view.ts';
import type { ExportedFile } from './timeline.ts';

/** An exam as home tells of it; made when the page is built. */
export interface ExamSummary {
  readonly id: string;
  readonly title: string;
  readonly order: number;
  readonly minutes: number;
  readonly pass: number;
  readonly says: readonly string[];
  readonly tasks: number;
}

/** A question of the exam as the list shows it. Nothing tells whether it is right. */
export interface ExamTaskView {
  /** From 1. */
  readonly number: number;
  readonly title: string;
  /** `ssh` there to work on it. */
  readonly host: string;
  /** Percent of the whole. */
  readonly weight: number;
  readonly flagged: boolean;
  /** Something was done in it. */
  readonly touched: boolean;
}

export interface ExamView {
  readonly title: string;
  readonly seed: number;
  readonly phase: 'ready' | 'running' | 'paused' | 'over';
  readonly minutes: number;
  readonly pass: number;
  readonly says: readonly string[];
  readonly tasks: readonly ExamTaskView[];
  /** The number of the question on the screen. */
  readonly current: number;
  /** Milliseconds left, never below 0; a pause does not stop it. */
  readonly left: number;
  /** The latest warning that was passed: so many minutes were left. */
  readonly warning: 30 | 15 | 5 | null;
  /** The wall clock jumped by so many milliseconds (forward when positive); null when it did not. */
  readonly jumped: number | null;
  /** Null when the exam has no notepad. */
  readonly notes: string | null;
  /** Questions that nothing was done in, asked for before an early submit. */
  readonly unanswered: readonly number[];
  readonly saved: SessionView['saved'];
  /** Another tab of this browser went on with it; here it rests. */
  readonly elsewhere: boolean;
}

/** Points that were lost, and all that can be said about why. */
export interface LostPoint {
  readonly title: string;
  readonly points: number;
  /** What was expected and what is so. */
  readonly words: string;
  /** What the kubelet answers and why, in a sentence; empty where no request decides. */
  readonly trace: string;
  readonly causes: readonly CauseView[];
}

/** A mistake of the catalogue: `W4`, its name, what was done, what really happens. */
export interface RecognisedMistake {
  readonly id: string;
  readonly name: string;
  readonly done: string;
  readonly happens: string;
}

export interface ExamTaskReport {
  readonly number: number;
  readonly scenario: string;
  readonly title: string;
  readonly host: string;
  /** The domain of the CKS curriculum. */
  readonly domain: string;
  readonly cis: readonly string[];
  /** Points of 100 in the whole exam. */
  readonly of: number;
  readonly points: number;
  /** The same of the scenario's own, in thousandths, as a result has it. */
  readonly thousandths: number;
  /** Milliseconds that its question was on the screen while the exam ran. */
  readonly spent: number;
  /** The scenario's own tasks. */
  readonly tasks: readonly {
    readonly title: string;
    readonly met: boolean;
    readonly points: number;
    readonly of: number;
  }[];
  readonly lost: readonly LostPoint[];
  /** What worked and was broken, with the points that it cost. */
  readonly damage: readonly LostPoint[];
  /** Wrong fixes that were recognised. */
  readonly mistakes: readonly RecognisedMistake[];
  /** What the question began with and is still so at its end. */
  readonly found: readonly RecognisedMistake[];
  readonly reference: readonly string[];
  readonly debrief: readonly string[];
  /** Each step: when (ms after the exam's start), what, and the points of the task after it. */
  readonly timeline: readonly { readonly at: number; readonly title: string; readonly points: number }[];
}

export interface ExamReport {
  readonly title: string;
  readonly exam: string;
  readonly seed: number;
  /** When it began and ended, milliseconds since the epoch. */
  readonly began: number;
  readonly ended: number;
  /** Of 100, rounded down. */
  readonly score: number;
  readonly pass: number;
  readonly passed: boolean;
  readonly tasks: readonly ExamTaskReport[];
  readonly domains: readonly { readonly name: string; readonly points: number; readonly of: number }[];
  readonly cis: readonly { readonly id: string; readonly points: number; readonly of: number }[];
}

/** A running exam as the screen holds it: one session per question, each on its own host. */
export interface SessionExam {
  view(): ExamView;
  /** Makes one question as the seed has it, some 50 ms, for idle moments before the begin; true while there is more to do. */
  prepare(): boolean;
  /** The session of a question, opened with nothing allowed beside the node. */
  session(number: number): Promise<Session>;
  begin(): void;
  /** Hides the question; the clock goes on. */
  pause(): void;
  resume(): void;
  jump(number: number): void;
  flag(number: number, flagged: boolean): void;
  note(text: string): void;
  submit(): void;
  /** What passed on the wall clock; the screen calls it each second. */
  tick(): void;
  /** Null before it is over. Replays every question: some 100 ms each. */
  report(): Promise<ExamReport | null>;
  /** The result as a file for the class board; null before it is over. */
  result(name: string): Promise<string | null>;
  /** A question to look at and to walk back in, with everything allowed; nothing that is done there is kept. Rejects before it is over. */
  review(number: number): Promise<Session>;
  /** A new one, with this seed, unless one is running; the old result is kept. */
  again(seed: number): void;
  /** Goes on here with what another tab went on with. */
  takeOver(): void;
  /** Results of this exam in this browser, newest first. */
  earlier(): readonly ExamRecord[];
  /**
   * A line that the terminal on the screen is to be given, because the learner typed it in another question's; empty when it
   * is on its host already, null when nobody came that way. Told once.
   */
  arriving(): string | null;
  /** State and steps as a file, for when storage keeps nothing. */
  exported(): Promise<ExportedFile>;
  /** Goes on with an exam that was exported; the sentence that says why not, or null when it is done. */
  takeUp(text: string): Promise<string | null>;
  subscribe(listener: () => void): () => void;
}

/** An exam that was taken before. */
export interface ExamRecord {
  readonly exam: string;
  readonly title: string;
  readonly seed: number;
  readonly ended: number;
  readonly score: number;
  readonly passed: boolean;
  /** Whether its steps are kept, so that it can be looked back on. */
  readonly kept: boolean;
}
