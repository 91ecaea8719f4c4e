import type { Session } from '../commands.ts';
import type { RequestView } from '../view.ts';

/** How sure a learner is of a prediction, as a chance in percent. */
export type Confidence = 50 | 75 | 95;

/** A claim of the lecture as the lesson shows it; its state stands with the task of the same id. */
export interface LessonStepView {
  readonly id: string;
  readonly claim: string;
  readonly try: string;
  readonly line: string | null;
  /** `line` is a curl line, so that it can be sent as a request; else it is typed in the terminal. */
  readonly request: boolean;
  /** What a kubelet makes of it; empty before it was tried. */
  readonly holds: readonly string[];
  /** The claim does not hold as it stands. Told once it was tried. */
  readonly corrected: boolean;
}

/** A prediction, and what the kubelet answered once the learner had guessed. */
export interface PredictionView {
  readonly id: string;
  readonly topic: string;
  readonly given: string;
  /** What was typed to make the state. */
  readonly lines: readonly string[];
  readonly request: string;
  /** What may be guessed. */
  readonly choices: readonly string[];
  /** Null until the learner guessed. The journey is a copy's: the learner's own node stays as it is. */
  readonly judged: {
    readonly guess: string;
    readonly confidence: Confidence;
    readonly right: boolean;
    readonly journey: RequestView;
    readonly because: string;
  } | null;
}

export interface LessonView {
  readonly id: string;
  readonly order: number;
  /** Lessons on the path. */
  readonly of: number;
  readonly steps: readonly LessonStepView[];
  /** They can be made once all steps were tried. */
  readonly predictionsOpen: boolean;
  readonly predictions: readonly PredictionView[];
  /** Empty before the last prediction was judged. */
  readonly closing: readonly string[];
}

/** A lesson as the screen holds it, beside its session. */
export interface SessionLesson {
  view(): LessonView;
  /** The learner's guess; the kubelet is asked, and the next view tells. Resolves when it is judged. Rejects never. */
  predict(id: string, guess: string, confidence: Confidence): Promise<void>;
  /** Forgets the guesses of this lesson, so that they can be made again; the record keeps the first ones. */
  again(): void;
  /** Tells of each change of the view, of the session's too. Returns its own undoing. */
  subscribe(listener: () => void): () => void;
}

/** A lesson that was opened: the run that its steps are tried in, and what is told beside it. */
export interface OpenLesson {
  readonly session: Session;
  readonly lesson: SessionLesson;
}

/** How good a learner's predictions are in one topic, and how well they know it. */
export interface TopicScore {
  readonly topic: string;
  readonly right: number;
  readonly made: number;
  /** Mean of the stated chances, in percent. */
  readonly stated: number;
  /** `over`: surer than right; `under`: righter than sure; `none`: too few to tell (under 3). */
  readonly calibration: 'good' | 'over' | 'under' | 'none';
  /** Lessons in which a prediction of the topic went wrong last. */
  readonly repeat: readonly { readonly id: string; readonly title: string }[];
}

export interface PredictionScore {
  readonly topics: readonly TopicScore[];
  readonly right: number;
  readonly made: number;
  /** Brier score over all, 0 (perfect) to 1; null before any. Always saying 50 gives 0.25. */
  readonly brier: number | null;
}

/** A lesson as home tells of it; made when the page is built. */
export interface LessonSummary {
  readonly id: string;
  readonly title: string;
  readonly order: number;
  readonly minutes: number;
  readonly lecture: readonly number[];
  readonly steps: number;
}
