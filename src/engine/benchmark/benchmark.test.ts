import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeText } from '../host/files.ts';
import { BASES } from '../world/bases.ts';
import { step } from '../world/step.ts';
import { benchmark, benchmarkOf } from './benchmark.ts';
import { CIS_1_12 } from './cis112.table.ts';
import { type Machine, machineOf } from './machine.ts';

const CONFIG = '/var/lib/kubelet/config.yaml';
const { world } = BASES['kubeadm-node'](1_795_521_600_000);
const started = step(world, { type: 'start', node: 'node01', unit: 'kubelet.service' }).world.nodes.node01;
if (started === undefined) throw new Error('the base has no node01');
const stock: Machine = machineOf(started);

const withConfig = (text: string, path = CONFIG): Machine => ({
  ...stock,
  files: writeText(stock.files, path, text, 0),
});
const withFlags = (flags: string): Machine => ({ ...stock, kubelet: `CMD\n${stock.kubelet?.trim()} ${flags}\n` });
const stateOf = (machine: Machine, id: string) => benchmarkOf(machine, CIS_1_12, id)?.state;

test('a stock kubeadm worker comes out as published: modes of unit and config file, and no kube-proxy here', () => {
  const results = benchmark(stock, CIS_1_12);
  const of = (state: string) => results.filter((each) => each.state === state).map(({ check }) => check.id);
  expect(of('FAIL')).toEqual(['4.1.1', '4.1.9', '4.3.1']);
  expect(of('WARN')).toEqual(['4.1.3', '4.1.4', '4.2.9', '4.2.12', '4.2.13', '4.2.14']);
  expect(of('PASS')).toHaveLength(16);
});

test.each([
  // What is not written fails, although the kubelet is secure by default.
  ['{}', '4.2.1', 'FAIL'],
  ['{}', '4.2.2', 'FAIL'],
  ['{}', '4.2.4', 'PASS'],
  ['authentication: {anonymous: {enabled: off}}', '4.2.1', 'PASS'],
  ['authentication: {anonymous: {enabled: "False"}}', '4.2.1', 'PASS'],
  ['authorization: {mode: }', '4.2.2', 'PASS'],
  ['authorization: AlwaysAllow', '4.2.2', 'FAIL'],
  ['readOnlyPort: 10255', '4.2.4', 'WARN'],
  // Texts are compared: 0s is not 0.
  ['streamingConnectionIdleTimeout: 0s', '4.2.5', 'PASS'],
  ['streamingConnectionIdleTimeout: 0', '4.2.5', 'WARN'],
  // Being there is enough.
  ['podPidsLimit: -1', '4.2.13', 'PASS'],
  ['seccompDefault: false', '4.2.14', 'PASS'],
  ['tlsCipherSuites: [TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256]', '4.2.12', 'PASS'],
  ['tlsCipherSuites: [TLS_RSA_WITH_AES_128_CBC_SHA]', '4.2.12', 'WARN'],
  ['tlsCipherSuites: none', '4.2.12', 'WARN'],
  ['eventRecordQPS: -1', '4.2.8', 'WARN'],
  // A text that is no YAML fails even what would pass unset.
  ['a: b: c', '4.2.6', 'FAIL'],
])('%s: %s %s', (text, id, state) => {
  expect(stateOf(withConfig(text), id)).toBe(state);
});

test.each([
  ['--anonymous-auth=true', '4.2.1', 'FAIL'],
  ['--authorization-mode=AlwaysAllow', '4.2.2', 'FAIL'],
  // With a space the value goes unseen.
  ['--authorization-mode AlwaysAllow', '4.2.2', 'PASS'],
  ['--anonymous-auth false', '4.2.1', 'FAIL'],
  // The first one counts for kube-bench, the last one for the kubelet.
  ['--anonymous-auth=false --anonymous-auth=true', '4.2.1', 'PASS'],
  ['--hostname-override=node02', '4.2.7', 'WARN'],
  ['--feature-gates=RotateKubeletServerCertificate=true,Other=false', '4.2.11', 'WARN'],
  ['--client-ca-file=/nowhere', '4.1.7', 'WARN'],
])('flags %s: %s %s', (flags, id, state) => {
  expect(stateOf(withFlags(flags), id)).toBe(state);
});

test('the first file of the list is read, whatever --config says', () => {
  const decoyed = withConfig('{}', '/etc/kubernetes/kubelet-config.yaml');
  expect(stateOf(decoyed, '4.2.1')).toBe('FAIL');
  expect(benchmarkOf(decoyed, CIS_1_12, '4.1.9')?.remedy).toContain('chmod 600 /etc/kubernetes/kubelet-config.yaml');
});

test('without a kubelet no setting is tested', () => {
  const results = benchmark({ ...stock, kubelet: null }, CIS_1_12).filter(({ group }) => group.id === '4.2');
  expect(new Set(results.map(({ state }) => state))).toEqual(new Set(['FAIL', 'WARN']));
  expect(results[0]?.reason).toMatch(/^failed to run: "\/bin\/ps -fC \$kubeletbin", output: "error: list of command/);
});

test('any config file and any command line give a result', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, flags) => {
      const machine = { ...withConfig(text), kubelet: flags };
      expect(benchmark(machine, CIS_1_12)).toHaveLength(25);
    }),
    { numRuns: 100 },
  );
});
