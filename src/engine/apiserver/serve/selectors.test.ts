import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findResource } from './resource.ts';
import { fieldSelector, labelSelector } from './selectors.ts';

const labelled = (labels: Record<string, string>) => ({ metadata: { labels } });
const picks = (text: string, labels: Record<string, string>) => {
  const selector = labelSelector(text);
  return selector.ok ? selector.matches(labelled(labels)) : selector.error;
};

test('labels are picked by all that is required', () => {
  expect(picks('a=b,c!=d', { a: 'b' })).toBe(true);
  expect(picks('a=b,c!=d', { a: 'b', c: 'd' })).toBe(false);
  expect(picks('a in (x, y),!z', { a: 'y' })).toBe(true);
  expect(picks('a notin (x)', {})).toBe(true);
  expect(picks('a', { b: '' })).toBe(false);
  expect(picks('', {})).toBe(true);
});

test('fields are picked by those that a kind offers', () => {
  const pods = findResource('', 'v1', 'pods');
  if (pods === null) throw new Error('no pods');
  const selector = fieldSelector('spec.nodeName=n1,status.phase!=Failed', pods);
  const pod = { spec: { nodeName: 'n1' }, status: { phase: 'Running' } };
  expect(selector.ok && selector.matches(pod)).toBe(true);
  expect(fieldSelector('spec.volumes=1', pods)).toEqual({
    ok: false,
    error: 'field label not supported: spec.volumes',
  });
});

test('any text is a selector or has its complaint', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const selector = labelSelector(text);
      expect(selector.ok ? typeof selector.matches(labelled({ a: 'b' })) : typeof selector.error).toMatch(
        /boolean|string/,
      );
    }),
    { numRuns: 200 },
  );
});
