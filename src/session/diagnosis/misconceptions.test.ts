import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { World } from '#engine/world/world.ts';
import { parseScenario } from '#packs/parse.ts';
import { sandbox } from '../sandbox.ts';
import { startWorld } from '../startWorld.ts';
import { typeLines } from '../terminal/typedLines.ts';
import { diagnose } from './diagnose.ts';
import type { Evidence } from './misconception.ts';
import { MISCONCEPTIONS } from './misconceptions.table.ts';

const CONFIG = '/var/lib/kubelet/config.yaml';
const DROP_IN = '/usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf';
const RESTART = 'systemctl restart kubelet';
const set = (from: string, to: string, file = CONFIG): string => `sed -i 's|${from}|${to}|' ${file}`;

const bases = {
  'kubeadm-node': startWorld(sandbox('kubeadm-node')),
  'lecture-node': startWorld(sandbox('lecture-node')),
  'kubeadm-cluster': startWorld(sandbox('kubeadm-cluster')),
};

async function evidence(base: keyof typeof bases, lines: readonly string[]): Promise<Evidence> {
  const { world: start, node: home } = bases[base];
  const typed = await typeLines(lines, start, home);
  return { start, world: typed.at(-1)?.world ?? start, home, played: [], typed: lines };
}

const seen = (given: Evidence): readonly string[] => diagnose(given).map(({ misconception }) => misconception.id);

/** What is typed, on which base, so that each must speak. */
const SPOKEN: Readonly<Record<string, readonly [keyof typeof bases, readonly string[]]>> = {
  W1: ['kubeadm-node', [set('enabled: false', 'enabled: true')]],
  W2: ['kubeadm-node', [set('--config=', '--anonymous-auth=true --config=', DROP_IN), RESTART]],
  W3: ['kubeadm-node', [set('--config=', '--anonymous-auth=true --config=', DROP_IN), 'systemctl daemon-reload']],
  W4: ['kubeadm-node', ['echo KUBELET_EXTRA_ARGS=--authorization-mode=AlwaysAllow > /etc/default/kubelet', RESTART]],
  W5: ['kubeadm-node', [set('^authentication:', 'authentication:\\n  mode: Webhook'), RESTART]],
  W6: ['kubeadm-node', [set('^authorization:', 'authorization: Webhook\\nignored:'), RESTART]],
  W7: ['kubeadm-node', [set('mode: Webhook', 'mode: AlwaysDeny'), RESTART]],
  W8: ['kubeadm-node', [set('mode: Webhook', 'mode: AlwaysAllow'), RESTART]],
  W9: ['kubeadm-node', [set('enabled: false', 'enabled: true'), RESTART]],
  W10: ['kubeadm-node', ['kubectl create clusterrolebinding open --clusterrole=cluster-admin --user=system:anonymous']],
  W11: ['kubeadm-node', [`echo 'readOnlyPort: 10255' >> ${CONFIG}`, RESTART]],
  W12: ['kubeadm-node', [set('    clientCAFile: .*', ''), RESTART]],
  W13: ['kubeadm-node', [set('pki/ca.crt', 'pki/nowhere.crt'), RESTART]],
  W14: [
    'kubeadm-cluster',
    [
      'ssh controlplane',
      "sed -i 's|    - --kubelet-client-key|    - --kubelet-certificate-authority=/etc/kubernetes/pki/ca.crt\\n&|' /etc/kubernetes/manifests/kube-apiserver.yaml",
      'exit',
      'sleep 60',
    ],
  ],
  W15: ['kubeadm-node', [`echo 'serverTLSBootstrap: true' >> ${CONFIG}`, RESTART]],
  W16: ['kubeadm-node', ['sysctl -w vm.panic_on_oom=1', `echo 'protectKernelDefaults: true' >> ${CONFIG}`, RESTART]],
  W17: [
    'kubeadm-node',
    [
      set('^\\[Service\\]', '[Service]\\nEnvironment="KUBELET_AUTHZ_ARGS=--authorization-mode=Webhook"', DROP_IN),
      'systemctl daemon-reload',
      RESTART,
    ],
  ],
  W18: ['kubeadm-node', ['echo KUBELET_EXTRA_ARGS=--anonymous-auth false > /etc/default/kubelet', RESTART]],
  W19: ['kubeadm-node', ["echo 'authorization: {mode: Webhook}' >> /etc/kubernetes/kubelet.conf", RESTART]],
  W20: [
    'kubeadm-cluster',
    [
      set('enabled: false', 'enabled: true'),
      RESTART,
      'ssh controlplane',
      "sed -i 's|    - --allow-privileged|    - --anonymous-auth=false\\n&|' /etc/kubernetes/manifests/kube-apiserver.yaml",
      'exit',
    ],
  ],
  W23: ['kubeadm-node', [`chmod 600 ${CONFIG}`, `chmod 644 ${CONFIG} && chmod 640 ${CONFIG}`]],
  W24: ['kubeadm-node', ['systemctl stop kubelet']],
  W25: ['kubeadm-node', ['systemctl kubelet restart']],
  W26: ['kubeadm-node', ['kubectl create clusterrole reader --verb=get --resource=nodes/proxy']],
  W27: ['kubeadm-node', ['kube-bench run --targets node | grep 4.2.1']],
};

