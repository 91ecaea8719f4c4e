import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { parseScenario } from '#packs/parse.ts';
import type { Scenario } from '#packs/schema.ts';
import { startWorld } from '../startWorld.ts';
import { typeLines } from '../terminal/typedLines.ts';
import { type Gap, lacking } from './case.ts';
import { judge } from './judge.ts';
import { leavesUnsaid } from './unsaid.ts';

// Lines are typed, so the interpreter is read first.
vi.setConfig({ testTimeout: 20_000 });

function scenarioOf(id: string): Scenario {
  const parsed = parseScenario(id, id, readFileSync(`scenarios/${id}/scenario.yaml`, 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}

/** Scenarios whose starts and wrong fixes leave every kind of check unmet. All others are asked where they are proved. */
const SAMPLE = [
  'a-clean-bill-of-health',
  'a-mate-who-commands',
  'a-pass-for-everyone',
  'every-sailor-an-admiral',
  'one-column-too-far',
  'papers-from-the-harbour-master',
  'shut-the-chart-locker',
  'the-stowaway',
  'your-own-seal',
];

/** Each unmet check, untouched and after each wrong fix: of which kind it is, and what it leaves unsaid. */
async function unmetIn(scenario: Scenario): Promise<readonly { readonly kind: string; readonly unsaid: string }[]> {
  const { world, node } = startWorld(scenario);
  const unmet: { kind: string; unsaid: string }[] = [];
  for (const lines of [[], ...scenario.wrong.map((wrong) => wrong.lines)]) {
    const now = (await typeLines(lines, world, node)).at(-1)?.world ?? world;
    const { tasks, mustWork } = judge(scenario, now, node);
    const parts = [
      ...tasks.map(({ task, findings }) => ({ checks: task.checks, findings })),
      ...mustWork.map(({ work, findings }) => ({ checks: work.checks, findings })),
    ];
    for (const { checks, findings } of parts) {
      for (const [index, finding] of findings.entries()) {
        const unsaid = leavesUnsaid(finding, now);
        const kind = checks[index]?.check ?? '';
        if (!finding.holds) unmet.push({ kind, unsaid: unsaid && `${scenario.id}: ${unsaid}: ${finding.words}` });
      }
    }
  }
  return unmet;
}

test('each unmet check says what was expected, what is so, and what stands in the way', async () => {
  const unmet = (await Promise.all(SAMPLE.map((id) => unmetIn(scenarioOf(id))))).flat();
  expect(unmet.flatMap(({ unsaid }) => (unsaid === '' ? [] : [unsaid]))).toEqual([]);
  const kinds = new Set(unmet.map(({ kind }) => kind));
  for (const kind of KINDS) expect(kinds, kind).toContain(kind);
});

const KINDS = [
  'answer',
  'effective',
  'source',
  'logs',
  'exec',
  'node-ready',
  'can',
  'unbound',
  'file',
  'journal-without',
  'serving',
  'approved-only',
  'api-server',
  'static-pod',
  'benchmark',
  'reply',
];

test('a finding that leaves something to guess is found', () => {
  const { world } = startWorld(scenarioOf('the-stowaway'));
  const gap: Gap = { expected: '401', got: '200', because: 'In force: anonymous.enabled true, config.yaml line 4.' };
  const unsaid = (change: Partial<Gap>): string => leavesUnsaid(lacking({ ...gap, ...change }), world);
  expect(unsaid({})).toBe('');
  expect(unsaid({ because: 'The kubelet runs it from /etc/kubernetes/manifests/ballast.yaml.' })).toBe('');
  expect(unsaid({ because: 'ClusterRoleBinding prometheus-node-metrics gives it.' })).toBe('');
  expect(unsaid({ expected: '' })).toMatch(/expected/);
  expect(unsaid({ got: ' ' })).toMatch(/what is so/);
  expect(unsaid({ because: '' })).toMatch(/no reason/);
  expect(unsaid({ because: 'Something is wrong with the file.' })).toMatch(/names no line/);
  expect(unsaid({ because: `${gap.because} `.repeat(12).trim() })).toMatch(/too long/);
  expect(unsaid({ because: 'In force: undefined, default.' })).toMatch(/garbled/);
  expect(leavesUnsaid({ holds: false, words: 'Not solved.', gap: null }, world)).toMatch(/says nothing/);
});
