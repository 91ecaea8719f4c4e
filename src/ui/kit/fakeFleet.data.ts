import type { FleetView } from '#session/view/fleet.ts';

const fine = (text: string) => ({ text, risky: false });
const GLANCE = {
  anonymous: fine('off'),
  authorization: fine('Webhook'),
  clientCA: fine('/etc/kubernetes/pki/ca.crt'),
  readOnlyPort: fine('closed'),
};

/** Three nodes: one as it should be, one that drifted, one whose kubelet does not run. */
export const FAKE_FLEET: FleetView = {
  words: '1 of 3 nodes is not as the ConfigMap kubelet-config says.',
  compared: true,
  nodes: [
    {
      name: 'controlplane',
      role: 'control plane',
      selected: false,
      ready: true,
      standing: 'Ready',
      version: '1.36.3',
      glance: GLANCE,
      drift: [],
      trouble: '',
    },
    {
      name: 'node01',
      role: 'worker',
      selected: true,
      ready: true,
      standing: 'Ready',
      version: '1.36.3',
      glance: { ...GLANCE, readOnlyPort: { text: '10255', risky: true } },
      drift: [
        {
          path: 'readOnlyPort',
          wanted: '0',
          file: null,
          inForce: { text: '10255', source: '--read-only-port=10255, kubelet line 1' },
          place: null,
          risky: true,
          why: 'A flag wins over the file: --read-only-port=10255, kubelet line 1. Without it, a restart brings the ConfigMap’s value.',
        },
      ],
      trouble: '',
    },
    {
      name: 'node02',
      role: 'worker',
      selected: false,
      ready: false,
      standing: 'NotReady',
      version: '1.36.3',
      glance: null,
      drift: [],
      trouble: '',
    },
  ],
};
