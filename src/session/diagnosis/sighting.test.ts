import { expect, test, vi } from 'vitest';
import { sandbox } from '../sandbox.ts';
import { startWorld } from '../startWorld.ts';
import { typeLines } from '../terminal/typedLines.ts';
import { diagnose } from './diagnose.ts';

// Lines are typed, so the interpreter is read first.
vi.setConfig({ testTimeout: 20_000 });

const { world: start, node: home } = startWorld(sandbox('kubeadm-node'));
const CONFIG = '/var/lib/kubelet/config.yaml';
const RESTART = 'systemctl restart kubelet';

const cluster = startWorld(sandbox('kubeadm-cluster'));

/** What is said of a mistake after these lines, in one text. */
async function said(id: string, ...typed: readonly string[]): Promise<string> {
  return saidIn({ world: start, node: home }, id, typed);
}

async function saidIn({ world: start, node: home }: typeof cluster, id: string, typed: readonly string[]) {
  const world = (await typeLines(typed, start, home)).at(-1)?.world ?? start;
  const found = diagnose({ start, world, home, played: [], typed }).find(
    ({ misconception }) => misconception.id === id,
  );
  if (found === undefined) return '';
  const { done, happens, levels } = found.sighting;
  return [done, happens, ...levels].join(' ');
}

test('W5 names the home that shares most of the way, and of those alike the one that nothing sets', async () => {
  const empty = `sed -i 's/^    enabled: false/  enabled: false/' ${CONFIG}`;
  const anonymous = await said('W5', empty, RESTART);
  expect(anonymous).toContain(
    'authentication.enabled, which is no field of a kubelet: it belongs at authentication.anonymous.enabled',
  );
  expect(anonymous).toContain('runs on with anonymous.enabled false, default');
  const below = `sed -i 's/^    cacheAuthorizedTTL/    enabled: true\\n&/' ${CONFIG}`;
  expect(await said('W5', below, RESTART)).toContain('it belongs at authentication.webhook.enabled');
  const group = `printf 'anonymous:\\n  enabled: false\\n' >> ${CONFIG}`;
  expect(await said('W5', group, RESTART)).toContain('it belongs at authentication.anonymous. ');
});

test('W6 does not blame the lines of a file that is not there', async () => {
  const gone = await said('W6', `rm ${CONFIG}`, RESTART);
  expect(gone).toContain(`names ${CONFIG} for the configuration, and there is no such file`);
  expect(gone).not.toContain('indent');
});

test('W3 speaks of a daemon-reload only where there was one', async () => {
  const edit = 'echo KUBELET_EXTRA_ARGS=--read-only-port=10255 > /etc/default/kubelet';
  expect(await said('W3', edit)).not.toContain('daemon-reload');
  expect(await said('W3', edit, 'systemctl daemon-reload')).toContain('systemd was told to read its units again');
});

test('W14 tells an authority that is another from certificates that nobody signed', async () => {
  const flag = (file: string): string =>
    `ssh controlplane "sed -i 's|    - --client-ca-file|    - --kubelet-certificate-authority=${file}\\n&|' /etc/kubernetes/manifests/kube-apiserver.yaml"`;
  const ask = [`echo 'serverTLSBootstrap: true' >> ${CONFIG}`, RESTART];
  const approve = ['kubectl certificate approve $(kubectl get csr -o name)', 'sleep 20'];
  const wrong = await said('W14', ...ask, ...approve, flag('/etc/kubernetes/pki/front-proxy-ca.crt'), 'sleep 60');
  expect(wrong).toContain('an authority that did not sign what node01 serves');
  expect(await said('W14', flag('/etc/kubernetes/pki/ca.crt'), 'sleep 60')).toContain('signed themselves');
});

test('W9 does not promise a 403 that a binding takes away', async () => {
  expect(await said('W9', `sed -i 's/enabled: false/enabled: true/' ${CONFIG}`, RESTART)).toContain(
    '403 as long as no binding names it',
  );
});