const good: Evidence[] = [];

beforeAll(async () => {
  good.push(await evidence('kubeadm-node', []), await evidence('kubeadm-cluster', [RESTART, 'kubectl get nodes']));
  for (const id of ['strangers-on-board', 'the-flag-that-wins', '401-or-403']) {
    const parsed = parseScenario(id, id, readFileSync(`scenarios/${id}/scenario.yaml`, 'utf8'));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { world: start, node: home } = startWorld(parsed.scenario);
    const typed = await typeLines(parsed.scenario.solution, start, home);
    good.push({
      start,
      world: typed.at(-1)?.world ?? start,
      home,
      played: [],
      typed: [...parsed.scenario.solution],
    });
  }
});

test('every mistake of the catalogue has its detector, in order', () => {
  expect(MISCONCEPTIONS.map(({ id }) => id)).toEqual(Array.from({ length: 27 }, (_, index) => `W${index + 1}`));
});

for (const [id, [base, lines]] of Object.entries(SPOKEN)) {
  test(`${id} is seen where it was made`, async () => {
    expect(seen(await evidence(base, lines))).toContain(id);
  });
}

test('W17 is a variable that another line gives its value, too, and not one that was set again on purpose', async () => {
  const more = (text: string, folder = '/etc/systemd/system/kubelet.service.d'): readonly string[] => [
    `mkdir -p ${folder}; printf '[Service]\\nEnvironment="${text}"\\n' > ${folder}/20-more.conf`,
    'systemctl daemon-reload',
    RESTART,
  ];
  const [lost] = diagnose(await evidence('kubeadm-node', more('KUBELET_EXTRA_ARGS=--anonymous-auth=true'))).filter(
    ({ misconception }) => misconception.id === 'W17',
  );
  expect(lost?.sighting.happens).toContain('beats every Environment=');
  expect(lost?.sighting.levels[2]).toBe(
    'Put the flags into default/kubelet line 1, or the setting into the config file.',
  );
  const again = await evidence('kubeadm-node', more('KUBELET_CONFIG_ARGS=--config=/var/lib/kubelet/config.yaml --v=4'));
  expect(seen(again)).not.toContain('W17');
  const empty = await evidence('kubeadm-node', [
    'rm /etc/default/kubelet',
    ...more('KUBELET_EXTRA_ARGS=--anonymous-auth=true'),
  ]);
  expect(seen(empty)).not.toContain('W17');
});

test('W27 is a pattern that other ids of the report begin with, and no other', () => {
  const { world, node } = bases['kubeadm-node'];
  const sees = (line: string): boolean =>
    seen({ start: world, world, home: node, played: [], typed: [`kube-bench run --targets node | ${line}`] }).length >
    0;
  expect(['grep 4.2.1', "grep '4\\.2\\.1'", 'grep "4.1.1" | wc -l', 'grep -E "4.1.9|4.2.1"'].map(sees)).toEqual(
    Array.from({ length: 4 }, () => true),
  );
  expect(['grep -w 4.2.1', 'grep "4.2.1 "', 'grep 4.2.2', "grep '4\\.2\\.1\\b'", 'grep FAIL'].map(sees)).toEqual(
    Array.from({ length: 5 }, () => false),
  );
});

test('in worlds that are right all stay silent', () => {
  expect(good).toHaveLength(5);
  for (const given of good) expect(seen(given)).toEqual([]);
});

test('W21 is seen when the other node is still open, W22 when the ConfigMap still says so', async () => {
  const { world, node } = bases['kubeadm-cluster'];
  const open = (of: World, lines: readonly string[]) => typeLines(lines, of, node);
  const broken = (
    await open(world, [
      set('enabled: false', 'enabled: true'),
      RESTART,
      'ssh node02',
      set('enabled: false', 'enabled: true'),
      RESTART,
      'exit',
      "kubectl -n kube-system get cm kubelet-config -o yaml | sed 's/enabled: false/enabled: true/' | kubectl replace -f -",
    ])
  ).at(-1)?.world;
  if (broken === undefined) throw new Error('nothing was typed');
  const mended = (await open(broken, [set('enabled: true', 'enabled: false'), RESTART])).at(-1)?.world ?? broken;
  expect(seen({ start: broken, world: mended, home: node, played: [], typed: [] })).toEqual(['W21', 'W22']);
});
