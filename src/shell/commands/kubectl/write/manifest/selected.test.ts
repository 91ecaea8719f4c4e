import { expect, test } from 'vitest';
import { parseTime } from '#engine/time.ts';
import { BASES } from '#engine/world/bases.ts';
import { kubectl } from '../../kubectl.ts';

const { world } = BASES['kubeadm-cluster'](parseTime('2026-11-24T09:00:00Z'));
const MANIFEST =
  '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x","labels":{"a":"b"},"resourceVersion":"7"}}';

const typed = (line: string, stdin = MANIFEST) => {
  const { stdout, stderr, exitCode } = kubectl.run(line.split(' '), {
    world,
    node: 'node01',
    workingDirectory: '/root',
    environment: { HOME: '/root' },
    stdin,
    terminal: { stdin: false, stdout: false, columns: 80 },
  });
  return `${stdout}${stderr}${exitCode}`;
};

test('--selector leaves manifests out by their own labels', () => {
  expect(typed('apply -f - -l a=c')).toBe('error: no objects passed to apply\n1');
  expect(typed('create -f - -l a=c')).toBe('error: no objects passed to create\n1');
  expect(typed('delete -f - -l a=c')).toBe('No resources found\n0');
  expect(typed('apply -f - -l a=b')).toBe('configmap/x created\n0');
  expect(typed('get -f - -l a=c')).toBe('Error from server (NotFound): configmaps "x" not found\n1');
});

test('what is to be created has no version yet', () => {
  expect(typed('create -f -')).toBe('configmap/x created\n0');
});

test('kubectl lays a table out by itself when the server shall not', () => {
  const [header = ''] = typed('get nodes --server-print=false').split('\n');
  expect(header.trim().split(/ +/)).toEqual(['NAME', 'AGE']);
});
