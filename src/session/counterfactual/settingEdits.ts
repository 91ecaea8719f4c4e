import type { HttpRequest } from '#engine/kubelet/exchange.ts';
import { step } from '#engine/world/step.ts';
import { nodeNamed, type World } from '#engine/world/world.ts';
import { afterRestart } from '../judge/fork.ts';
import type { EditPart } from '../view/counterfactual.ts';
import type { Edit } from './edit.ts';
import { runs } from './serviceEdits.ts';
import { SETTINGS } from './settings.table.ts';
import { type FileChange, writeSetting } from './writeSetting.ts';

/** Every setting that can decide about a request, with each value it may be given. */
export function settingEdits(node: string, request: HttpRequest): readonly Edit[] {
  return SETTINGS.filter(({ when }) => when?.(request) ?? true).flatMap((choice) =>
    choice.values.map(
      ({ value, danger, cost }): Edit => ({
        id: `${choice.path} ${JSON.stringify(value)}`,
        slot: choice.path,
        kind: 'setting',
        apply({ world, line }) {
          const at = nodeNamed(world, node);
          const writing = at === undefined ? null : writeSetting(at, choice, value);
          if (writing === null) return null;
          const next = afterRestart(written(world, node, writing.changes), node);
          // A kubelet that does not start answers nobody: no way to get an answer.
          if (!runs(next, node)) return null;
          return {
            situation: { world: next, line },
            parts: writing.changes.map((change) => diffOf(node, change)),
            restart: true,
            sentence: writing.sentence,
            dangers: danger === undefined ? [] : [danger],
            costs: cost === undefined ? [] : [cost],
          };
        },
      }),
    ),
  );
}

function written(world: World, node: string, changes: readonly FileChange[]): World {
  return changes.reduce((now, { path, after }) => step(now, { type: 'write', node, path, text: after }).world, world);
}

/** The lines that go and come, without those that stay. */
function diffOf(node: string, { path, before, after }: FileChange): EditPart {
  const [old, next] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < Math.min(old.length, next.length) && old[head] === next[head]) head += 1;
  let tail = 0;
  const shorter = Math.min(old.length, next.length) - head;
  while (tail < shorter && old.at(-1 - tail) === next.at(-1 - tail)) tail += 1;
  return {
    kind: 'diff',
    node,
    place: { file: path, line: head + 1, node },
    lines: [
      ...old.slice(head, old.length - tail).map((text) => ({ sign: '-', text }) as const),
      ...next.slice(head, next.length - tail).map((text) => ({ sign: '+', text }) as const),
    ],
  };
}
