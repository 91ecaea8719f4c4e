import { expect, test } from 'vitest';
import { configure } from '../configure.ts';
import { internalError } from './overlay.ts';

const HEAD = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n';

function started(version: string, config: string, ...dropIns: readonly string[]) {
  const file = (text: string) =>
    ({ kind: 'file', text, mode: 0o644, owner: 'root', group: 'root', modifiedAt: 0 }) as const;
  const files = Object.fromEntries([
    ['/config.yaml', file(HEAD + config)],
    ...dropIns.map((text, index) => [`/d/${index}.conf`, file(HEAD + text)] as const),
  ]);
  const argv = ['--config=/config.yaml', '--config-dir=/d'].map((text) => ({ text, at: null }));
  return configure({ argv, files, version, cgroup: 2, workingDirectory: '/' });
}

function values(version: string, config: string, ...dropIns: readonly string[]) {
  const done = started(version, config, ...dropIns);
  if (!done.ok) throw new Error(done.error);
  return (path: string) => done.config.settings[path]?.value;
}

test('1.31 leaves what drop-ins wrote as it is, later minors give defaults again', () => {
  const old = values('1.31.14', '', 'streamingConnectionIdleTimeout: 0s\n');
  const now = values('1.34.9', '', 'streamingConnectionIdleTimeout: 0s\n');
  expect(old('streamingConnectionIdleTimeout')).toBe('0s');
  expect(now('streamingConnectionIdleTimeout')).toBe('4h0m0s');
});

test('1.31 keeps empty lists of the file, and lets null remove only what a drop-in wrote', () => {
  const old = values('1.31.14', 'enforceNodeAllocatable: []\nreadOnlyPort: 10255\n', 'readOnlyPort: null\n');
  expect(old('enforceNodeAllocatable')).toEqual([]);
  expect(old('readOnlyPort')).toBe(10255);
  expect(values('1.34.9', 'readOnlyPort: 10255\n', 'readOnlyPort: null\n')('readOnlyPort')).toBe(0);
  expect(values('1.31.14', '', 'maxPods: 7\n', 'maxPods: null\n')('maxPods')).toBe(110);
});

test('maps join, and resolvConf finds no field in 1.31', () => {
  const old = values('1.31.14', 'systemReserved: {cpu: 100m}\n', 'systemReserved: {memory: 1Gi}\nresolvConf: /x\n');
  expect(old('systemReserved')).toEqual({ cpu: '100m', memory: '1Gi' });
  expect(old('resolvConf')).toBe('/etc/resolv.conf');
});

test('decode errors of the internal type name Go fields', () => {
  const error = (path: string) =>
    `json: cannot unmarshal string into Go struct field KubeletConfiguration.${path} of type int32`;
  expect(internalError(error('port'))).toBe(error('Port'));
  expect(internalError(error('cpuCFSQuota'))).toBe(error('CPUCFSQuota'));
  expect(internalError(error('iptablesDropBit'))).toBe(error('IPTablesDropBit'));
  expect(internalError(error('authentication.x509.clientCAFile'))).toBe(error('Authentication.X509.ClientCAFile'));
  expect(internalError('time: invalid duration "x"')).toBe('time: invalid duration "x"');
});
