import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TOPICS } from '#packs/lesson.ts';
import { keepRecord, loadRecord, type Predicted, withGuess } from './record.ts';
import { scoreOf } from './score.ts';

const guessed = fc.record({
  guess: fc.constantFrom('200', '401'),
  confidence: fc.constantFrom(50 as const, 75 as const, 95 as const),
  right: fc.boolean(),
  at: fc.nat(),
});
const record = fc.uniqueArray(
  fc.record({
    lesson: fc.constantFrom('a', 'b'),
    prediction: fc.constantFrom('x', 'y', 'z', 'w'),
    topic: fc.constantFrom(...TOPICS.slice(0, 3)),
    guesses: fc.array(guessed, { minLength: 1, maxLength: 3 }),
    stands: fc.boolean(),
  }),
  { selector: ({ lesson, prediction }) => `${lesson} ${prediction}` },
);
const LESSONS = [
  { id: 'a', title: 'A' },
  { id: 'b', title: 'B' },
];

test('sums are the topics’ sums, and every figure is within its bounds', () => {
  fc.assert(
    fc.property(record, (predicted) => {
      const { topics, right, made, brier } = scoreOf(predicted, LESSONS);
      expect(made).toBe(predicted.length);
      expect(topics.reduce((sum, topic) => sum + topic.made, 0)).toBe(made);
      expect(topics.reduce((sum, topic) => sum + topic.right, 0)).toBe(right);
      expect(brier === null).toBe(made === 0);
      if (brier !== null) expect(brier >= 0.05 ** 2 - 1e-9 && brier <= 0.95 ** 2 + 1e-9).toBe(true);
      for (const topic of topics) {
        expect(topic.stated).toBeGreaterThanOrEqual(50);
        expect(topic.calibration === 'none').toBe(topic.made < 3);
      }
    }),
  );
});

test('later guesses change what to repeat and nothing else', () => {
  fc.assert(
    fc.property(record, guessed, (predicted, later) => {
      const { repeat: _, ...before } = { repeat: null, ...scoreOf(predicted, LESSONS) };
      const again = predicted.map((one) => withGuess(one, one, later));
      const after = scoreOf(again, LESSONS);
      const bare = ({ topics, ...sum }: typeof after) => ({
        ...sum,
        topics: topics.map(({ repeat, ...rest }) => rest),
      });
      expect(bare(after)).toEqual(bare(before));
      expect(after.topics.every(({ repeat }) => (repeat.length === 0) === later.right)).toBe(true);
    }),
  );
});

test('always saying 50 gives 0.25; being sure and right is good, being sure and wrong is over, unsure and right under', () => {
  const made = (confidence: 50 | 95, right: boolean): readonly Predicted[] =>
    ['x', 'y', 'z'].map((prediction) => ({
      lesson: 'a',
      prediction,
      topic: 'ports',
      guesses: [{ guess: '200', confidence, right, at: 1 }],
      stands: true,
    }));
  expect(scoreOf(made(50, true), LESSONS)).toMatchObject({
    brier: 0.25,
    topics: [{ calibration: 'under', repeat: [] }],
  });
  expect(scoreOf(made(95, true), LESSONS).topics[0]?.calibration).toBe('good');
  expect(scoreOf(made(95, false), LESSONS).topics).toEqual([
    { topic: 'ports', right: 0, made: 3, stated: 95, calibration: 'over', repeat: [{ id: 'a', title: 'A' }] },
  ]);
});

test('a record is read again as it was kept, and any text whatever is read', () => {
  const kept = new Map<string, string>();
  const progress = {
    load: (key: string) => kept.get(key) ?? null,
    save: (key: string, text: string) => void kept.set(key, text),
  };
  fc.assert(
    fc.property(record, (predicted) => {
      kept.clear();
      for (const { id } of LESSONS)
        keepRecord(
          progress,
          id,
          predicted.filter(({ lesson }) => lesson === id),
        );
      const order = ({ lesson, prediction }: Predicted) => `${lesson} ${prediction}`;
      expect(new Map(loadRecord(progress).map((one) => [order(one), one]))).toEqual(
        new Map(predicted.map((one) => [order(one), one])),
      );
    }),
  );
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(loadRecord({ ...progress, load: () => text }).every(({ guesses }) => guesses.length > 0)).toBe(true);
    }),
  );
});
