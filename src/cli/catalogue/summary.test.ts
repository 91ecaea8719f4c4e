import { expect, test } from 'vitest';
import { type Pack, readPacks } from '#packs/readPack.ts';
import { packFolder } from '../packFolder.ts';
import { packSummary } from './summary.ts';

const { packs, problems } = readPacks(packFolder('scenarios'));

test('every pack can be read', () => expect(problems).toEqual([]));

test.each(['scenario', 'lesson', 'exam'] as const)('each %s has a place of its own on the home page', (kind) => {
  const places = packs
    .filter((pack) => pack.kind === kind)
    .map((pack) => packSummary(pack).order)
    .sort((left, right) => left - right);
  expect(places).toEqual(places.map((_, index) => index + 1));
});

test('a summary gives nothing away', () => {
  for (const pack of packs) {
    const text = JSON.stringify(packSummary(pack));
    expect(text).not.toMatch(/"(solution|hints|wrong|debrief|walk|because|start|lines)":/);
    expect(text.length).toBeLessThan(1500);
  }
});

test('the lessons cover the whole lecture', () => {
  const lessons = packs.flatMap((pack: Pack) => (pack.kind === 'lesson' ? [pack.lesson] : []));
  const covered = new Set(lessons.flatMap(({ lecture }) => lecture));
  expect(ROWS.filter((row) => !covered.has(row))).toEqual([]);
});

/** The claims of the lecture, by their number. */
const ROWS = Array.from({ length: 19 }, (_, index) => index + 1);
