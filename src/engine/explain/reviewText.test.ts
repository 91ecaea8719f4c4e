import { expect, test } from 'vitest';
import type { AccessQuestion } from '../apiserver/review.ts';
import { ANONYMOUS } from '../apiserver/subject.ts';
import { outcomeText, questionText, reviewJson } from './reviewText.ts';

const question: AccessQuestion = {
  subject: ANONYMOUS,
  verb: 'get',
  group: '',
  version: 'v1',
  resource: 'nodes',
  subresource: 'pods',
  namespace: '',
  name: 'node01',
};

test('a stranger’s question has the fields that the kubelet fills, and no others', () => {
  expect(JSON.parse(reviewJson(question))).toEqual({
    kind: 'SubjectAccessReview',
    apiVersion: 'authorization.k8s.io/v1',
    spec: {
      resourceAttributes: { verb: 'get', version: 'v1', resource: 'nodes', subresource: 'pods', name: 'node01' },
      user: 'system:anonymous',
      groups: ['system:unauthenticated'],
    },
  });
});

test('uid and extras go with the user, extras in order, and an empty verb is left out', () => {
  const text = reviewJson({
    ...question,
    verb: '',
    subject: { user: 'eve', uid: '7', groups: [], extra: { b: ['2'], a: ['1'] } },
  });
  expect(JSON.parse(text)).toMatchObject({ spec: { user: 'eve', uid: '7', extra: { a: ['1'], b: ['2'] } } });
  expect(text).not.toMatch(/verb|groups/);
  expect(text.indexOf('"a"')).toBeLessThan(text.indexOf('"b"'));
  expect(text.indexOf('"extra"')).toBeLessThan(text.indexOf('"uid"'));
});

test('questions and answers in words', () => {
  expect(questionText(question)).toBe('get nodes/pods');
  expect(questionText({ ...question, verb: '', subresource: '' })).toBe('(no verb) nodes');
  const no = { allowed: false, reason: '', by: null, rule: null, considered: [] };
  expect(outcomeText(no)).toBe('Not allowed: no rule grants it.');
  expect(outcomeText({ ...no, allowed: true, by: 'system:masters' })).toBe('Allowed by system:masters.');
  expect(outcomeText({ error: 'Unauthorized' })).toBe('It could not be asked: Unauthorized');
  const binding = { kind: 'ClusterRoleBinding', namespace: '', name: 'b' };
  const role = { kind: 'ClusterRole', namespace: '', name: 'r' };
  expect(outcomeText({ ...no, allowed: true, by: 'RBAC', rule: { binding, role, rule: 1, through: 'User eve' } })).toBe(
    'Allowed by rule 2 of ClusterRole r, through ClusterRoleBinding b.',
  );
});
