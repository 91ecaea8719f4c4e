import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Scenario } from '#packs/schema.ts';
import { scenarioOf } from './practice.fixture.ts';
import { prove } from './prove.ts';

const scenario = scenarioOf(readFileSync('scenarios/the-flag-that-wins/scenario.yaml', 'utf8'));
const failures = (change: Partial<Scenario>) =>
  prove({ ...scenario, wrong: [], ...change })
    .filter(({ holds }) => !holds)
    .map(({ claim, reason }) => [claim, reason]);

test('the real scenario holds in all it claims', () => {
  const proofs = prove(scenario);
  expect(proofs).toHaveLength(2 + scenario.wrong.length);
  expect(proofs.filter(({ holds, reason }) => !holds || reason !== '')).toEqual([]);
});

test('a start that already passes is reported', () => {
  expect(failures({ start: { files: {} } })).toContainEqual([
    'untouched, it does not pass',
    'the start already meets every task',
  ]);
});

test('a solution that stops half-way is reported with what it leaves unmet', () => {
  const [failure] = failures({ solution: scenario.solution.slice(0, 1) });
  expect(failure?.[0]).toBe('the solution passes');
  expect(failure?.[1]).toMatch(/^stranger-refused: Expected 401 for a stranger, got 200\..*; insider-refused: /);
});

test('a solution that waits for a task says which is waited for', () => {
  const [failure] = failures({ solution: [] });
  expect(failure?.[1]).toMatch(/stays-closed: \S/);
});

test('a move that finds nothing to replace is reported', () => {
  const solution: Scenario['solution'] = [{ do: 'replace', file: '/nowhere', find: 'x', with: 'y' }];
  expect(failures({ solution })).toEqual([['the solution passes', 'there is no "x" to replace in /nowhere']]);
});

test('a wrong fix that is right after all, or fails elsewhere, is reported', () => {
  const wrong = [{ title: 'Does it right', moves: scenario.solution, unmet: ['stranger-refused'] }];
  expect(failures({ wrong })).toEqual([
    ['wrong fix: Does it right', 'it should leave stranger-refused unmet, but unmet are none'],
  ]);
});
