import { KUBELET_UNIT } from '#engine/host/unit.ts';
import { step } from '#engine/world/step.ts';
import { nodeNamed, type World } from '#engine/world/world.ts';
import { afterRestart } from '../judge/fork.ts';
import { differsFromRunning, previewReload } from '../preview.ts';
import type { WantedAnswer } from '../view/counterfactual.ts';
import type { Edit } from './edit.ts';
import { WORDS } from './words.ts';

/** A restart that was owed anyway, or a start; and a stop, which is the end of every answer. */
export function serviceEdits(node: string, wanted: WantedAnswer): readonly Edit[] {
  const restart: Edit = {
    id: 'restart',
    slot: 'service',
    kind: 'nothing',
    apply({ world, line }) {
      const before = nodeNamed(world, node);
      const next = afterRestart(world, node);
      if (before === undefined || !runs(next, node)) return null;
      const owed = differsFromRunning(before, previewReload(before));
      return {
        situation: { world: next, line },
        parts: [],
        restart: true,
        sentence: !runs(world, node) ? WORDS.start : owed ? WORDS.restart : WORDS.forget,
        dangers: [],
        costs: [],
      };
    },
  };
  const stop: Edit = {
    id: 'stop',
    slot: 'service',
    kind: 'service',
    apply: ({ world, line }) => ({
      situation: { world: step(world, { type: 'stop', node, unit: KUBELET_UNIT }).world, line },
      parts: [{ kind: 'command', on: node, text: 'systemctl stop kubelet' }],
      restart: false,
      sentence: WORDS.stop,
      dangers: [],
      costs: [WORDS.stopped],
    }),
  };
  return wanted === 'refused' ? [restart, stop] : [restart];
}

/** Whether a node's kubelet runs. */
export function runs(world: World, node: string): boolean {
  const process = nodeNamed(world, node)?.kubelet.process ?? null;
  return process !== null;
}
