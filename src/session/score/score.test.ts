import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import '#shell/terminal/commands.table.ts';
import '#shell/terminal/terminal.ts';
import { parseScenario } from '#packs/parse.ts';
import type { Scenario } from '#packs/schema.ts';
import { repliesIn } from '../prove.ts';
import { startWorld } from '../startWorld.ts';
import { typeLines } from '../terminal/typedLines.ts';
import { scoreOf, scorer } from './score.ts';
import { shares } from './shares.ts';

function scenarioNamed(id: string): Scenario {
  const parsed = parseScenario(id, id, readFileSync(`scenarios/${id}/scenario.yaml`, 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}

async function scored(scenario: Scenario, lines: readonly string[]) {
  const { world, node } = startWorld(scenario);
  const typed = await typeLines(lines, world, node);
  return scoreOf(scenario, world, typed.at(-1)?.world ?? world, node, repliesIn(lines));
}

const ALL = readdirSync('scenarios', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(`scenarios/${entry.name}`).includes('scenario.yaml'))
  .map(({ name }) => name);

test('untouched, every scenario is worth nothing', () => {
  const worth = ALL.map((id) => {
    const scenario = scenarioNamed(id);
    const { world, node } = startWorld(scenario);
    return [id, scorer(scenario, world, node)(world).thousandths];
  });
  expect(worth.filter(([, thousandths]) => thousandths !== 0)).toEqual([]);
  expect(worth.length).toBeGreaterThan(40);
});

test('the solution is worth everything, and half of it a part', async () => {
  const scenario = scenarioNamed('the-flag-that-wins');
  const whole = await scored(scenario, scenario.solution);
  expect([whole.thousandths, whole.damage]).toEqual([1000, []]);
  // Only the stranger is refused: one task of three; of the third nothing counts while it waits.
  const part = await scored(scenario, [
    `sed -i 's/ --anonymous-auth=true//' /usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf`,
    'systemctl daemon-reload && systemctl restart kubelet',
  ]);
  expect([part.thousandths, part.tasks.map(({ points, of, state }) => [points, of, state])]).toEqual([
    333,
    [
      [333, 333, 'met'],
      [0, 334, 'unmet'],
      [0, 333, 'waiting'],
    ],
  ]);
});

test('what must work and does not takes a quarter each, and never more than there is', async () => {
  const scenario = scenarioNamed('the-flag-that-wins');
  const broken = await scored(scenario, [
    'echo "enableDebuggingHandlers: false" >> /var/lib/kubelet/config.yaml',
    ...scenario.solution,
  ]);
  expect([broken.thousandths, broken.damage.map(({ id, points, worked }) => [id, points, worked])]).toEqual([
    500,
    [
      ['logs', 250, true],
      ['exec', 250, true],
    ],
  ]);
  const stopped = await scored(scenario, ['systemctl stop kubelet']);
  expect([stopped.thousandths, stopped.damage.map(({ points }) => points)]).toEqual([0, [0, 0, 0, 0]]);
});

test('a check that held at the start counts once its whole task is met', async () => {
  const scenario = scenarioNamed('the-flag-that-wins');
  const [first] = scenario.tasks;
  if (first === undefined) throw new Error('no task');
  const ready = { check: 'node-ready' } as const;
  const one: Scenario = { ...scenario, tasks: [{ ...first, checks: [...first.checks, ready] }], mustWork: [] };
  expect((await scored(one, ['true'])).tasks[0]?.checks.map(({ points, held }) => [points, held])).toEqual([
    [0, false],
    [0, true],
  ]);
  expect((await scored(one, scenario.solution)).tasks[0]?.checks.map(({ points }) => points)).toEqual([500, 500]);
});

test('shares add up to the whole', () => {
  expect(shares(1000, [1, 1, 1])).toEqual([333, 334, 333]);
  expect(shares(100, [7, 7, 7, 7])).toEqual([25, 25, 25, 25]);
  expect(shares(0, [1, 2])).toEqual([0, 0]);
});
