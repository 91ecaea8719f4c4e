import type { Scenario } from '#packs/schema.ts';

/** The nodes that one may sail without a task. */
export type SandboxBase = Scenario['base'];

export function isSandboxBase(base: string): base is SandboxBase {
  return Object.hasOwn(SANDBOXES, base);
}

/** A scenario that asks nothing: a node of this kind, everything that matters on it in tabs, requests to begin with. */
export function sandbox(base: SandboxBase): Scenario {
  const { title, story, tabs } = SANDBOXES[base];
  return {
    id: `sandbox-${base}`,
    title,
    order: 1,
    minutes: 1,
    difficulty: 1,
    teaches: ['whatever you try'],
    tags: { cis: { profile: 'cis-1.12', ids: [] }, cks: 'Cluster Setup' },
    kubernetes: '1.36.3',
    sinceMinor: 31,
    base,
    story: [...story, ...FREEDOM],
    goal: '',
    start: NO_CHANGES,
    tabs: [...tabs, ...SHARED_TABS],
    requests: REQUESTS,
    tasks: [],
    mustWork: [],
    debrief: [],
    solution: [],
    alternatives: [],
    wrong: [],
  };
}

const NO_CHANGES: Scenario['start'] = {
  files: {},
  copies: {},
  replaced: [],
  removed: [],
  modes: {},
  owners: {},
  sysctls: {},
  nodes: {},
  objects: [],
  deleted: [],
  afterwards: {},
};

const FREEDOM = [
  'Nothing is asked of you here. Change any file, break what you like, ask what you want. Start over brings the node back.',
  'Some things to try: open Attacks beside the request line, and see which of them work. Take one setting away, restart, and try again. Look at Who may do what while you type.',
  'Every file of the node is behind Open file…, and new ones can be made there.',
];

const SHARED_TABS = ['/etc/kubernetes/kubelet.conf', '/etc/kubernetes/manifests/web.yaml', '/etc/hosts'];

const SANDBOXES: Readonly<
  Record<SandboxBase, { readonly title: string; readonly story: readonly string[]; readonly tabs: readonly string[] }>
> = {
  'kubeadm-node': {
    title: 'Sandbox: a kubeadm node',
    story: [
      'A worker as kubeadm join leaves it: a config file, a drop-in for systemd, and two files for further flags.',
    ],
    tabs: [
      '/var/lib/kubelet/config.yaml',
      '/usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf',
      '/var/lib/kubelet/kubeadm-flags.env',
      '/etc/default/kubelet',
      '/usr/lib/systemd/system/kubelet.service',
      '/var/lib/kubelet/instance-config.yaml',
    ],
  },
  'kubeadm-cluster': {
    title: 'Sandbox: a kubeadm cluster',
    story: ['A control plane and two workers, all as kubeadm leaves them. Your shell is on the first worker.'],
    tabs: [
      '/var/lib/kubelet/config.yaml',
      '/usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf',
      '/var/lib/kubelet/kubeadm-flags.env',
      '/etc/default/kubelet',
    ],
  },
  fleet: {
    title: 'Sandbox: a fleet of a hundred nodes',
    story: [
      'A control plane and a hundred workers, configured from one ConfigMap, kubelet-config in kube-system. Some nodes are no longer as it says.',
      'The panel Fleet tells which, and how. Editing the ConfigMap changes no node by itself: kubeadm upgrade node phase kubelet-config does there, and a restart.',
    ],
    tabs: [
      '/var/lib/kubelet/config.yaml',
      '/var/lib/kubelet/kubeadm-flags.env',
      '/etc/default/kubelet',
      '/var/lib/kubelet/instance-config.yaml',
    ],
  },
  'lecture-node': {
    title: 'Sandbox: a node by hand',
    story: ['A worker that was installed by hand: every flag in one unit, no config file, and so the defaults of old.'],
    tabs: ['/etc/systemd/system/kubelet.service'],
  },
};

const REQUESTS: Scenario['requests'] = [
  { label: 'A stranger reads the pods', line: 'curl -sk https://localhost:10250/pods' },
  { label: 'bob, by certificate', line: 'curl -sk https://localhost:10250/pods --cert bob.crt --key bob.key' },
  {
    label: 'Prometheus, by token',
    line: 'curl -sk https://localhost:10250/metrics -H "Authorization: Bearer $(cat prometheus.token)"',
  },
  {
    label: 'The admin reads what is in force',
    line: 'curl -sk https://localhost:10250/configz --cert admin.crt --key admin.key',
  },
  { label: 'The read-only port', line: 'curl -s http://localhost:10255/pods' },
];
