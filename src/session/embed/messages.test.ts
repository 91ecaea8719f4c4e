import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asksForScore, type EmbedMessage, listenerOf, newsFor } from './messages.ts';

const message = (change: Partial<EmbedMessage>): EmbedMessage => ({
  source: 'portside',
  version: 1,
  kind: 'score',
  scenario: 's',
  title: 'S',
  met: 0,
  tasks: 2,
  score: 0,
  solved: false,
  hints: 0,
  ...change,
});

test.each([
  ['?embed=https://lms.example', null, 'https://lms.example'],
  ['?embed=https%3A%2F%2Flms.example%3A8443', 'https://lms.example:8443', 'https://lms.example:8443'],
  ['?embed=https://lms.example', 'https://evil.example', null],
  ['?embed=https://lms.example/', null, null],
  ['?embed=https://lms.example/course', null, null],
  ['?embed=*', null, null],
  ['?embed=null', null, null],
  ['?embed=javascript:alert(1)', null, null],
  ['?embed=https://LMS.example', null, null],
  ['', null, null],
])('who may listen: %s around %s', (search, around, listener) => {
  expect(listenerOf(search, around)).toBe(listener);
});

test('only what changed is told, and completion once each time', () => {
  expect(newsFor(message({ kind: 'ready' }), message({}))).toBeNull();
  expect(newsFor(message({}), message({ met: 1, score: 50 }))?.kind).toBe('score');
  expect(newsFor(message({}), message({ solved: true, score: 100 }))?.kind).toBe('completed');
  expect(newsFor(message({ solved: true, score: 100 }), message({ score: 75 }))?.kind).toBe('score');
});

test('any value may come from outside; only the question is one', () => {
  fc.assert(fc.property(fc.anything(), (data) => asksForScore(data) === false));
  expect(asksForScore({ target: 'portside', version: 1, kind: 'ask' })).toBe(true);
  expect(asksForScore({ target: 'portside', version: 2, kind: 'ask' })).toBe(false);
});
