import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boardCsv, csvField } from './csv.ts';

test('what a spreadsheet would run is text, and what needs quotes has them', () => {
  expect(csvField('=HYPERLINK("https://evil")')).toBe(`"'=HYPERLINK(""https://evil"")"`);
  for (const first of ['=', '+', '-', '@', '\t', '\r']) expect(csvField(`${first}1`)).toMatch(/^"?'/);
  expect(csvField('O’Neil, "Ann"')).toBe('"O’Neil, ""Ann"""');
  expect(csvField('100')).toBe('100');
});

test('any name comes back from its field', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      const field = csvField(name);
      const plain = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
      return plain === name || plain === `'${name}`;
    }),
  );
});

test('one line a learner, one a broken file, as many fields in each', () => {
  const cell = { state: 'met', percent: 100, metAt: 3, stuck: 'W1', stuckAt: 1 } as const;
  const csv = boardCsv({
    tasks: [{ id: 'a/b', title: 'B', scenario: 'A' }],
    rows: [
      {
        file: 'x.json',
        name: 'Ada',
        score: 50,
        claimed: null,
        standing: 'verified',
        foreign: false,
        began: 0,
        ended: 60_000,
        cells: [{ task: 'a/b', ...cell }],
      },
    ],
    broken: [{ file: 'y.json', reason: 'It is not JSON.' }],
    stuck: [],
  });
  const lines = csv.trimEnd().split('\r\n');
  expect(lines[1]).toBe('x.json,Ada,verified,50,,1970-01-01T00:00:00Z,1970-01-01T00:01:00Z,100,3,W1,');
  expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([11]));
});
