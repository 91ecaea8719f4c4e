import { serviceOptions } from '../host/systemd/service.ts';
import { newLines, type Step, told, withKubelet, withNode } from './change.ts';
import { heldUnit, startAgain } from './service.ts';
import type { Node, World } from './world.ts';

/** No more automatic restarts than this happen in one `advance`: ten minutes of kubeadm's unit. Further ones are counted. */
const MOST_RESTARTS = 60;

/** Lets the simulated clock run, starting kubelets again when systemd's wait for them ends, in the order of their times. */
export function advance(world: World, milliseconds: number): Step {
  const until = world.now + Math.max(0, milliseconds);
  let current = world;
  for (let count = 0; count < MOST_RESTARTS; count += 1) {
    const due = nextDue(current, until);
    if (due === null) break;
    current = { ...current, now: Math.max(current.now, due.at) };
    current = withNode(current, startAgain(due.node, current));
  }
  for (const node of Object.values(current.nodes)) current = withNode(current, countedOn(node, until));
  const next = { ...current, now: until };
  const journal = Object.keys(next.nodes).flatMap((name) => newLines(world.nodes[name], next.nodes[name]));
  return { world: next, trace: told(next, { journal }) };
}

/** A crash loop that was not played to its end. Nothing changes in between, so each further start would fail as the last. */
function countedOn(node: Node, until: number): Node {
  const { state, restartAt, restarts } = node.kubelet;
  if (state !== 'waiting' || restartAt === null || restartAt > until) return node;
  // systemd needs a moment for each start, even where it need not wait.
  const period = Math.max(1, serviceOptions(heldUnit(node, until)).restartSec);
  const missed = Math.floor((until - restartAt) / period) + 1;
  return withKubelet(node, { restarts: restarts + missed, restartAt: restartAt + missed * period });
}

function nextDue(world: World, until: number): { readonly node: Node; readonly at: number } | null {
  let found: { node: Node; at: number } | null = null;
  for (const node of Object.values(world.nodes)) {
    const at = node.kubelet.state === 'waiting' ? node.kubelet.restartAt : null;
    if (at === null || at > until) continue;
    if (found === null || at < found.at) found = { node, at };
  }
  return found;
}
