import { expect, test } from 'vitest';
import type { LessonView } from '#session/view/lesson.ts';
import { headingOf, placeAfter, placeIn } from './place.ts';

const judged = { guess: '200', confidence: 50, right: true, because: '' };
const lesson = (made: number) =>
  ({
    steps: [{ id: 'a' }, { id: 'b' }],
    predictions: ['x', 'y'].map((id, index) => ({ id, judged: index < made ? judged : null })),
  }) as unknown as LessonView;
const tasks = (...states: readonly ('met' | 'unmet')[]) =>
  states.map((state, index) => ({ id: 'ab'[index] ?? '', title: '', state, detail: '', question: null }));

test('a lesson opens where it was left', () => {
  expect(placeIn(lesson(0), tasks('unmet', 'unmet'))).toEqual({ kind: 'step', id: 'a' });
  expect(placeIn(lesson(0), tasks('unmet', 'met'))).toEqual({ kind: 'step', id: 'a' });
  expect(placeIn(lesson(0), tasks('met', 'met'))).toEqual({ kind: 'prediction', id: 'x' });
  expect(placeIn(lesson(1), tasks('unmet', 'met'))).toEqual({ kind: 'prediction', id: 'y' });
  expect(placeIn(lesson(2), tasks('unmet', 'unmet'))).toEqual({ kind: 'end' });
});

test('places follow one another, from the first step to the end', () => {
  const way = [headingOf({ kind: 'step', id: 'a' })];
  let place = placeAfter(lesson(0), { kind: 'step', id: 'a' });
  for (; place.kind !== 'end'; place = placeAfter(lesson(0), place)) way.push(headingOf(place));
  expect(way).toEqual(['lesson-step-a', 'lesson-step-b', 'lesson-prediction-x', 'lesson-prediction-y']);
  expect(placeAfter(lesson(0), place)).toEqual({ kind: 'end' });
});
