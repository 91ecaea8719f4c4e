import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import type { Scenario } from '#packs/schema.ts';
import { scenarioOf } from './practice.fixture.ts';
import { prove } from './prove.ts';

// Lines are typed, so the interpreter is read first.
vi.setConfig({ testTimeout: 20_000 });

const scenario = scenarioOf(readFileSync('scenarios/the-flag-that-wins/scenario.yaml', 'utf8'));
const failures = async (change: Partial<Scenario>) =>
  (await prove({ ...scenario, wrong: [], ...change }))
    .filter(({ holds }) => !holds)
    .map(({ claim, reason }) => [claim, reason]);

test('the real scenario holds in all it claims', async () => {
  const proofs = await prove(scenario);
  expect(proofs).toHaveLength(7 + scenario.alternatives.length + scenario.wrong.length);
  expect(proofs.filter(({ holds, reason }) => !holds || reason !== '')).toEqual([]);
});

test('a start that already meets a task is reported', async () => {
  expect(await failures({ start: { ...scenario.start, files: {} } })).toContainEqual([
    'untouched, it scores nothing',
    'the start already meets stranger-refused, insider-refused, stays-closed',
  ]);
});

test('a solution that breaks what must work is reported, however many tasks it meets', async () => {
  const [failure] = await failures({ solution: [...scenario.solution, 'systemctl stop kubelet'] });
  expect(failure?.[1]).toMatch(/node: Expected node01 to be Ready.*; logs: Expected the logs of .* as no kubelet runs/);
});

test('another way is proved like the solution', async () => {
  const alternatives = [{ title: 'Half of it', lines: scenario.solution.slice(0, 1) }];
  expect((await failures({ alternatives }))[0]?.[0]).toBe('so does another way: Half of it');
});

test('a solution that stops half-way is reported with what it leaves unmet', async () => {
  const [failure] = await failures({ solution: scenario.solution.slice(0, 1) });
  expect(failure?.[0]).toBe('the solution passes');
  expect(failure?.[1]).toMatch(/^stranger-refused: Expected 401 for a stranger, got 200\..*; insider-refused: /);
});

test('a solution that waits for a task says which is waited for', async () => {
  const [failure] = await failures({ solution: [] });
  expect(failure?.[1]).toMatch(/stays-closed: \S/);
});

test('a line that fails is reported with what it printed', async () => {
  const solution = ['sed -i s/x/y/ /nowhere'];
  expect(await failures({ solution })).toEqual([
    [
      'the solution passes',
      `"sed -i s/x/y/ /nowhere" ends with 2: sed: can't read /nowhere: No such file or directory`,
    ],
  ]);
});

test('a wrong fix that is right after all, or fails elsewhere, is reported', async () => {
  const wrong = [
    { title: 'Does it right', lines: scenario.solution, unmet: ['stranger-refused'], broken: ['logs'], diagnosis: [] },
  ];
  expect(await failures({ wrong })).toEqual([
    ['wrong fix: Does it right', 'it should fail stranger-refused, logs, but it fails nothing'],
  ]);
});
