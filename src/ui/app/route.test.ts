import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf, routeOf } from './route.ts';

test.each([
  ['', { kind: 'home' }],
  ['#', { kind: 'home' }],
  ['#/', { kind: 'home' }],
  ['#/about', { kind: 'about' }],
  ['#/about/us', { kind: 'unknown', asked: 'about/us' }],
  ['#files', { kind: 'home' }],
  ['#/scenario/401-or-403', { kind: 'scenario', id: '401-or-403' }],
  ['#/scenario/401-or-403/', { kind: 'scenario', id: '401-or-403' }],
  ['#/scenario/401-or-403?run=abc', { kind: 'scenario', id: '401-or-403' }],
  ['#/scenario/401-or-403&run=abc', { kind: 'scenario', id: '401-or-403' }],
  ['#/sandbox/kubeadm-node', { kind: 'sandbox', base: 'kubeadm-node' }],
  ['#/scenario', { kind: 'unknown', asked: 'scenario' }],
  ['#/scenario/../x', { kind: 'unknown', asked: 'scenario/../x' }],
  ['#/scenario/a/b', { kind: 'unknown', asked: 'scenario/a/b' }],
  ['#/exam/%C3%A4', { kind: 'unknown', asked: 'exam/ä' }],
  ['#/%zz', { kind: 'unknown', asked: '%zz' }],
])('%s', (hash, route) => {
  expect(routeOf(hash)).toEqual(route);
});

test('any hash is a route, and a route is found again by its hash', () => {
  const part = fc.constantFrom('#', '/', 'scenario', 'sandbox', 'a-b', '401', '?', '&', 'run=x', '..', '%', '%zz', ' ');
  const made = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(fc.string(), made), (hash) => {
      const route = routeOf(hash);
      if (route.kind !== 'unknown') expect(routeOf(hashOf(route))).toEqual(route);
    }),
  );
});
