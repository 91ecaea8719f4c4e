import { expect, test } from 'vitest';
import { fits } from './wildcard.ts';

test.each([
  ['*.yaml', 'web.yaml', true],
  ['*.yaml', 'web.yml', false],
  ['a?c', 'abc', true],
  ['[a-c]x', 'bx', true],
  ['[!a-c]x', 'bx', false],
  ['[]-]', ']', true],
  ['\\*', '*', true],
  ['\\*', 'a', false],
  ['*a*b*', 'xaxbx', true],
  ['', '', true],
  ['*', '', true],
  ['(a+)', '(a+)', true],
])('%s and %s: %s', (pattern, text, is) => {
  expect(fits(pattern, text)).toBe(is);
});

test('case counts unless told otherwise', () => {
  expect([fits('A*', 'ab'), fits('A*', 'ab', true)]).toEqual([false, true]);
});

test('many stars over a long name take no time', () => {
  expect(fits(`${'*a'.repeat(60)}b`, 'a'.repeat(5000))).toBe(false);
});
