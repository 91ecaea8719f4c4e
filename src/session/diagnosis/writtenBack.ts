import { settingAt } from '#engine/config/effective.ts';
import { isRisky } from '#engine/config/security.ts';
import { shortPath, valueText } from '#engine/explain/cause.ts';
import { KUBEADM_PATHS } from '#engine/kubeadm/files.ts';
import { afterUpgrade } from '../judge/fork.ts';
import { ACCESS_SETTINGS, homeOf, inForce, isEdited } from './evidence.ts';
import type { Misconception } from './misconception.ts';

/** W22: the file was mended on the node, and the next kubeadm upgrade writes it back. */
export const writtenBack: Misconception = {
  id: 'W22',
  name: 'Written back by the next upgrade',
  rank: 3,
  detect(evidence) {
    const home = homeOf(evidence);
    if (home === null || home.kubelet.process === null || !isEdited(evidence, KUBEADM_PATHS.config)) return null;
    const later = afterUpgrade(evidence.world, home.name).nodes[home.name]?.kubelet.process;
    if (!later) return null;
    const lost = ACCESS_SETTINGS.find((path) => {
      const now = inForce(home.kubelet.process, path);
      const then = settingAt(later.config, path);
      const good = now !== null && !isRisky(path, now.value, home.kubelet.version);
      return good && then !== null && isRisky(path, then.value, home.kubelet.version);
    });
    if (lost === undefined) return null;
    const then = settingAt(later.config, lost);
    return {
      done: `config.yaml of ${home.name} was mended by hand.`,
      happens: `kubeadm upgrade node writes that file anew from the ConfigMap kubelet-config, where ${shortPath(lost)} is ${valueText(then?.value ?? null)}: the door is open again after the next restart.`,
      causes: [
        {
          kind: 'text',
          label: `ConfigMap kube-system/kubelet-config: ${shortPath(lost)} ${valueText(then?.value ?? null)}`,
        },
      ],
      levels: [
        'Who else writes config.yaml?',
        'kubeadm does, from a ConfigMap in kube-system.',
        'kubectl -n kube-system edit configmap kubelet-config, and mend it there as well.',
      ],
    };
  },
};
