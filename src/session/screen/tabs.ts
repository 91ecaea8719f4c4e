import type { Run } from '../run.ts';
import type { LearnerStep } from '../step.ts';

/** The files that matter on a node that the scenario says nothing of, where it has them. */
const USUAL_TABS = [
  '/etc/kubernetes/manifests/kube-apiserver.yaml',
  '/var/lib/kubelet/config.yaml',
  '/usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf',
  '/var/lib/kubelet/kubeadm-flags.env',
  '/etc/default/kubelet',
];

/** Which node's files are shown, and whether it is the one that the scenario plays on. */
export interface TabsOf {
  readonly node: string;
  readonly home: boolean;
}

/** The files in a node's tabs: the scenario's or the usual ones, those changed there, those opened; each once, in this order. */
export function tabsOf(run: Run, { node, home }: TabsOf, opened: readonly string[]): readonly string[] {
  const edited = run.played.flatMap(({ step }) => editedBy(step, node, home));
  return [...new Set([...(home ? run.scenario.tabs : USUAL_TABS), ...edited, ...opened])];
}

function editedBy(step: LearnerStep, node: string, home: boolean): readonly string[] {
  if (step.kind !== 'edit') return [];
  return (step.node === undefined ? home : step.node === node) ? [step.path] : [];
}
