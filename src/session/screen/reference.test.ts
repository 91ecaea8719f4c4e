import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseScenario } from '#packs/parse.ts';
import { playOf } from '../play.ts';
import { newRun, play } from '../run.ts';
import { referenceView } from './reference.ts';

test('the learner\u2019s way is compared with the reference by commands, edits and restarts', () => {
  const id = 'the-flag-that-wins';
  const parsed = parseScenario(id, id, readFileSync(`scenarios/${id}/scenario.yaml`, 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { scenario, start, node } = playOf(parsed.scenario, null);
  const path = '/etc/default/kubelet';
  const edited = play(newRun(scenario, start), {
    kind: 'edit',
    path,
    events: [{ type: 'write', node, path, text: '' }],
  });
  const restart = { type: 'restart', node, unit: 'kubelet.service' } as const;
  const run = play(edited, { kind: 'line', node, line: 'systemctl restart kubelet', events: [restart] });
  expect(referenceView(run).comparison).toBe(
    'You needed 1 restart, changed 1 file and sent no requests by curl. It took 1 command and 1 edit of yours, not counting those that only look at a node or lead to one. The way below takes 3 commands, 1 of them to restart the kubelet.',
  );
});

test('a file of two nodes is two files, and to go to a node and back is no command', () => {
  const id = 'the-whole-fleet';
  const parsed = parseScenario(id, id, readFileSync(`scenarios/${id}/scenario.yaml`, 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { scenario, start } = playOf(parsed.scenario, null);
  const path = '/var/lib/kubelet/config.yaml';
  const run = ['node01', 'node02'].reduce(
    (before, node) => play(before, { kind: 'edit', node, path, events: [{ type: 'write', node, path, text: '' }] }),
    newRun(scenario, start),
  );
  const { comparison } = referenceView(run);
  expect(comparison).toContain('changed 2 files');
  expect(comparison).toContain('The way below takes 5 commands, 2 of them to restart the kubelet.');
});
