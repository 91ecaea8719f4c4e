import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { AccessQuestion } from '../apiserver/review.ts';
import { ANONYMOUS, type Subject } from '../apiserver/subject.ts';
import { started } from '../world/playground.fixture.ts';
import { grantText } from './grantText.ts';

const world = started();

const question = (subject: Subject, verb: string, subresource: string): AccessQuestion => ({
  subject,
  verb,
  group: '',
  version: 'v1',
  resource: 'nodes',
  subresource,
  namespace: '',
  name: 'node01',
});
const user = (name: string): Subject => ({ user: name, groups: [], extra: {} });
const dangers = (...asked: Parameters<typeof question>) => grantText(world.cluster, question(...asked)).dangers;

test('two documents to apply, for this subject, verb and node and nothing else', () => {
  const { yaml } = grantText(world.cluster, question(user('bob'), 'get', 'pods'));
  expect(parseAllDocuments(yaml).map((document) => document.toJS() as unknown)).toMatchObject([
    { kind: 'ClusterRole', rules: [{ resources: ['nodes/pods'], resourceNames: ['node01'], verbs: ['get'] }] },
    { kind: 'ClusterRoleBinding', subjects: [{ kind: 'User', name: 'bob' }] },
  ]);
});

test('a dangerous grant says why', () => {
  expect(dangers(user('bob'), 'get', 'pods')).toEqual([]);
  expect(dangers(ANONYMOUS, 'get', 'pods').join()).toMatch(/everybody who sends no credentials/);
  expect(dangers(user('bob'), 'get', 'proxy').join()).toMatch(/runs commands in every container.*get is enough/);
  expect(dangers(user('bob'), 'create', 'proxy').join()).not.toMatch(/get is enough/);
  expect(dangers(user('bob'), '', 'pods').join()).toMatch(/\* allows every method/);
  expect(dangers(user('system:serviceaccount:web:default'), 'get', 'pods').join()).toMatch(/namespace web/);
  expect(dangers(ANONYMOUS, '', 'proxy')).toHaveLength(3);
});
