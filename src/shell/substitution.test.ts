import fc from 'fast-check';
import { expect, test } from 'vitest';
import { substituteFiles } from './substitution.ts';

const read = (name: string) => (name === 'dir' ? { missing: 'directory' as const } : { text: `<${name}>\n` });

test.each([
  ['$(cat t)', '<t>'],
  ['$( cat  a\tb )', '<a>\n<b>'],
  ['$(<t)', '<t>'],
  [`$(cat 'a b' "c)d" e'f'g)`, '<a b>\n<c)d>\n<efg>'],
  ['$(cat ~/t)', '</root/t>'],
])('%s is what its files hold', (line, text) => {
  expect(substituteFiles(`x${line}y`, 1, read)).toEqual({ text, stderr: '', end: line.length + 1 });
});

test.each([
  '$(cat)',
  '$(cat t',
  '$(cat -A t)',
  '$(cat t | tr a b)',
  '$(cat t; ls)',
  '$(cat $(cat t))',
  '$(cat t > u)',
  '$(<a b)',
  '$(ls t)',
  '$(catt)',
  '$cat t',
  '`cat t`',
])('%s is not taken', (line) => {
  expect(substituteFiles(line, 0, read)).toBeNull();
});

test('any text is taken or left', () => {
  const piece = fc.oneof(
    fc.constantFrom('$(', 'cat ', '<', ')', "'", '"', ' ', 't', 'dir'),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const line = `$(cat ${pieces.join('')}`;
      const taken = substituteFiles(line, 0, read);
      return taken === null || (taken.end <= line.length && !/\n$/.test(taken.text));
    }),
  );
});
