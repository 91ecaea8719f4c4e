import fc from 'fast-check';
import { expect, test } from 'vitest';
import { objectAt, textAt } from '#engine/apiserver/json.ts';
import { readText } from '#engine/host/files.ts';
import { KUBELET_UNIT } from '#engine/host/unit.ts';
import { BASES } from '#engine/world/bases.ts';
import { step } from '#engine/world/step.ts';
import type { World } from '#engine/world/world.ts';
import type { CommandContext } from '../../command.ts';
import { runLine, worldAfter } from '../context.fixture.ts';
import { kubeadm } from './kubeadm.ts';

const NOW = 1_795_521_600_000;
const CONFIG = '/var/lib/kubelet/config.yaml';
const { world: born } = BASES['kubeadm-node'](NOW);
const RUNNING = step(born, { type: 'start', node: 'node01', unit: KUBELET_UNIT }).world;

const run = (line: string, world: World = RUNNING, change: Partial<CommandContext> = {}) => {
  const result = runLine(kubeadm, line, world, change);
  return { ...result, world: worldAfter(world, result.events) };
};
const fileOf = (world: World, path: string, node = 'node01') =>
  readText(world.nodes[node]?.host.files ?? {}, path) ?? '';

function withConfigMap(world: World, change: (text: string) => string): World {
  const key = 'ConfigMap/kube-system/kubelet-config';
  const object = world.cluster.objects[key];
  const text = change(textAt(objectAt(object ?? {}, 'data'), 'kubelet'));
  const objects = { ...world.cluster.objects, [key]: { ...object, data: { kubelet: text } } };
  return { ...world, cluster: { ...world.cluster, objects } };
}

test('upgrade node phase kubelet-config: the ConfigMap into config.yaml, the old one kept, nothing restarted', () => {
  const changed = withConfigMap(RUNNING, (text) => `${text}readOnlyPort: 10255\n`);
  const { stdout, stderr, exitCode, world } = run('upgrade node phase kubelet-config', changed);
  expect(exitCode).toBe(0);
  expect(stdout).toBe(`[upgrade] Reading configuration from the "kubeadm-config" ConfigMap in namespace "kube-system"...
[upgrade] Use 'kubeadm init phase upload-config kubeadm --config your-config-file' to re-upload it.
[upgrade] Backing up kubelet config file to /etc/kubernetes/tmp/kubeadm-kubelet-config-2026-11-24-12-00-00/config.yaml
[patches] Applied patch of type "application/strategic-merge-patch+json" to target "kubeletconfiguration"
[kubelet-start] Writing kubelet configuration to file "/var/lib/kubelet/config.yaml"
[upgrade/kubelet-config] The kubelet configuration for this node was successfully upgraded!
`);
  expect(stderr).toContain(
    'The recommended value for "readOnlyPort" in "KubeletConfiguration" is: 0; the provided value is: 10255',
  );
  const old = fileOf(RUNNING, CONFIG);
  expect(fileOf(world, CONFIG)).toBe(old.replace('rotateCertificates', 'readOnlyPort: 10255\nrotateCertificates'));
  expect(fileOf(world, '/etc/kubernetes/tmp/kubeadm-kubelet-config-2026-11-24-12-00-00/config.yaml')).toBe(old);
  expect(world.nodes.node01?.kubelet.process?.listeners.map(({ port }) => port)).not.toContain(10_255);
  const again = run('upgrade node phase kubelet-config', world);
  expect(again.stderr).toContain('could not create timestamp directory: mkdir /etc/kubernetes/tmp/');
});

test('without a change the file is written as it was, and rotation cannot be turned off', () => {
  expect(fileOf(run('upgrade node').world, CONFIG)).toBe(fileOf(RUNNING, CONFIG));
  const off = withConfigMap(RUNNING, (text) => text.replace('rotateCertificates: true', 'rotateCertificates: false'));
  expect(fileOf(run('upgrade node', off).world, CONFIG)).toContain('rotateCertificates: true');
});

test('a node without its kubeconfig cannot ask', () => {
  const bare = step(RUNNING, { type: 'remove', node: 'node01', path: '/etc/kubernetes/kubelet.conf' }).world;
  const { stderr, exitCode } = run('upgrade node phase kubelet-config', bare);
  expect([stderr, exitCode]).toEqual([
    `couldn't create a Kubernetes client from file "/etc/kubernetes/kubelet.conf": failed to load admin kubeconfig: open /etc/kubernetes/kubelet.conf: no such file or directory\n`,
    1,
  ]);
});

