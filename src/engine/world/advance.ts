import { certificateMoment } from '../certificates/certified.ts';
import { leapt, lived, nextMoment } from '../controlplane/lifeCycle.ts';
import { settled } from '../controlplane/settle.ts';
import { serviceOptions } from '../host/systemd/service.ts';
import { newLines, type Step, told, withHost, withKubelet, withNode } from './change.ts';
import { heldUnit, startAgain } from './service.ts';
import type { Node, World } from './world.ts';

/**
 * So many automatic restarts of a kubelet are played before its crash loop leaps over those that would fail as the last did,
 * and so many after, so that the end is what the world of then makes of it.
 */
const PLAYED_FIRST = 10;
const PLAYED_LAST = 10;
/** When all kubelets together have been started so often in one `advance`, only the last of a crash loop is played. */
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
  const played = new Map<string, number>();
  let restarts = 0;
  let renewals = 0;
  for (let moments = 0; moments < MOST_MOMENTS; moments += 1) {
    const due = nextDue(current, until, renewals < MOST_RENEWALS);
    if (due === null) break;
    if (due.what === 'containers' && moments >= LEAP) {
      const further = leapt(due.node, until);
      if (further !== due.node) {
        current = withNode(current, further);
        continue;
      }
    }
    if (due.what === 'kubelet') {
      const { name } = due.node;
      const tired = restarts >= MOST_RESTARTS;
      if (tired || (played.get(name) ?? 0) >= PLAYED_FIRST) {
        const quiet = tired ? until : (nextDue(current, until, renewals < MOST_RENEWALS, false)?.at ?? until);
        const further = withoutRestarts(due.node, quiet, tired ? 1 : PLAYED_LAST, tired);
        if (further !== due.node) {
          current = withNode(current, further);
          continue;
        }
      }
      played.set(name, (played.get(name) ?? 0) + 1);
      restarts += 1;
    }
    const before = current;
    current = { ...current, now: Math.max(current.now, due.at) };
    if (due.what === 'certificates') renewals += 1;
    current = settled(before, due.what === 'certificates' ? current : withNode(current, happened(due, current)));
  }
  for (const node of Object.values(current.nodes)) current = withNode(current, withoutRestarts(node, until, 0, true));
  const next = { ...current, now: until };
  const journal = Object.keys(next.nodes).flatMap((name) => newLines(world.nodes[name], next.nodes[name]));
  return { world: next, trace: told(next, { journal }) };
}

/**
 * A node whose crash loop went on until `quiet`, all but the `last` restarts of that time: nothing changes in between, so each
 * start fails as the one before. The node itself where there is nothing to leap over.
 */
function withoutRestarts(node: Node, quiet: number, last: number, tired: boolean): Node {
  const { restartAt: at, restarts, starts, lastExit, ended } = node.kubelet;
  if (node.kubelet.state !== 'waiting' || at === null || lastExit === null) return node;
  const { restartSec, startLimitBurst, startLimitInterval } = serviceOptions(heldUnit(node, at));
  // systemd needs a moment for each start, even where it need not wait.
  const period = Math.max(1, restartSec);
  const missed = Math.floor((quiet - at) / period) + 1 - last;
  // With starts left to the limit the loop may yet end by it.
  const limited = !tired && startLimitInterval > 0 && startLimitBurst > starts.length;
  if (missed <= 0 || limited) return node;
  const time = missed * period;
  const leapt = withKubelet(node, {
    restarts: restarts + missed,
    restartAt: at + time,
    starts: starts.map((start) => start + time),
    lastExit: { ...lastExit, at: lastExit.at + time },
  });
  if (ended?.at !== lastExit.at) return leapt;
  // Each start that came to a process took a pid.
  const later = { ...ended, pid: ended.pid + missed, startedAt: ended.startedAt + time, at: ended.at + time };
  return withHost(withKubelet(leapt, { ended: later }), { nextPid: node.host.nextPid + missed });
}

/** What happens next: systemd starts a kubelet, something in a node's containers, or something about certificates anywhere. */
type Due =
  | { readonly what: 'kubelet' | 'containers'; readonly at: number; readonly node: Node }
  | { readonly what: 'certificates'; readonly at: number };

function happened({ what, node }: Due & { readonly node: Node }, world: World): Node {
  return what === 'kubelet' ? startAgain(node, world) : lived(node, world.now);
}

function nextDue(world: World, until: number, renewals: boolean, restarts = true): Due | null {
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
