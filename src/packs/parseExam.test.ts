import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseExam } from './parseExam.ts';

const text = readFileSync('scenarios/sprint-doors/exam.yaml', 'utf8');

function said(find: string, put: string): readonly string[] {
  const parsed = parseExam('exam.yaml', 'sprint-doors', text.replace(find, put));
  return parsed.ok ? [] : parsed.problems.map(({ line, message, advice }) => `${line}: ${message}. ${advice}`);
}

test('an exam reads as it is written, with the usual pass mark and a notepad', () => {
  const parsed = parseExam('exam.yaml', 'sprint-doors', text);
  expect(parsed).toMatchObject({ ok: true, pack: { id: 'sprint-doors', pass: 67, notes: true } });
});

test('what is wrong with it is told with its line', () => {
  expect(said('id: sprint-doors', 'id: sprint')).toEqual([
    '2: id "sprint" is not the name of its folder "sprint-doors". Give both the same name.',
  ]);
  expect(said('health-for-the-house', 'the-little-door')).toEqual([
    '12: the scenario "the-little-door" is drawn twice. Draw each scenario once; give it more weight instead.',
  ]);
  expect(said('minutes: 30', 'minutes: 3000')[0]).toMatch(/^5: minutes: /);
  expect(said('minutes: 30', 'minuets: 30')[0]).toMatch(/minutes/);
});

test('any text is an exam or problems (property)', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(text.length), (piece, at) => {
      const parsed = parseExam('exam.yaml', 'sprint-doors', text.slice(0, at) + piece + text.slice(at));
      if (!parsed.ok) expect(parsed.problems.every(({ line, advice }) => line >= 1 && advice !== '')).toBe(true);
    }),
    { numRuns: 50 },
  );
});
