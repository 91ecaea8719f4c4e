import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plain } from './tree.ts';
import { parseYaml } from './yaml.ts';

function value(text: string): unknown {
  const parsed = parseYaml(text);
  return parsed.ok ? JSON.parse(JSON.stringify(plain(parsed.tree))) : parsed.error;
}

test.each([
  ['a: yes', { a: true }],
  ['a: off', { a: false }],
  ['a: "yes"', { a: 'yes' }],
  ['a: 010', { a: 8 }],
  ['a: 0x10', { a: 16 }],
  ['a: 1_000', { a: 1000 }],
  ['a: 1e3', { a: 1000 }],
  ['a: 12:30', { a: '12:30' }],
  ['a: 2001-01-01', { a: '2001-01-01' }],
  ['a: !!str 5', { a: '5' }],
  ['5: x\ntrue: y', { 5: 'x', true: true }],
  ['a: ~\nb:', { a: null, b: null }],
  ['a: &x {b: 1}\nc:\n  <<: *x\n  d: 2', { a: { b: 1 }, c: { b: 1, d: 2 } }],
  ['a: 1\n---\nb: [', { a: 1 }],
  ['', null],
  ['# only', null],
])('%j', (text, expected) => {
  expect(value(text)).toEqual(expected);
});

test.each([
  ['a:\n\tb: 1\n', 'yaml: line 2: found character that cannot start any token'],
  ['a: b: c\n', 'yaml: mapping values are not allowed in this context'],
  ['a: *nope\n', "yaml: unknown anchor 'nope' referenced"],
  ['a: &a\n  b: *a\n', "yaml: anchor 'a' value contains itself"],
  ['a: !!int x\n', 'yaml: cannot decode !!str `x` as a !!int'],
  ['a: [1,2\nb: 3\n', expect.stringMatching(/^yaml: line \d+: did not find expected ',' or ']'$/)],
])('refuses %j', (text, error) => {
  expect(value(text)).toEqual(error);
});

test('tells duplicate keys with the line of their value', () => {
  const parsed = parseYaml('a: 1\nb: 2\na: 3\n');
  expect(parsed.ok && parsed.duplicates.map(({ message }) => message)).toEqual(['line 3: key "a" already set in map']);
});

test('is not exhausted by aliases of aliases', () => {
  const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 9; level += 1)
    bomb.push(
      `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    );
  expect(value(bomb.join('\n'))).toBe('yaml: document contains excessive aliasing');
});

test('any text gives a tree or an error, never an exception', () => {
  const pieces = fc.array(
    fc.constantFrom(
      'a',
      ': ',
      '\n',
      '  ',
      '- ',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      '&x ',
      '*x',
      '<<: ',
      '|',
      '>',
      '#',
      '\t',
      '%',
      '---',
      '!!int ',
      '? ',
      ',',
      '0x',
      '\u0000',
      '\ufeff',
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        pieces.map((words) => words.join('')),
      ),
      (text) => {
        const parsed = parseYaml(text);
        if (!parsed.ok) expect(parsed.error).toMatch(/^(?:yaml|json|unsupported map key of type): /);
      },
    ),
    { numRuns: 2000 },
  );
});

test('deep nesting is refused, not followed', () => {
  expect(parseYaml('['.repeat(50_000)).ok).toBe(false);
  expect(parseYaml('- '.repeat(20_000)).ok).toBe(false);
});