test('reset, a token, join: the node is a member again, by a certificate that it asked for', () => {
  const left = run('reset --force');
  expect(left.exitCode).toBe(0);
  expect(fileOf(left.world, '/etc/kubernetes/kubelet.conf')).toBe('');
  const silent = step(left.world, { type: 'advance', milliseconds: 60_000 }).world;
  const made = run('token create --print-join-command', silent, { node: 'controlplane' });
  expect(made.stdout).toMatch(
    /^kubeadm join 10\.0\.0\.10:6443 --token [a-z0-9]{6}\.[a-z0-9]{16} --discovery-token-ca-cert-hash sha256:[0-9a-f]{64} \n$/,
  );
  const joined = run(made.stdout.trim().replace('kubeadm ', ''), made.world);
  expect(joined.stdout).toContain('This node has joined the cluster:');
  const { world } = joined;
  expect(fileOf(world, '/etc/kubernetes/bootstrap-kubelet.conf')).toBe('');
  expect(fileOf(world, '/etc/kubernetes/kubelet.conf')).toContain('name: default-auth');
  expect(world.nodes.node01?.kubelet.process?.client?.subject?.user).toBe('system:node:node01');
  expect(world.cluster.reports?.node01?.until).toBeNull();
  const wrong = run(
    made.stdout
      .trim()
      .replace('kubeadm ', '')
      .replace(/sha256:.{4}/, 'sha256:0000'),
    made.world,
  );
  expect(wrong.stderr).toContain(
    'cluster CA found in cluster-info ConfigMap is invalid: none of the public keys "sha256:',
  );
});

test('join checks first what is there already', () => {
  const token = '--token abcdef.0123456789abcdef --discovery-token-unsafe-skip-ca-verification';
  expect(run(`join 10.0.0.10:6443 ${token}`).stderr).toBe(`[preflight] Some fatal errors occurred:
	[ERROR FileAvailable--etc-kubernetes-kubelet.conf]: /etc/kubernetes/kubelet.conf already exists
	[ERROR Port-10250]: Port 10250 is in use
	[ERROR FileAvailable--etc-kubernetes-pki-ca.crt]: /etc/kubernetes/pki/ca.crt already exists
[preflight] If you know what you are doing, you can make a check non-fatal with \`--ignore-preflight-errors=...\`
error execution phase preflight: preflight checks failed
`);
  expect(run('join 10.0.0.10:6443 --token x').stderr).toContain('the bootstrap token is invalid');
});

test('tokens are listed and deleted in their columns', () => {
  const made = run('token create abcdef.0123456789abcdef', RUNNING, { node: 'controlplane' });
  expect(made.stdout).toBe('abcdef.0123456789abcdef\n');
  const { stdout } = run('token list', made.world, { node: 'controlplane' });
  expect(stdout).toBe(
    `TOKEN                     TTL         EXPIRES                USAGES                   DESCRIPTION                                                EXTRA GROUPS
abcdef.0123456789abcdef   24h         2026-11-25T12:00:00Z   authentication,signing   <none>                                                     system:bootstrappers:kubeadm:default-node-token
`.replace('24h ', '1d  '),
  );
  const gone = run('token delete abcdef', made.world, { node: 'controlplane' });
  expect(gone.stdout).toBe('bootstrap token "abcdef" deleted\n');
  expect(run('token delete abcdef').stderr).toContain(
    'failed to delete bootstrap token "abcdef": secrets "bootstrap-token-abcdef" not found',
  );
});

test('what has no answer says so, in the words of the real one', () => {
  expect(run('foo')).toMatchObject({ stderr: 'unknown command "foo" for "kubeadm"\n', exitCode: 1 });
  expect(run('join --foo')).toMatchObject({ stderr: 'unknown flag: --foo\n', exitCode: 1 });
  expect(run('join 1 2').stderr).toBe('accepts at most 1 arg(s), received 2\n');
  expect(run('token')).toMatchObject({ stderr: '\nerror: subcommand is required\n', exitCode: 1 });
  expect(run('config print join-defaults --component-configs KubeletConfiguration').stderr).toBe(
    'unknown flag: --component-configs\n',
  );
  expect(run('init').stderr).toBe('portside: kubeadm init is not modelled\n');
  expect(run('version -o short').stdout).toBe('v1.36.3\n');
  expect(run('upgrade node phase foo').stderr).toBe('unknown command "foo" for "kubeadm upgrade node phase"\n');
});

