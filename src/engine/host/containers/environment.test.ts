import { expect, test } from 'vitest';
import { dataOf, environmentOf, type PodFacts } from './environment.ts';

const FACTS: PodFacts = {
  metadata: { name: 'web', namespace: 'shop', labels: { app: 'w' } },
  spec: { nodeName: 'node01' },
  podIP: '10.244.1.7',
  hostIP: '10.0.0.11',
  hostname: 'web',
  startedAt: 0,
  now: 0,
  cluster: {
    revision: 1,
    reachable: true,
    endpoint: '10.0.0.10:6443',
    authorizationModes: [],
    objects: {
      'Secret/shop/db': { data: { password: 'czNjcjN0', broken: '*' } },
      'ConfigMap/shop/site': { data: { title: 'Shop' } },
      'Secret/other/db': { data: { password: 'bm8=' } },
    },
    serviceAccountKey: { privateKey: '', publicKey: '' },
    clientCA: '',
  },
};

test('variables refer to each other, to the pod, to Secrets and ConfigMaps', () => {
  const variables = environmentOf(
    {
      envFrom: [{ prefix: 'S_', configMapRef: { name: 'site' } }],
      env: [
        { name: 'A', value: 'x' },
        { name: 'B', value: '$(A)-$(NOPE)-$$(A)' },
        { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
        { name: 'APP', valueFrom: { fieldRef: { fieldPath: "metadata.labels['app']" } } },
        { name: 'PW', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } },
        { name: 'GONE', valueFrom: { secretKeyRef: { name: 'db', key: 'nope' } } },
        { name: '__proto__', value: 'odd' },
      ],
    },
    FACTS,
  );
  expect(variables).toMatchObject({
    S_title: 'Shop',
    A: 'x',
    B: 'x-$(NOPE)-$(A)',
    NODE: 'node01',
    APP: 'w',
    PW: 's3cr3t',
  });
  expect(Object.hasOwn(variables, 'GONE')).toBe(false);
  expect(Object.entries(variables)).toContainEqual(['__proto__', 'odd']);
});

test('a Secret of another namespace is not there', () => {
  expect(dataOf('Secret', 'db', { ...FACTS, metadata: { namespace: 'none' } })).toEqual({});
  expect(dataOf('Secret', 'db', FACTS).broken).toBe('');
});
