import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import '#shell/terminal/commands.table.ts';
import '#shell/terminal/terminal.ts';
import { parseScenario } from '#packs/parse.ts';
import { startWorld } from '../startWorld.ts';
import { typeLines } from '../terminal/typedLines.ts';
import { isSolved, judge } from './judge.ts';

async function judged(id: string, lines: readonly string[]) {
  const parsed = parseScenario(id, id, readFileSync(`scenarios/${id}/scenario.yaml`, 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { world, node } = startWorld(parsed.scenario);
  const typed = await typeLines(lines, world, node);
  return judge(parsed.scenario, typed.at(-1)?.world ?? world, node);
}

const CLOSE = "sed -i '/anonymous:/,+1s/true/false/; s/mode: AlwaysAllow/mode: Webhook/' /var/lib/kubelet/config.yaml";
const OPEN = "sed -i '/anonymous:/,+1s/false/true/; s/mode: Webhook/mode: AlwaysAllow/' /var/lib/kubelet/config.yaml";

test('what is so now and would not be after the next restart is not solved, and says why', async () => {
  const judgement = await judged('run-ashore', [CLOSE, 'systemctl restart kubelet', OPEN]);
  expect(isSolved(judgement)).toBe(false);
  const [first] = judgement.tasks;
  expect([first?.state, first?.findings[0]?.words]).toEqual([
    'unmet',
    'It is so now, but would not be after the next restart. Expected 401 for a stranger, got 200. In force: anonymous.enabled true, config.yaml line 4.',
  ]);
  expect(isSolved(await judged('run-ashore', [CLOSE, 'systemctl restart kubelet']))).toBe(true);
});

test('while something is still to be done, files may be in the making', async () => {
  const { tasks } = await judged('run-ashore', [
    "sed -i '/anonymous:/,+1s/true/false/' /var/lib/kubelet/config.yaml",
    'systemctl restart kubelet',
    OPEN,
  ]);
  expect(tasks.map(({ state }) => state)).toEqual(['met', 'met', 'unmet']);
});
