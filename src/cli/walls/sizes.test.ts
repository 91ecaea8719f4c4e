import { expect, test } from 'vitest';
import { isTable, isTest, lineCount, sources } from './sources.ts';

const CEILING = 400;

const files = sources('src', 'e2e');

test(`no source has more than ${CEILING} lines, tables aside`, () => {
  const judged = files.filter((file) => !isTable(file));
  expect(judged.length).toBeGreaterThan(50);
  const long = judged.filter((file) => lineCount(file) > CEILING).map((file) => `${file.path}: ${lineCount(file)}`);
  expect(long).toEqual([]);
});

test('sources stay small in the middle and at the ninth decile', () => {
  const sizes = files
    .filter((file) => !isTable(file) && !isTest(file))
    .map(lineCount)
    .sort((left, right) => left - right);
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const decile = sizes[Math.floor(sizes.length * 0.9)] ?? 0;
  process.stdout.write(`${sizes.length} source files: median ${median} lines, ninth decile ${decile}\n`);
  expect(median).toBeLessThanOrEqual(100);
  expect(decile).toBeLessThanOrEqual(250);
});
