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
  ['#/lesson/who-gives-orders', { kind: 'lesson', id: 'who-gives-orders' }],
  ['#/exam/sprint', { kind: 'exam', id: 'sprint', seed: null }],
  ['#/exam/sprint/7', { kind: 'exam', id: 'sprint', seed: 7 }],
  ['#/exam/sprint/0', { kind: 'unknown', asked: 'exam/sprint/0' }],
  ['#/lab?lab=abc', { kind: 'lab' }],
  ['#/lab/new', { kind: 'lab-new' }],
  ['#/board', { kind: 'board' }],
  ['#/glossary', { kind: 'glossary' }],
  ['#/scenario', { kind: 'unknown', asked: 'scenario' }],
  ['#/scenario/../x', { kind: 'unknown', asked: 'scenario/../x' }],
  ['#/scenario/a/b', { kind: 'unknown', asked: 'scenario/a/b' }],
  ['#/exam/%C3%A4', { kind: 'unknown', asked: 'exam/ä' }],
  ['#/%zz', { kind: 'unknown', asked: '%zz' }],
])('%s', (hash, route) => {
  expect(routeOf(hash)).toEqual(route);
});

test('any hash is a route, and a route is found again by its hash', () => {
  const part = fc.constantFrom(
    '#',
    '/',
    'scenario',
    'sandbox',
    'lesson',
    'exam',
    'lab',
    'new',
    'a-b',
    '401',
    '?',
    '&',
    'run=x',
    '..',
    '%',
    '%zz',
    ' ',
  );
  const made = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(fc.string(), made), (hash) => {
      const route = routeOf(hash);
      if (route.kind !== 'unknown') expect(routeOf(hashOf(route))).toEqual(route);
    }),
  );
});
