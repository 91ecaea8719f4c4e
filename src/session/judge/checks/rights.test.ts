import { expect, test, vi } from 'vitest';
import type { Check } from '#packs/checks.ts';
import { sandbox } from '../../sandbox.ts';
import { startWorld } from '../../startWorld.ts';
import { sentBy, typeLines } from '../../terminal/typedLines.ts';
import type { Finding } from '../case.ts';
import { findOut } from '../finding.ts';

// Lines are typed, so the interpreter is read first.
vi.setConfig({ testTimeout: 20_000 });

const { world, node } = startWorld(sandbox('kubeadm-node'));

async function found(check: Check, ...lines: readonly string[]): Promise<Finding> {
  const typed = await typeLines(lines, world, node);
  return findOut(check, {
    world: typed.at(-1)?.world ?? world,
    home: node,
    reply: null,
    sent: () => sentBy(typed, world),
  });
}

const PROMETHEUS = { check: 'can', who: 'sa:monitoring/prometheus', verb: 'get', name: '', namespace: '' } as const;
const role = (name: string, what: string): readonly string[] => [
  `kubectl create clusterrole ${name} --verb=get --resource=${what}`,
  `kubectl create clusterrolebinding ${name} --clusterrole=${name} --serviceaccount=monitoring:prometheus`,
];

test('of nodes it is asked by name, as a kubelet does: on none where it is forbidden, on every one where it is wanted', async () => {
  const proxy = { ...PROMETHEUS, resource: 'nodes/proxy', allowed: false } as const;
  const named = await found(proxy, ...role('proxy', 'nodes/proxy --resource-name=node01'));
  expect(named.words).toContain('got yes. ClusterRoleBinding proxy gives ClusterRole proxy');
  const pods = { ...PROMETHEUS, resource: 'nodes/pods', allowed: true } as const;
  const both = 'nodes/pods --resource-name=node01 --resource-name=controlplane';
  expect((await found(pods, ...role('pods', both))).holds).toBe(true);
  expect((await found(pods, ...role('pods', 'nodes/pods --resource-name=node01'))).holds).toBe(false);
  const here = await found({ ...pods, name: 'node01' }, ...role('pods', 'nodes/pods --resource-name=node01'));
  expect(here.holds).toBe(true);
});

test('a RoleBinding that names them is told, and that it counts for nothing here', async () => {
  const stats = { ...PROMETHEUS, resource: 'nodes/stats', allowed: true } as const;
  const finding = await found(
    stats,
    'kubectl create clusterrole stats --verb=get --resource=nodes/stats',
    'kubectl create rolebinding stats -n monitoring --clusterrole=stats --serviceaccount=monitoring:prometheus',
  );
  expect(finding.words).toContain('RoleBinding monitoring/stats gives ClusterRole stats to ServiceAccount prometheus.');
  expect(finding.words).toContain('A RoleBinding counts within its namespace only.');
});

test('the modes of the API server are the same in any order', async () => {
  const check = { check: 'api-server', flag: 'authorization-mode', is: 'Node,RBAC' } as const;
  const manifest = '/etc/kubernetes/manifests/kube-apiserver.yaml';
  const turned = await found(check, `ssh controlplane "sed -i 's/=Node,RBAC/=RBAC,Node/' ${manifest}"`, 'sleep 120');
  expect(turned).toMatchObject({ holds: true, words: 'The API server runs with authorization-mode RBAC,Node.' });
});

test('a kubelet that is known and may not report is not called unknown', async () => {
  const manifest = '/etc/kubernetes/manifests/kube-apiserver.yaml';
  const alone = `ssh controlplane "sed -i 's/=Node,RBAC/=RBAC/' ${manifest}"`;
  const finding = await found({ check: 'node-ready' }, alone, 'sleep 120');
  expect(finding.words).toMatch(/knows it as system:node:node01, and does not let it report. On controlplane, .*=RBAC/);
});

test('what a kubelet remembers is told as remembered', async () => {
  const ask = 'curl -sk https://localhost:10250/pods --cert bob.crt --key bob.key';
  const check = { check: 'answer', who: 'bob', line: ask, is: '200' } as const;
  const bound = 'kubectl create clusterrolebinding bob --clusterrole=system:kubelet-api-admin --user=bob';
  expect((await found(check, ask, bound)).words).toContain('So it was when it was asked. As a rule it forgets a no');
  const gone = await found({ ...check, is: '403' }, bound, ask, 'kubectl delete clusterrolebinding bob');
  expect(gone.words).toContain('remembers a yes, by what held when it asked: ClusterRoleBinding bob gives');
});

test('what was approved stays approved, although its request was deleted', async () => {
  const check: Check = { check: 'approved-only', nodes: ['controlplane'] };
  const lines = [
    "echo 'serverTLSBootstrap: true' >> /var/lib/kubelet/config.yaml",
    'systemctl restart kubelet',
    'kubectl certificate approve $(kubectl get csr -o name)',
    'kubectl delete csr --all',
  ];
  const finding = await found(check, ...lines);
  expect(finding.words).toMatch(/of system:node:node01 was approved. That it was deleted takes no certificate back/);
  expect((await found({ ...check, nodes: ['node01'] }, ...lines)).holds).toBe(true);
});
