// biome-ignore-all lint/suspicious/noTemplateCurlyInString: systemd's own syntax
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expandVariables, namesIn } from './variables.ts';

const AT = { file: '/u', line: 2, column: 1 };
const SET = { file: '/e', line: 1, column: 1 };
const ENVIRONMENT = new Map([
  ['A', { value: '1', at: SET }],
  ['B', { value: '2', at: null }],
  ['S', { value: 'x "y z"', at: SET }],
  ['E', { value: '', at: SET }],
]);

function expand(text: string): readonly string[] {
  return expandVariables([{ text, at: AT }], ENVIRONMENT).words.map((word) => word.text);
}

// What replace_env_argv of libsystemd-shared 252 made of each word with A=1, B=2.
test.each([
  ['$A', ['1']],
  ['${A%b}x', ['x']],
  ['${}x', ['x']],
  ['${A B}x', ['x']],
  ['${A:-z}x${A}', ['${A:-z}x1']],
  ['x${A:${A}', ['x${A:1']],
  ['${A}${B}', ['12']],
  ['$${A}', ['${A}']],
  ['$$$A', ['$$A']],
  ['x$$${A}', ['x$1']],
  ['${A$A}', ['']],
  ['x$', ['x$']],
  ['${A', ['${A']],
  ['${${A}}', ['}']],
  ['$A B', []],
  ['$"A"', []],
  ['x$A', ['x$A']],
  ['$', []],
  ['$$', ['$']],
  ['$1', []],
  ['x$$y', ['x$y']],
  ['$S', ['x', 'y z']],
  ['${S}', ['x "y z"']],
  ['$E', []],
  ['${E}', ['']],
])('%j', (text, expected) => {
  expect(expand(text)).toEqual(expected);
});

test('a word from a variable names it and the line that set it', () => {
  const { words } = expandVariables(
    [
      { text: '$S', at: AT },
      { text: '--a=${A}', at: AT },
      { text: '--b=${B}', at: AT },
      { text: '--c', at: AT },
    ],
    ENVIRONMENT,
  );
  expect(words).toEqual([
    { text: 'x', at: SET, variable: 'S' },
    { text: 'y z', at: SET, variable: 'S' },
    { text: '--a=1', at: SET, variable: 'A' },
    { text: '--b=2', at: AT, variable: 'B' },
    { text: '--c', at: AT },
  ]);
});

test('gathers what was not set, sorted, once', () => {
  const words = ['$Z', 'x${Y}', '$Z', '${no%name}', '$A'].map((text) => ({ text, at: AT }));
  expect(expandVariables(words, ENVIRONMENT).unset).toEqual(['Y', 'Z', 'no%name']);
});

test('names what a word takes', () => {
  expect(namesIn('$A')).toEqual(['A']);
  expect(namesIn('a${A}b${B}$${C}')).toEqual(['A', 'B']);
});

test('expands any word', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'$${}AB:x "\\') }), (text) => {
      expect(expand(text).length).toBeLessThanOrEqual(text.length + 1);
    }),
  );
});
