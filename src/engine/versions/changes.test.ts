import { expect, test } from 'vitest';
import { versionChanges } from './changes.ts';
import { VERSIONS } from './versions.table.ts';

const words = (from: string, to: string) => versionChanges(from, to).map(({ what }) => what);

test('every switch is told, each line with its source, and no switch is nothing', () => {
  for (const { version: from } of VERSIONS) {
    for (const { version: to } of VERSIONS) {
      const changes = versionChanges(from, to);
      if (from === to) expect(changes).toEqual([]);
      else expect(changes.length).toBeGreaterThan(5);
      for (const { what, source } of changes) {
        expect(what).toMatch(/[.`]$/);
        expect(source).toMatch(/^(recorded|read in upstream): /);
      }
      expect(new Set(words(from, to)).size).toBe(changes.length);
    }
  }
});

test('back to 1.34: what a 403, a redirect, a gate, a field and a flag are like', () => {
  const back = words('1.36.3', '1.34.9');
  expect(back).toContain('failCgroupV1 is false unless it is set.');
  expect(back.join('\n')).toContain('Fields that are not known, remarked on and ignored: tlsCurvePreferences');
  expect(back.join('\n')).toContain('enableSystemLogQuery may not be true (gate NodeLogQuery: off by default).');
  expect(back).toContain('New flags: --pod-infra-container-image.');
  expect(back.join('\n')).toContain('301');
  expect(back.join('\n')).not.toContain('403');
});

test('on from 1.31: subresources, checks and who the API server is', () => {
  const on = words('1.31.14', '1.34.9').join('\n');
  expect(on).toContain('A 403 lists every subresource');
  expect(on).toContain('New paths: /healthz/device-plugin.');
  expect(on).toContain('before nodes/proxy (gate KubeletFineGrainedAuthz: on by default).');
  expect(on).toContain('with no organisation; the ClusterRoleBinding kubeadm:apiserver-kubelet-client');
  expect(words('1.34.9', '1.31.14').join('\n')).toContain('O = kubeadm:cluster-admins');
});
