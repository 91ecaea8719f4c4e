import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { parseScenario } from '#packs/parse.ts';
import type { Scenario } from '#packs/schema.ts';
import { startWorld } from '../startWorld.ts';
import { typeLines } from '../terminal/typedLines.ts';
import { judge } from './judge.ts';
import { wordsOf } from './wordsOf.ts';

// Lines are typed, so the interpreter is read first.
vi.setConfig({ testTimeout: 20_000 });

function scenarioOf(id: string): Scenario {
  const parsed = parseScenario(id, id, readFileSync(`scenarios/${id}/scenario.yaml`, 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}

const strangers = scenarioOf('strangers-on-board');
const five = scenarioOf('401-or-403');
const starts = new Map([strangers, five].map((scenario) => [scenario.id, startWorld(scenario)]));

/** What is said of each task and of what must work, by id, after one of a scenario's wrong fixes; '' for none. */
async function said(scenario: Scenario, wrong: string): Promise<Readonly<Record<string, string>>> {
  const start = starts.get(scenario.id);
  if (start === undefined) throw new Error(scenario.id);
  const lines = scenario.wrong.find(({ title }) => title.startsWith(wrong))?.lines ?? [];
  const typed = await typeLines(wrong === '' ? [] : lines, start.world, start.node);
  const world = typed.at(-1)?.world ?? start.world;
  const { tasks, mustWork } = judge(scenario, world, start.node);
  return Object.fromEntries([
    ...tasks.map(({ task, findings }) => [task.id, wordsOf(findings)]),
    ...mustWork.map(({ work, findings }) => [work.id, wordsOf(findings)]),
  ]);
}

test('while strangers are welcome, the API server is one of them, and that is said', async () => {
  const { logs, exec } = await said(strangers, '');
  expect(logs).toBe('The API server is let in as a stranger, like anybody, and logs come back.');
  expect(exec).toBe('The API server is let in as a stranger, like anybody, and the command runs.');
});

test('a certificate that nobody asked for is named as what stands in the way, not what came after', async () => {
  const { 'insider-refused': bob, logs } = await said(strangers, 'Refuses strangers without');
  const why = 'The certificate was never asked for. In force: x509.clientCAFile "", default.';
  expect(bob).toBe(`Expected 403 for bob, got 401. ${why}`);
  expect(logs).toBe(`Expected the logs of default/web-node01/nginx for the API server, got 401. ${why}`);
});

test('a token that is not looked at is, too, with the flag that keeps it so', async () => {
  expect(await said(five, '')).toMatchObject({
    stranger: 'Expected 401 for a stranger, got 403. In force: anonymous.enabled true, config.yaml line 4.',
    prometheus:
      'Expected 200 for Prometheus, got 403. Tokens are not looked at. In force: --authentication-token-webhook=false, default/kubelet line 1, although config.yaml says webhook.enabled true.',
    'read-only':
      'Expected nobody to answer anybody at 10255, got 200. In force: --read-only-port=10255, kubeadm-flags.env line 1. Expected readOnlyPort to be 0, got 10255.',
  });
});

const STILL =
  'got no answer at all, as no kubelet runs. The kubelet of node01 is stopped. The journal says: “Stopped kubelet.service - Kubernetes Kubelet”.';

test('a port that lies dead with its kubelet is not taken for a shut one', async () => {
  expect(await said(strangers, 'Stops the kubelet')).toMatchObject({
    'read-only-closed': `Expected nobody to answer anybody at 10255, ${STILL} Expected readOnlyPort to be 0, got nothing in force, as no kubelet runs.`,
    logs: `Expected the logs of default/web-node01/nginx for the API server, ${STILL}`,
  });
  expect(await said(strangers, 'Leaves AlwaysAllow')).toMatchObject({
    'read-only-closed': 'Anybody at 10255 finds nobody there. --read-only-port=0, kubelet.service line 20.',
  });
});
