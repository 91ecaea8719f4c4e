import { expect, test } from 'vitest';
import { newRun, play, type Run, undo } from '../run.ts';
import { sandbox } from '../sandbox.ts';
import { startWorld } from '../startWorld.ts';
import { everMet } from './everMet.ts';
import { judge } from './judge.ts';

const task = { title: 'x', weight: 1, afterRestart: false, afterUpgrade: false, after: [] };
const scenario = {
  ...sandbox('kubeadm-node'),
  tasks: [
    { ...task, id: 'stopped', checks: [{ check: 'kubelet', is: 'stopped' } as const] },
    { ...task, id: 'again', checks: [{ check: 'kubelet', is: 'running' } as const], after: ['stopped'] },
  ],
};
const { world, node } = startWorld(scenario);
const unit = 'kubelet.service';

function met(run: Run): readonly string[] {
  const judgement = judge(scenario, run.played.at(-1)?.world ?? world, node);
  return everMet(judgement, run, node).tasks.flatMap(({ task: { id }, state }) => (state === 'met' ? [id] : []));
}

test('what was met stays met, until it is undone', () => {
  const start = newRun(scenario, world);
  const stopped = play(start, { kind: 'stop', events: [{ type: 'stop', node, unit }] });
  const again = play(stopped, { kind: 'start', events: [{ type: 'start', node, unit }] });
  expect([start, stopped, again, undo(again), undo(undo(again))].map(met)).toEqual([
    [],
    ['stopped'],
    ['stopped'],
    ['stopped'],
    [],
  ]);
});