test('W26 sees a binding to a role that gives everything, but not that of the API server', async () => {
  const bind = (whom: string): string =>
    `kubectl create clusterrolebinding new --clusterrole=system:kubelet-api-admin ${whom}`;
  expect(await said('W26', bind('--user=bob'))).toContain('Binding new gives system:kubelet-api-admin to bob');
  expect(await said('W26', bind('--user=kube-apiserver-kubelet-client'))).toBe('');
  expect(await said('W26', 'kubectl create clusterrolebinding new --clusterrole=node-metrics --user=bob')).toBe('');
});

test('W7 sees a flag that no kubelet has, and the one that was meant', async () => {
  const flag = (words: string): string => `echo KUBELET_EXTRA_ARGS=${words} > /etc/default/kubelet`;
  expect(await said('W7', flag('--readonly-port=0'), RESTART)).toContain('The flag is called --read-only-port.');
  expect(await said('W7', flag('--tls-minimum-version=VersionTLS12'), RESTART)).toContain('called --tls-min-version.');
  expect(await said('W7', flag('--kubelet-certificate-authority=/x'), RESTART)).toContain('a kubelet has no such flag');
});

const EXTRA = (words: string): string => `echo 'KUBELET_EXTRA_ARGS=${words}' > /etc/default/kubelet`;

test('a mistake on another node is seen, with its name; one that was there before is not', async () => {
  const edit = `ssh node02 "sed -i 's/enabled: false/enabled: true/' ${CONFIG}"`;
  const seen = await saidIn(cluster, 'W1', [edit]);
  expect(seen).toContain('edited after');
  expect(seen).toContain('On node02: systemctl restart kubelet');
  expect(await saidIn(cluster, 'W24', ['ssh node02 systemctl stop kubelet'])).toContain('On node02: The kubelet was');
  const edited = (await typeLines([edit], cluster.world, cluster.node)).at(-1)?.world ?? start;
  expect(await saidIn({ world: edited, node: cluster.node }, 'W1', [RESTART])).toBe('');
});

test('W2 is silent on a comment, for systemd would start the same', async () => {
  const unit = '/usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf';
  expect(await said('W2', `echo '# note' >> ${unit}`, RESTART)).toBe('');
});

test('W5 and W7 are silent once the file has the word no more', async () => {
  for (const [id, line] of [
    ['W5', 'mode: Webhook'],
    ['W7', 'readonlyPort: 0'],
  ] as const) {
    const write = `echo '${line}' >> ${CONFIG}`;
    expect(await said(id, write, RESTART)).not.toBe('');
    expect(await said(id, write, RESTART, `sed -i '$d' ${CONFIG}`)).toBe('');
  }
});

test('W6 mends what is broken: a kind of value, a kind of file, or the YAML', async () => {
  const number = await said('W6', `echo 'readOnlyPort: "yes"' >> ${CONFIG}`, RESTART);
  expect(number).toContain('Give readOnlyPort a number, without quotes; then restart.');
  const text = await said('W6', `sed -i 's/^authorization:/authorization: Webhook\\nignored:/' ${CONFIG}`, RESTART);
  expect(text).toContain('Give authorization a map');
  expect(await said('W6', `sed -i 's/^kind: .*/kind: Kubelet/' ${CONFIG}`, RESTART)).toContain('kind: KubeletConf');
  expect(await said('W6', `printf '\\tx: 1\\n' >> ${CONFIG}`, RESTART)).toContain('Indent that line');
});

test('W7 leads to the flag that names a mode that no kubelet has', async () => {
  expect(await said('W7', EXTRA('--authorization-mode=RBAC'), RESTART)).toContain('Take --authorization-mode=RBAC out');
  expect(await said('W7', `sed -i 's/mode: Webhook/mode: webhook/' ${CONFIG}`, RESTART)).toContain(
    'authorization.mode:',
  );
});

test('W10 takes no user of the group’s name for strangers, and says where a RoleBinding is', async () => {
  const bind = (rest: string): string => `kubectl create clusterrolebinding x --clusterrole=view ${rest}`;
  expect(await said('W10', bind('--user=system:unauthenticated'))).toBe('');
  expect(await said('W10', bind('--group=system:unauthenticated'))).toContain('Whoever reaches the port');
  const local = 'kubectl create rolebinding x --clusterrole=view --user=system:anonymous -n kube-system';
  expect(await said('W10', local)).toContain('kubectl delete rolebinding x -n kube-system');
});

