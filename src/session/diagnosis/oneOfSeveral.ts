import { isRisky } from '#engine/config/security.ts';
import type { Node } from '#engine/world/world.ts';
import { ACCESS_SETTINGS, homeBefore, homeOf, inForce, settingCause } from './evidence.ts';
import type { Misconception } from './misconception.ts';

/** W21: one node was mended, and others are as they were. */
export const oneOfSeveral: Misconception = {
  id: 'W21',
  name: 'One node of several',
  rank: 2,
  detect(evidence) {
    const home = homeOf(evidence);
    const before = homeBefore(evidence);
    if (home === null || before === null) return null;
    const mended = ACCESS_SETTINGS.filter(
      (path) => isOpen(before, path) && !isOpen(home, path) && home.kubelet.process !== null,
    );
    for (const node of Object.values(evidence.world.nodes)) {
      if (node.name === home.name) continue;
      const path = mended.find((one) => isOpen(node, one));
      const setting = path === undefined ? null : inForce(node.kubelet.process, path);
      if (setting === null) continue;
      return {
        done: `${home.name} was mended.`,
        happens: `${node.name} still has what was wrong there. Each kubelet reads its own files, and a node that is open is a way into the cluster.`,
        causes: [settingCause(setting, node.name)],
        levels: [
          'How many kubelets are there?',
          `kubectl get nodes lists them; what was mended on ${home.name} is not mended on ${node.name}.`,
          `ssh ${node.name}, and do there what you did on ${home.name}.`,
        ],
      };
    }
    return null;
  },
};

function isOpen(node: Node, path: string): boolean {
  const setting = inForce(node.kubelet.process, path);
  return setting !== null && isRisky(path, setting.value, node.kubelet.version);
}
