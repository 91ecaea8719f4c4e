import { expect, test } from 'vitest';
import { CONFIG, START } from '../kit/fakeView.data.ts';
import { TOUR } from '../words/keys.ts';
import { isUntouched, tourOf } from './steps.ts';

test('a task, a file with the beaten line in front, strip, request line, picture, keys', () => {
  const steps = tourOf(START);
  expect(steps.map(({ words }) => words)).toEqual(['task', 'beaten', 'strip', 'ask', 'picture', 'keys']);
  expect(steps[1]?.file).toBe(CONFIG);
});

test('without a task and without a beaten line there is less to point at', () => {
  const files = START.files.map((file) => ({ ...file, marks: [] }));
  expect(tourOf({ tasks: [], files }).map(({ words }) => words)).toEqual(['files', 'strip', 'ask', 'picture', 'keys']);
});

test('comes by itself only to whoever has done nothing yet, and has a task', () => {
  const fresh = { ...START, undo: null, redo: null, requests: [] };
  expect(isUntouched(fresh)).toBe(true);
  expect(isUntouched({ ...fresh, tasks: [] })).toBe(false);
  expect(isUntouched(START)).toBe(false);
});

test('is read in less than a minute, at 200 words a minute', () => {
  const { beaten, task, strip, ask, picture, keys } = TOUR.steps;
  const text = [task, beaten, strip, ask, picture, keys].map((step) => `${step.title} ${step.text}`).join(' ');
  expect(text.split(/\s+/).length).toBeLessThan(200);
});
