import * as v from 'valibot';
import { TOPICS } from '#packs/lesson.ts';
import type { Progress } from '../ports.ts';

/** Under which key what was predicted in this browser is kept. */
const KEY = 'portside.predictions';
/** Of one prediction the first guess is kept, and so many of the latest. */
const MOST_REPEATS = 9;

const guessSchema = v.strictObject({
  guess: v.pipe(v.string(), v.maxLength(20)),
  /** How sure, as a chance in percent. */
  confidence: v.picklist([50, 75, 95]),
  right: v.boolean(),
  /** In milliseconds since the epoch. */
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

const predictedSchema = v.strictObject({
  lesson: v.pipe(v.string(), v.maxLength(100)),
  prediction: v.pipe(v.string(), v.maxLength(100)),
  topic: v.picklist(TOPICS),
  /** Oldest first; the first is what counts for the score. */
  guesses: v.pipe(v.array(guessSchema), v.minLength(1), v.maxLength(1 + MOST_REPEATS)),
  /** Whether the latest stands; not so once the learner wanted to guess again. */
  stands: v.boolean(),
});

export type Guessed = v.InferOutput<typeof guessSchema>;
export type Predicted = v.InferOutput<typeof predictedSchema>;

/** What was predicted so far, as far as it can be read: an entry that is none counts as nothing. Never throws. */
export function loadRecord(progress: Progress): readonly Predicted[] {
  try {
    const kept: unknown = JSON.parse(progress.load(KEY) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((entry) => {
      const read = v.safeParse(predictedSchema, entry);
      return read.success ? [read.output] : [];
    });
  } catch {
    return [];
  }
}

/** Keeps the predictions of one lesson beside those of the others. False where storage is full or shut and keeps nothing. */
export function keepRecord(progress: Progress, lesson: string, own: readonly Predicted[]): boolean {
  const others = loadRecord(progress).filter((entry) => entry.lesson !== lesson);
  try {
    progress.save(KEY, JSON.stringify([...others, ...own]));
    return true;
  } catch {
    // The session tells that nothing is kept; the guesses stay as long as the page does.
    return false;
  }
}

/** One prediction's guesses with a new one: it stands, and the first one stays. */
export function withGuess(
  before: Predicted | undefined,
  fresh: Omit<Predicted, 'guesses' | 'stands'>,
  made: Guessed,
): Predicted {
  const [first, ...later] = [...(before?.guesses ?? []), made];
  return { ...fresh, guesses: first === undefined ? [made] : [first, ...later.slice(-MOST_REPEATS)], stands: true };
}
