import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contextOf } from '../context.fixture.ts';
import { WARM } from '../nodeWorld.fixture.ts';
import { kubectl } from './kubectl.ts';

const run = (...words: string[]) => kubectl.run(words, contextOf(WARM));

test('alone it tells what it can do', () => {
  expect(run()).toMatchObject({ exitCode: 0, stderr: '', events: [] });
  expect(run().stdout).toContain('Basic Commands (Beginner):');
  expect(run('get', '--help').stdout).toContain('kubectl get pods -o wide');
});

test('suggests what was meant', () => {
  expect(run('gte').stderr).toBe('error: unknown command "gte" for "kubectl"\n\nDid you mean this?\n\tget\n');
  expect(run('frobnicate').stderr).toBe('error: unknown command "frobnicate" for "kubectl"\n');
});

test('says in one line what it does not do', () => {
  expect(run('rollout', 'status')).toMatchObject({
    exitCode: 1,
    stdout: '',
    stderr: 'portside: kubectl rollout is not modelled\n',
  });
  expect(run('get', 'ns', '-o', 'go-template={{.x}}').stderr).toBe(
    'portside: kubectl get -o go-template is not modelled\n',
  );
});

test('flags may stand before the command', () => {
  expect(run('-n', 'kube-system', 'get', 'cm', 'kubeadm-config', '-o', 'name').stdout).toBe(
    'configmap/kubeadm-config\n',
  );
});

test('no words throw', () => {
  const word = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom(
      'get',
      'describe',
      'config',
      'view',
      'api-resources',
      'pods',
      'nodes',
      'all',
      '-n',
      '-A',
      '-o',
      '-oyaml',
      '-w',
      '--',
      '-',
      '--raw',
      '/',
      'node01',
      'set-context',
      '--current',
      '-l',
      '--sort-by',
      '--help',
      'help',
      'version',
      'cluster-info',
      'top',
      'explain',
      '-ojsonpath={..}',
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (words) => {
      expect(run(...words).exitCode).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 150 },
  );
});
