import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type OptionSpec, readOptions } from './getopt.ts';

const SPECS: readonly OptionSpec[] = [
  { key: 'all', short: 'a', long: 'all' },
  { key: 'alike', long: 'alike' },
  { key: 'number', short: 'n', long: 'number', argument: 'required' },
  { key: 'lines', short: 'l', long: 'lines', argument: 'optional' },
];

test.each([
  [
    ['-an', '3', 'x'],
    [
      ['all', null],
      ['number', '3'],
    ],
    ['x'],
  ],
  [['x', '-n3', '--', '-a'], [['number', '3']], ['x', '-a']],
  [
    ['--num=3', '-l', '4'],
    [
      ['number', '3'],
      ['lines', null],
    ],
    ['4'],
  ],
  [
    ['-l4', '--lines=5', '-'],
    [
      ['lines', '4'],
      ['lines', '5'],
    ],
    ['-'],
  ],
])('%j', (words, given, operands) => {
  const read = readOptions('p', words, SPECS);
  expect(read).toEqual({ ok: true, given: given.map(([key, value]) => ({ key, value })), operands });
});

test.each([
  [['-z'], "p: invalid option -- 'z'"],
  [['--zoo=1'], "p: unrecognized option '--zoo=1'"],
  [['-n'], "p: option requires an argument -- 'n'"],
  [['--number'], "p: option '--number' requires an argument"],
  [['--all=1'], "p: option '--all' doesn't allow an argument"],
  [['--al'], "p: option '--al' is ambiguous; possibilities: '--all' '--alike'"],
])('%j is refused', (words, message) => {
  expect(readOptions('p', words, SPECS)).toEqual({ ok: false, message });
});

test('any words are read', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (words) => 'ok' in readOptions('p', words, SPECS)),
    { numRuns: 100 },
  );
});
