import type { World } from '#engine/world/world.ts';
import type { Lesson, Prediction } from '#packs/lesson.ts';
import { GUESSABLE } from '#packs/parseLesson.ts';
import type { Session } from '../commands.ts';
import type { Clock, Progress } from '../ports.ts';
import { answeredView } from '../screen/requests.ts';
import type { Confidence, LessonView, PredictionView, SessionLesson } from '../view/lesson.ts';
import type { RequestView } from '../view.ts';
import { outcomeOf } from './outcome.ts';
import { keepRecord, loadRecord, type Predicted, withGuess } from './record.ts';
import { unlinked } from './unlinked.ts';

/** What a lesson is opened with, beside the session that its steps are tried in. */
export interface LessonInput {
  readonly lesson: Lesson;
  /** Lessons on the path. */
  readonly of: number;
  readonly start: World;
  readonly node: string;
  readonly session: Pick<Session, 'view' | 'subscribe'>;
  readonly progress: Progress;
  readonly clock: Clock;
}

/** A lesson beside its session, with the predictions that were made in this browser before. */
export async function sessionLesson({
  lesson,
  of,
  start,
  node,
  session,
  ...input
}: LessonInput): Promise<SessionLesson> {
  const { progress, clock } = input;
  const listeners = new Set<() => void>();
  const journeys = new Map<string, RequestView>();
  let own: readonly Predicted[] = loadRecord(progress).filter((entry) => entry.lesson === lesson.id);
  let kept = true;
  let drawn: { readonly from: unknown; readonly own: unknown; readonly view: LessonView } | null = null;

  for (const prediction of lesson.predictions) if (standing(prediction.id) !== null) await travel(prediction);

  async function travel(prediction: Prediction): Promise<void> {
    if (journeys.has(prediction.id)) return;
    const { asked, world } = await outcomeOf(prediction, start, node);
    const journey = answeredView(0, prediction.request, asked, world);
    if (!('stages' in journey)) throw new Error(`the request of prediction ${prediction.id} is not sent: unproved`);
    journeys.set(prediction.id, unlinked(journey));
  }

  /** What was predicted of one and stands; null while that is open. */
  function standing(id: string): Predicted | null {
    return own.find(({ prediction, stands }) => prediction === id && stands) ?? null;
  }

  /** What is kept now: another tab of the lesson may have predicted since this one read it. */
  function current(): readonly Predicted[] {
    return kept ? loadRecord(progress).filter((entry) => entry.lesson === lesson.id) : own;
  }

  /** Makes the journeys of what another tab predicted. */
  async function catchUp(): Promise<void> {
    const missing = lesson.predictions.filter(({ id }) => standing(id) !== null && !journeys.has(id));
    for (const prediction of missing) await travel(prediction);
    if (missing.length === 0) return;
    drawn = null;
    for (const listener of listeners) listener();
  }

  function settle(next: readonly Predicted[]): void {
    own = next;
    kept = keepRecord(progress, lesson.id, own);
    for (const listener of listeners) listener();
  }

  function predictionView({ id, topic, given, lines, request, is, because }: Prediction): PredictionView {
    const last = standing(id)?.guesses.at(-1);
    const journey = journeys.get(id);
    const judged =
      last === undefined || journey === undefined
        ? null
        : { guess: last.guess, confidence: last.confidence, right: last.guess === is, journey, because };
    return { id, topic, given, lines, request, choices: GUESSABLE, judged };
  }

  function view(): LessonView {
    const { tasks } = session.view();
    if (drawn !== null && drawn.from === tasks && drawn.own === own) return drawn.view;
    const met = new Set(tasks.filter(({ state }) => state === 'met').map(({ id }) => id));
    const predictions = lesson.predictions.map(predictionView);
    const judged = predictions.filter((prediction) => prediction.judged !== null).length;
    const made: LessonView = {
      id: lesson.id,
      order: lesson.order,
      of,
      steps: lesson.steps.map((step) => ({
        id: step.id,
        claim: step.claim,
        try: step.try,
        line: step.line ?? null,
        request: /^curl\s/.test(step.line ?? ''),
        holds: met.has(step.id) ? step.holds : [],
        corrected: met.has(step.id) && step.corrected,
      })),
      // Who predicted before and starts over has seen what the steps show.
      predictionsOpen: met.size === lesson.steps.length || judged > 0,
      predictions,
      closing: judged === predictions.length ? lesson.closing : [],
    };
    drawn = { from: tasks, own, view: made };
    return made;
  }

  return {
    view,
    async predict(id: string, guess: string, confidence: Confidence) {
      const prediction = lesson.predictions.find((one) => one.id === id);
      if (prediction === undefined || standing(id) !== null || !GUESSABLE.some((one) => one === guess)) return;
      await travel(prediction);
      own = current();
      // Asked twice at once, or in two tabs, the first guess stands.
      if (standing(id) !== null) {
        for (const listener of listeners) listener();
        return catchUp();
      }
      const before = own.find((entry) => entry.prediction === id);
      const made = { guess, confidence, right: guess === prediction.is, at: clock.now() };
      const entry = withGuess(before, { lesson: lesson.id, prediction: id, topic: prediction.topic }, made);
      settle([...own.filter((one) => one !== before), entry]);
      await catchUp();
    },
    again: () => settle(current().map((entry) => ({ ...entry, stands: false }))),
    subscribe(listener) {
      const undo = session.subscribe(listener);
      listeners.add(listener);
      return () => {
        undo();
        listeners.delete(listener);
      };
    },
  };
}
