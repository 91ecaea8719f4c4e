import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contextOf } from '../context.fixture.ts';
import { WARM } from '../nodeWorld.fixture.ts';
import { kubectl } from './kubectl.ts';

const complete = (...words: string[]) => (kubectl.complete?.(words, contextOf(WARM)) ?? []).map(({ insert }) => insert);

test('commands and what is below them', () => {
  expect(complete('desc')).toEqual(['describe']);
  expect(complete('config', 'use')).toEqual(['use-context']);
  expect(complete('create', 'cluster')).toEqual(['clusterrole', 'clusterrolebinding']);
});

test('types, and names as the API server has them', () => {
  expect(complete('get', 'csid')).toEqual(['csidrivers.storage.k8s.io']);
  expect(complete('get', 'nodes', '')).toEqual(['controlplane', 'node01']);
  expect(complete('get', 'nodes', 'node01', '')).toEqual(['controlplane']);
  expect(complete('describe', 'node/n')).toEqual(['node/node01']);
});

test('flags and their values', () => {
  expect(complete('get', 'pods', '--all')).toEqual(['--all-namespaces', '--allow-missing-template-keys']);
  expect(complete('get', 'pods', '-n', 'kube-')).toEqual(['kube-node-lease', 'kube-public', 'kube-system']);
  expect(complete('get', 'pods', '--namespace=moni')).toEqual(['--namespace=monitoring']);
  expect(complete('get', 'pods', '-o', 'y')).toEqual(['yaml']);
  expect(complete('config', 'use-context', '')).toEqual(['kubernetes-admin@kubernetes']);
});

test('no words throw', () => {
  const word = fc.oneof(
    fc.string({ maxLength: 5 }),
    fc.constantFrom('get', 'pods', '-n', '--', 'config', '-o', 'node/', '--namespace=', ''),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 5 }), (words) => Array.isArray(complete(...words))),
    { numRuns: 60 },
  );
});
