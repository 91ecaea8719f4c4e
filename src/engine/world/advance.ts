import { newLines, type Step, told, withNode } from './change.ts';
import { startAgain } from './service.ts';
import type { Node, World } from './world.ts';

/** No more automatic restarts than this happen in one `advance`; a loop faster than that is only counted on. */
const MOST_RESTARTS = 500;

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
  const next = { ...current, now: until };
  const journal = Object.keys(next.nodes).flatMap((name) => newLines(world.nodes[name], next.nodes[name]));
  return { world: next, trace: told(next, { journal }) };
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
