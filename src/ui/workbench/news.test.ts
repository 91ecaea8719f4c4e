import { expect, test } from 'vitest';
import { REFUSED, START } from '../kit/fakeView.data.ts';
import { arrival, news } from './news.ts';

test('an answer is said with its sentence', () => {
  const requests = [...START.requests, { ...REFUSED, number: 4, line: 'curl x', guess: null }];
  expect(news(START, { ...START, requests })).toBe('Answer: 403. bob is known but not allowed.');
});

test('a restart, a met task and the end are said once', () => {
  const next = {
    ...START,
    strip: { ...START.strip, running: { text: 'pid 900, since 09:15', differsFromLoaded: false } },
    tasks: START.tasks.map((task) => ({ ...task, state: 'met' as const })),
    solved: true,
  };
  expect(news(START, next)).toBe(
    'The kubelet is running. Task met: A stranger is refused at 10250. Task met: It stays closed after a restart. Scenario solved.',
  );
  expect(news(next, next)).toBe('');
});

test('whoever arrives hears where, and how far they are', () => {
  expect(arrival(START)).toBe('The flag that wins is open: 1 of 3 tasks met.');
  expect(arrival({ ...START, solved: true })).toBe('The flag that wins is open, and solved.');
  expect(arrival({ ...START, tasks: [] })).toBe('The flag that wins is open.');
});

test('typing says nothing', () => {
  expect(news(START, { ...START, files: [] })).toBe('');
});

test('what stops working is said, and what works again', () => {
  const broken = {
    ...START,
    mustWork: [{ id: 'logs', title: 'kubectl logs', works: false, detail: 'got 401' }],
  };
  const mended = { ...broken, mustWork: broken.mustWork.map((work) => ({ ...work, works: true })) };
  expect(news(mended, broken)).toBe('Does not work any more: kubectl logs.');
  expect(news(broken, mended)).toBe('Works again: kubectl logs.');
});
