import { expect, test } from 'vitest';
import { fileName } from './fileName.ts';

test('the last name is enough while it is alone', () => {
  expect(fileName('/var/lib/kubelet/config.yaml', ['/var/lib/kubelet/config.yaml', '/etc/default/kubelet'])).toBe(
    'config.yaml',
  );
});

test('twins show as much of their folders as tells them apart', () => {
  const all = ['/etc/default/kubelet', '/etc/sysconfig/kubelet', '/kubelet'];
  expect(all.map((path) => fileName(path, all))).toEqual(['default/kubelet', 'sysconfig/kubelet', '/kubelet']);
});
