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
    'You needed 1 restart, changed 1 file and sent the kubelet no requests. It took 1 command and 1 edit of yours. The way below takes 3 commands, 1 of them to restart the kubelet.',
  );
});
