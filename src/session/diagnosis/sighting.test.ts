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

/** What is said of a mistake after these lines, in one text. */
async function said(id: string, ...typed: readonly string[]): Promise<string> {
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
