import { expect, test } from 'vitest';
import { anchorOf, entriesWith } from './entry.ts';
import { GLOSSARY } from './glossary.data.ts';

test('terms are found by all words of a text, their own names first', () => {
  const entries = [
    { term: 'webhook', says: 'asks the API server' },
    { term: 'API server', says: 'answers a webhook' },
    { term: 'node', says: 'a ship' },
  ];
  expect(entriesWith(entries, '').map(({ term }) => term)).toEqual(['API server', 'node', 'webhook']);
  expect(entriesWith(entries, 'Webhook').map(({ term }) => term)).toEqual(['webhook', 'API server']);
  expect(entriesWith(entries, 'api ship')).toEqual([]);
});

test('each term stands once, at a place of its own, and refers to terms that are there', () => {
  const terms = GLOSSARY.map(({ term }) => term);
  expect(new Set(terms.map(anchorOf)).size).toBe(terms.length);
  expect(GLOSSARY.flatMap(({ see = [] }) => see).filter((term) => !terms.includes(term))).toEqual([]);
});