test('W12 tells a certificate that the cluster’s CA did not sign from an authority that is another', async () => {
  const manifest = '/etc/kubernetes/manifests/kube-apiserver.yaml';
  const other = `ssh controlplane "sed -i 's|apiserver-kubelet-client|front-proxy-client|' ${manifest}"`;
  expect(await said('W12', other, 'sleep 60')).toContain('--kubelet-client-certificate=/etc/kubernetes/pki/apiserver');
  expect(await said('W12', EXTRA('--client-ca-file='), RESTART)).toContain('clientCAFile: /etc/kubernetes/pki/ca.crt');
});

test('W15 does not ask to approve what was denied', async () => {
  const denied = await said(
    'W15',
    `echo 'serverTLSBootstrap: true' >> ${CONFIG}`,
    RESTART,
    'kubectl certificate deny $(kubectl get csr -o name)',
  );
  expect(denied).toContain('was denied');
  expect(denied).not.toContain('NAME');
});

test('W18 knows every flag that is true or false, and passes a space that does no harm', async () => {
  expect(await said('W18', EXTRA('--anonymous_auth false'), RESTART)).toContain('unknown command false');
  expect(await said('W18', EXTRA('--enable-server true'), RESTART)).toContain('unknown command true');
  expect(await said('W18', EXTRA('--authorization-mode Webhook'), RESTART)).toBe('');
  expect(await said('W18', EXTRA('--authorization-mode AlwaysAllow'), RESTART)).toContain('kube-bench');
});

test('W19 does not say of a kubelet that was stopped that nobody knows it any more', async () => {
  expect(await said('W19', "echo '# note' >> /etc/kubernetes/kubelet.conf", 'systemctl stop kubelet')).toBe('');
});

test('W25 is seen behind another command and over ssh, not in words that are only printed', async () => {
  expect(await said('W25', 'systemctl daemon-reload && systemctl kubelet restart')).toContain(
    'systemctl restart kubelet',
  );
  expect(await said('W25', 'ssh node01 systemctl kubelet restart')).toContain('systemctl restart kubelet');
  expect(await said('W25', 'echo systemctl kubelet restart')).toBe('');
  expect(await said('W25', 'systemctl kubelet restart', 'service kubelet restart')).toBe('');
});

test('W26 minds verbs, namespaces and where the star stands, and no labels', async () => {
  const create = (kind: string, rest: string): string => `kubectl create ${kind} r ${rest}`;
  expect(await said('W26', create('clusterrole', "--verb=get --resource='*/proxy'"))).toContain('run commands');
  expect(await said('W26', create('clusterrole', "--verb=get --resource='nodes/*'"))).toContain('gives nothing');
  expect(await said('W26', create('clusterrole', "--verb=list,watch --resource='*'"))).toBe('');
  expect(await said('W26', create('role', "--verb='*' --resource='*'"))).toBe('');
  expect(await said('W26', create('role', '--verb=get --resource=nodes/proxy'))).toContain('nodes are in none');
  expect(
    await said(
      'W26',
      'kubectl label clusterrole cluster-admin a=b',
      'kubectl label clusterrolebinding cluster-admin a=b',
    ),
  ).toBe('');
});

test('W26 promises a kubelet before 1.33 no subresource that it does not know', async () => {
  const old = startWorld({ ...sandbox('kubeadm-node'), kubernetes: '1.31.14' });
  const proxy = ['kubectl create clusterrole r --verb=get --resource=nodes/proxy'];
  expect(await saidIn(old, 'W26', proxy)).toContain('/pods among them, is nodes/proxy until 1.33');
  expect(await said('W26', ...proxy)).toContain('nodes/pods');
});

test('W27 passes one check alone, and whoever looked again by the whole id', async () => {
  const run = 'kube-bench run --targets node';
  expect(await said('W27', `${run} | egrep 4.2.1`)).toContain('a dot matches anything');
  expect(await said('W27', `${run} | grep -F 4.2.1`)).not.toContain('a dot');
  expect(await said('W27', `${run} --check 4.2.1 | grep 4.2.1`)).toBe('');
  expect(await said('W27', `${run} | grep 4.2.1`, `${run} | grep -w '4\\.2\\.1'`)).toBe('');
});
