import { KUBELET_UNIT } from '#engine/host/unit.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import type { GridCellView, OutlookView } from '../view/grid.ts';
import { WORDS } from './words.ts';

/** What a restart would do to a grid's cells, and whether it would succeed at all. `after` is the world behind it. */
export function outlookOf(before: World, after: World, node: string, cells: readonly GridCellView[]): OutlookView {
  const counts = countsOf(cells);
  const { closes, opens, others } = counts;
  const old = before.nodes[node]?.kubelet.process ?? null;
  const kubelet = after.nodes[node]?.kubelet;
  const verb = old === null ? 'start' : 'restart';
  if (kubelet === undefined || kubelet.process === null) {
    return { kind: 'fails', ...counts, words: WORDS.fails(verb, closes, reasonOf(after, node)) };
  }
  if (old !== null && kubelet.process.pid === old.pid) {
    const refused = step(after, { type: 'restart', node, unit: KUBELET_UNIT }).trace;
    const reason = refused.kind === 'action' ? refused.stderr.trim() : '';
    return { kind: 'kept', ...counts, words: WORDS.kept(reason) };
  }
  const kind = closes + opens + others === 0 ? 'same' : 'differs';
  return { kind, ...counts, words: kind === 'same' ? WORDS.same(verb) : WORDS.differs(verb, counts) };
}

function countsOf(cells: readonly GridCellView[]): Pick<OutlookView, 'closes' | 'opens' | 'others'> {
  let [closes, opens, others] = [0, 0, 0];
  for (const { state, after } of cells) {
    if (after === null) continue;
    const [was, willBe] = [state === 'allowed', after.state === 'allowed'];
    if (was === willBe) others += 1;
    else if (was) closes += 1;
    else opens += 1;
  }
  return { closes, opens, others };
}

/** Why no kubelet runs: its own last error, else the last line of the journal. */
function reasonOf(world: World, nodeName: string): string {
  const node = world.nodes[nodeName];
  const error = node?.kubelet.lastExit?.error ?? '';
  return error === '' ? (node?.host.journal.at(-1)?.text ?? '') : error;
}
