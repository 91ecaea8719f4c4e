import { expect, test } from 'vitest';
import { started } from './bases.fixture.ts';
import { authoritiesOn, identitiesOn } from './identities.ts';

const { here } = started('kubeadm-node');

test('everybody whose credentials lie on the node, root’s home first', () => {
  expect(identitiesOn(here.host.files).map(({ label, note }) => `${label} | ${note}`)).toEqual([
    'a stranger | no credential at all',
    'admin | admin.crt: kubernetes-super-admin, group system:masters, signed by CN=kubernetes',
    'bob | bob.crt: bob, group dev, signed by CN=kubernetes',
    'intruder | intruder.crt: kubernetes-super-admin, group system:masters, signed by CN=intruder-ca',
    'the node itself | /var/lib/kubelet/pki/kubelet-client-current.pem: system:node:node01, group system:nodes, signed by CN=kubernetes',
    'prometheus | prometheus.token: system:serviceaccount:monitoring:prometheus',
  ]);
});

test('authorities are what servers can be verified against', () => {
  const authorities = authoritiesOn(here.host.files);
  expect(authorities[0]).toBe('ca.crt');
  expect(authorities).toContain('/etc/kubernetes/pki/ca.crt');
  expect(authorities).not.toContain('bob.crt');
});

test('any text in a file is passed over', () => {
  const odd = (text: string) =>
    ({ kind: 'file', text, mode: 0o600, owner: 'root', group: 'root', modifiedAt: 0 }) as const;
  const files = {
    '/root/a.crt': odd('-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----'),
    '/root/b.token': odd('a.b.c'),
    '/root/__proto__': odd('x'.repeat(20_000)),
  };
  expect(identitiesOn(files)).toHaveLength(1);
});
