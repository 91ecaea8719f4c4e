import { expect, test } from 'vitest';
import { readArguments } from './arguments.ts';

test('a folder, a lab, a shard', () => {
  expect(readArguments(['d', '--lab', 'l.json', '--shard', '3/10', '--csv'])).toEqual({
    kind: 'results',
    directory: 'd',
    lab: 'l.json',
    shard: { index: 3, of: 10 },
    as: 'csv',
  });
  expect(readArguments(['--shard=0/1', 'd'])).toMatchObject({ kind: 'results', shard: { index: 0, of: 1 } });
});

test('what cannot be meant is refused in words', () => {
  for (const words of [[], ['a', 'b'], ['d', '--lab'], ['d', '--shard', '3/3'], ['d', '--shard', 'x'], ['d', '--no']]) {
    expect(readArguments(words).kind).toBe('wrong');
  }
});
