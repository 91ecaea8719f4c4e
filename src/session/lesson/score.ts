import { TOPICS, type Topic } from '#packs/lesson.ts';
import type { PredictionScore, TopicScore } from '../view/lesson.ts';
import type { Predicted } from './record.ts';

/** Fewer than these tell nothing about how well somebody knows what they know. */
const ENOUGH = 3;
/** So far from each other, in percent, stated and actual chances are the same. */
const NEAR = 15;

/** A lesson as its name is told. */
type Named = { readonly id: string; readonly title: string };

/**
 * How good predictions are, by topic in a fixed order, topics without any left out. The first guess of each prediction
 * counts; what to repeat follows the latest.
 */
export function scoreOf(record: readonly Predicted[], lessons: readonly Named[]): PredictionScore {
  const firsts = record.flatMap(({ guesses }) => guesses.slice(0, 1));
  return {
    topics: TOPICS.flatMap((topic) => topicScore(topic, record, lessons) ?? []),
    right: firsts.filter(({ right }) => right).length,
    made: firsts.length,
    brier:
      firsts.length === 0 ? null : mean(firsts.map(({ confidence, right }) => (confidence / 100 - Number(right)) ** 2)),
  };
}

function topicScore(topic: Topic, record: readonly Predicted[], lessons: readonly Named[]): TopicScore | null {
  const own = record.filter((entry) => entry.topic === topic);
  const firsts = own.flatMap(({ guesses }) => guesses.slice(0, 1));
  if (firsts.length === 0) return null;
  const right = firsts.filter((guess) => guess.right).length;
  const stated = mean(firsts.map(({ confidence }) => confidence));
  const wrong = new Set(own.filter(({ guesses }) => guesses.at(-1)?.right === false).map(({ lesson }) => lesson));
  return {
    topic,
    right,
    made: firsts.length,
    stated: Math.round(stated),
    calibration: calibrationOf(stated, right, firsts.length),
    repeat: lessons.filter(({ id }) => wrong.has(id)).map(({ id, title }) => ({ id, title })),
  };
}

function calibrationOf(stated: number, right: number, made: number): TopicScore['calibration'] {
  if (made < ENOUGH) return 'none';
  const surer = stated - (100 * right) / made;
  return surer > NEAR ? 'over' : surer < -NEAR ? 'under' : 'good';
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
