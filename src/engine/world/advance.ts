import { certificateMoment } from '../certificates/certified.ts';
import { leapt, lived, nextMoment } from '../controlplane/lifeCycle.ts';
import { settled } from '../controlplane/settle.ts';
import { serviceOptions } from '../host/systemd/service.ts';
import { newLines, type Step, told, withKubelet, withNode } from './change.ts';
import { heldUnit, startAgain } from './service.ts';
import type { Node, World } from './world.ts';

/** No more automatic restarts than this happen in one `advance`: ten minutes of kubeadm's unit. Further ones are counted. */
const MOST_RESTARTS = 60;
/** Nor do more things happen to containers; after a part of them, crash loops take a leap. What is left happens at the next `advance`. */
const MOST_MOMENTS = 1000;
const LEAP = 200;
/** Nor are certificates seen to more often: their renewals of thirty years. */
const MOST_RENEWALS = 60;

/**
 * Lets the simulated clock run: kubelets are started again when systemd's wait for them ends, containers come up, end and are
 * started again, in the order of their times.
 */
export function advance(world: World, milliseconds: number): Step {
  const until = world.now + Math.max(0, milliseconds);
  let current = world;
  let restarts = 0;
  let renewals = 0;
  for (let moments = 0; moments < MOST_MOMENTS; moments += 1) {
    const due = nextDue(current, until, restarts < MOST_RESTARTS, renewals < MOST_RENEWALS);
    if (due === null) break;
    if (moments >= LEAP && due.what === 'containers') {
      const further = leapt(due.node, until);
      if (further !== due.node) {
        current = withNode(current, further);
        continue;
      }
    }
    const before = current;
    current = { ...current, now: Math.max(current.now, due.at) };
    if (due.what === 'kubelet') restarts += 1;
    if (due.what === 'certificates') renewals += 1;
    current = settled(before, due.what === 'certificates' ? current : withNode(current, happened(due, current)));
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

/** What happens next: systemd starts a kubelet, something in a node's containers, or something about certificates anywhere. */
type Due =
  | { readonly what: 'kubelet' | 'containers'; readonly at: number; readonly node: Node }
  | { readonly what: 'certificates'; readonly at: number };

function happened({ what, node }: Due & { readonly node: Node }, world: World): Node {
  return what === 'kubelet' ? startAgain(node, world) : lived(node, world.now);
}

function nextDue(world: World, until: number, restarts: boolean, renewals: boolean): Due | null {
  const certificates = renewals ? certificateMoment(world) : null;
  let found: Due | null =
    certificates === null || certificates > until ? null : { at: certificates, what: 'certificates' };
  for (const name in world.nodes) {
    const node = world.nodes[name];
    if (node === undefined) continue;
    const kubelet = restarts && node.kubelet.state === 'waiting' ? node.kubelet.restartAt : null;
    const containers = nextMoment(node);
    if (kubelet !== null && kubelet <= until && (found === null || kubelet < found.at))
      found = { node, at: kubelet, what: 'kubelet' };
    if (containers !== null && containers <= until && (found === null || containers < found.at)) {
      found = { node, at: containers, what: 'containers' };
    }
  }
  return found;
}
