import { certified } from '../certificates/certified.ts';
import { newLines, type Step, withNode } from '../world/change.ts';
import type { World } from '../world/world.ts';
import { clusterAfter } from './clusterState.ts';
import { lived } from './lifeCycle.ts';
import { withReports } from './reports.ts';

/**
 * What follows in the cluster from what happened to `before`, at once: containers come and go on the nodes that changed, the API
 * server is another, kubelets tell it what is new. A world in which nothing changed is given back as it is.
 */
export function settled(before: World, after: World): World {
  if (before.nodes === after.nodes && before.cluster === after.cluster && before.now === after.now) return after;
  let current = after;
  for (const name in after.nodes) {
    const node = after.nodes[name];
    if (node === undefined || node === before.nodes[name]) continue;
    current = withNode(current, lived(node, after.now));
  }
  const cluster = clusterAfter(before, current);
  const governed = cluster === current.cluster ? current : { ...current, cluster };
  return withReports(before, certified(before, governed));
}

/** A step, settled; what kubelets logged over it is told, too. */
export function settle(before: World, step: Step): Step {
  const world = settled(before, step.world);
  if (world.nodes === step.world.nodes) return { world, trace: step.trace };
  const journal = Object.keys(world.nodes).flatMap((name) => {
    const [old, node] = [step.world.nodes[name], world.nodes[name]];
    return old?.host.journal === node?.host.journal ? [] : newLines(old, node);
  });
  if (journal.length === 0) return { world, trace: step.trace };
  return { world, trace: { ...step.trace, journal: [...step.trace.journal, ...journal] } };
}
