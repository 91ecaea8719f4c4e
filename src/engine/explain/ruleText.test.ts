import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { asking, credentials, NODE, started } from '../world/playground.fixture.ts';
import { step } from '../world/step.ts';
import { ruleText } from './ruleText.ts';

const world = started();

test('the rule that let Prometheus in is shown first, then the binding and the role it came by', () => {
  const request = asking({ path: '/metrics', ...credentials(world, { certificate: 'none', token: 'prometheus' }) });
  const { trace } = step(world, { type: 'request', node: NODE, request });
  const cause = (trace.kind === 'request' ? trace.stages : [])
    .flatMap(({ causes }) => causes)
    .find(({ kind }) => kind === 'rule');
  if (cause?.kind !== 'rule') throw new Error('a rule allowed it');
  const { label, title, yaml } = ruleText(world.cluster, cause.rule);
  expect(label).toBe('ClusterRoleBinding prometheus-node-metrics');
  expect(title).toBe(
    'ClusterRoleBinding prometheus-node-metrics gives ClusterRole node-metrics to ServiceAccount monitoring/prometheus',
  );
  expect(parseAllDocuments(yaml).map((document) => document.toJS() as unknown)).toMatchObject([
    { resources: ['nodes/metrics'], verbs: ['get'] },
    { kind: 'ClusterRoleBinding' },
    { kind: 'ClusterRole' },
  ]);
});

test('a rule whose role is gone by now is told without it', () => {
  const reference = { kind: 'ClusterRole', namespace: '', name: 'gone' };
  const { yaml } = ruleText(world.cluster, { binding: reference, role: reference, rule: 0, through: 'User bob' });
  expect(yaml).toBe('# rule 1 of ClusterRole gone, through User bob\nnull\n');
});

test('a rule of a role that is made of others is shown as it came into it', () => {
  const role = { kind: 'ClusterRole', namespace: '', name: 'view' };
  const { yaml } = ruleText(world.cluster, { binding: { ...role, name: 'none' }, role, rule: 0, through: 'User bob' });
  expect(parseAllDocuments(yaml)[0]?.toJS()).toMatchObject({ verbs: ['get', 'list', 'watch'] });
});
