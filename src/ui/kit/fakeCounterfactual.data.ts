import type { SessionCounterfactual } from '#session/view/counterfactual.ts';
import { DROPIN } from './fakeView.data.ts';

/** A search that is over: a credential, a role, and a dangerous setting. */
export const FAKE_COUNTERFACTUAL: SessionCounterfactual = {
  view: () => ({
    state: 'found',
    tried: 24,
    pairs: false,
    impossible: null,
    results: [
      {
        id: 'as admin',
        sentences: ['Ask as admin.'],
        outcome: 'kubernetes-admin got in.',
        parts: [{ kind: 'line', text: 'curl -sk https://localhost:10250/pods --cert admin.crt --key admin.key' }],
        dangers: [],
        costs: [],
        ask: 'curl -sk https://localhost:10250/pods --cert admin.crt --key admin.key',
      },
      {
        id: 'grant bob',
        sentences: ['Let bob get nodes/pods on node01, and nothing else.'],
        outcome: 'bob got in.',
        parts: [
          { kind: 'yaml', text: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\n' },
          { kind: 'wait', seconds: 30 },
        ],
        dangers: [],
        costs: [],
        ask: null,
      },
      {
        id: 'anonymous',
        sentences: ['Set anonymous.enabled to true, config.yaml line 4.'],
        outcome: 'A stranger got in.',
        parts: [
          {
            kind: 'diff',
            node: 'node01',
            place: { file: DROPIN, line: 4 },
            lines: [
              { sign: '-', text: '    enabled: false' },
              { sign: '+', text: '    enabled: true' },
            ],
          },
          { kind: 'command', on: 'node01', text: 'systemctl daemon-reload && systemctl restart kubelet' },
        ],
        dangers: ['Whoever reaches the port and shows nothing is taken for system:anonymous then.'],
        costs: ['Nobody checks tokens outcome: no ServiceAccount is known here.'],
        ask: null,
      },
    ],
  }),
  advance: () => false,
};
