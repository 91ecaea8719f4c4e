import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { parseScenario } from '#packs/parse.ts';
import type { Scenario } from '#packs/schema.ts';
import { proveRenamed, proveSeeds } from './proveSeeds.ts';

// Lines are typed, so the interpreter is read first.
vi.setConfig({ testTimeout: 20_000 });

function scenarioNamed(id: string): Scenario {
  const parsed = parseScenario(id, id, readFileSync(`scenarios/${id}/scenario.yaml`, 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}

const scenario = scenarioNamed('the-little-door');

test('a world that came before is counted once, and seeds all', async () => {
  const parts = [1, 1, 2].map((seed) => ({ scenario, seed, part: 0 }));
  expect(await proveSeeds(parts)).toEqual([{ scenario: scenario.id, seeds: 3, worlds: 2, failures: [] }]);
});

test('a seed that cannot be solved by its solution, or need not be, is told', async () => {
  const idle: Scenario = { ...scenario, solution: ['true'], variants: { names: {}, plants: [] } };
  const [unsolved] = await proveSeeds([{ scenario: idle, seed: 1, part: 0 }]);
  expect(unsolved?.failures.map(({ seed }) => seed)).toEqual([1]);
  expect(unsolved?.failures[0]?.reason).toContain('not so: the solution passes. closed: ');
  const [task] = scenario.tasks;
  const met: Scenario = { ...idle, tasks: task ? [{ ...task, checks: [{ check: 'node-ready' }] }] : [] };
  const [free] = await proveSeeds([{ scenario: met, seed: 2, part: 0 }]);
  expect(free?.failures[0]?.reason).toContain('not so: untouched, it scores nothing. the start already meets closed');
});

test('a scenario by other names holds in all it claims, its wrong fixes included', async () => {
  const written = scenarioNamed('the-wrong-flag-state');
  const proofs = await proveRenamed(written, 4);
  expect(proofs.filter(({ holds }) => !holds)).toEqual([]);
  expect(proofs.filter(({ claim }) => claim.startsWith('wrong fix')).length).toBe(written.wrong.length);
});
