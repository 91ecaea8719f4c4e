import { expect, test } from 'vitest';
import type { AccessDecision, AccessQuestion } from '../../apiserver/review.ts';
import type { Caches } from '../process.ts';
import { cacheKey, remember, remembered } from './cache.ts';

const NO: AccessDecision = { allowed: false, reason: '', by: null, rule: null, considered: [] };

test('an answer lives until its time is over, not longer', () => {
  const decisions = remember({}, 'a', NO, 100, 50);
  expect(remembered(decisions, 'a', 150)).toBe(NO);
  expect(remembered(decisions, 'a', 151)).toBeNull();
  expect(remembered(decisions, 'constructor', 100)).toBeNull();
  expect(remember(decisions, 'b', NO, 100, 0)).toBe(decisions);
});

test('the oldest answer makes room', () => {
  const full: Record<string, Caches['decisions'][string]> = {};
  for (let index = 0; index < 8192; index += 1) full[`k${index}`] = { decision: NO, until: 1 };
  const next = remember(full, 'new', NO, 0, 1);
  expect(Object.keys(next)).toHaveLength(8192);
  expect(Object.hasOwn(next, 'k0')).toBe(false);
  expect(Object.hasOwn(next, 'new')).toBe(true);
});

test('whoever differs in anything has a key of its own', () => {
  const question: AccessQuestion = {
    subject: { user: 'eve', groups: ['a'], extra: {} },
    verb: 'get',
    group: '',
    version: 'v1',
    resource: 'nodes',
    subresource: 'pods',
    namespace: '',
    name: 'n1',
  };
  const others: readonly AccessQuestion[] = [
    question,
    { ...question, verb: '' },
    { ...question, subresource: 'proxy' },
    { ...question, subject: { ...question.subject, groups: ['a', 'b'] } },
    { ...question, subject: { ...question.subject, uid: '1' } },
    { ...question, subject: { ...question.subject, extra: { id: ['1'] } } },
  ];
  expect(new Set(others.map(cacheKey)).size).toBe(others.length);
});