test('certificates of a control plane and when they end', () => {
  const { stdout } = run('certs check-expiration', RUNNING, { node: 'controlplane' });
  expect(stdout).toContain(
    'apiserver-kubelet-client   Nov 24, 2027 12:00 UTC   1y              ca                      no      \n',
  );
  const renewed = run('certs renew apiserver-kubelet-client', RUNNING, { node: 'controlplane' });
  expect(renewed.stdout).toContain('certificate for the API server to connect to kubelet renewed\n');
});

test('no words make it throw', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'join',
      'token',
      'create',
      'upgrade',
      'node',
      'phase',
      'kubelet-config',
      'config',
      'print',
      'certs',
      'renew',
    ),
    fc.constantFrom('--token', '--help', '-o', 'json', '--patches', 'reset', '10.0.0.10:6443', 'all', 'ca'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 5 }), (words) => {
      const context = { world: RUNNING, node: 'node01', workingDirectory: '/root', environment: {}, stdin: '' };
      const result = kubeadm.run(words, { ...context, terminal: { stdin: false, stdout: false, columns: 80 } });
      return result.exitCode === 0 || result.stderr !== '';
    }),
    { numRuns: 60 },
  );
});

test('what was only to be tried is not done', () => {
  for (const line of [
    'upgrade node phase kubelet-config --dry-run',
    'upgrade node --dry-run',
    'token create abcdef.0123456789abcdef --dry-run',
    'upgrade node --skip-phases kubelet-config',
  ]) {
    const { stderr, exitCode, events } = run(line, RUNNING, { node: 'controlplane' });
    expect([line, exitCode, events]).toEqual([line, 1, []]);
    expect(stderr).toMatch(/^portside: kubeadm .* is not modelled\n$/);
  }
});

test('tokens: what the real one refuses, in its words', () => {
  const refused = (line: string, world = RUNNING) => run(line, world, { node: 'controlplane' }).stderr;
  const whole = 'abcdef.0123456789abcdef';
  const made = run(`token create ${whole}`, RUNNING, { node: 'controlplane' });
  expect(refused(`token create ${whole}`, made.world)).toBe('a token with id "abcdef" already exists\n');
  expect(refused(`token create ${whole} --groups foo`)).toBe(
    'bootstrapTokens.0.groups: Invalid value: ["foo"]: bootstrap group "foo" is invalid (must match \\Asystem:bootstrappers:[a-z0-9:-]{0,255}[a-z0-9]\\z)\n',
  );
  expect(refused(`token create ${whole} --usages bar,foo`)).toBe(
    '[bootstrapTokens.0.usages: Invalid value: ["bar","foo"]: invalid bootstrap token usage string: bar,foo, valid usage options: signing,authentication, bootstrapTokens.0.groups: Invalid value: ["system:bootstrappers:kubeadm:default-node-token"]: token groups cannot be specified unless --usages includes "authentication"]\n',
  );
  expect(refused('token create a b')).toContain('the bootstrap token "a" was not of the form');
});

test('flags that no command has, and words that no group has', () => {
  expect(run('--foo')).toMatchObject({ stdout: '', stderr: 'unknown flag: --foo\n', exitCode: 1 });
  expect(run('token --foo')).toMatchObject({ stdout: '', stderr: 'unknown flag: --foo\n', exitCode: 1 });
  expect(run('token foo --bar').stderr).toBe('unknown command "foo" for "kubeadm token"\n');
});

test('config print names this node, and prints what nobody set', () => {
  expect(run('config print join-defaults').stdout).toContain('\n  name: node01\n');
  expect(run('config print reset-defaults').stdout).toMatch(/^apiVersion: .*\nkind: ResetConfiguration\ntimeouts:\n/s);
  expect(run('config print upgrade-defaults').stdout).toContain('\nplan:\n  etcdUpgrade: true\ntimeouts:\n');
});

test('patches that are not there end it before anything is written', () => {
  const { stderr, world } = run('upgrade node phase kubelet-config --patches /nope');
  expect(stderr).toContain(
    'error execution phase kubelet-config: error writing kubelet configuration to file: could not apply patches to the KubeletConfiguration: could not list patch files for path "/nope": lstat /nope: no such file or directory\n',
  );
  expect(fileOf(world, CONFIG)).toBe(fileOf(RUNNING, CONFIG));
});
