import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanPath, parseQuery, parseTarget } from './goUrl.ts';
import { matchPath } from './mux.ts';

const PATTERNS = new Map([
  ['/pods', 'pods'],
  ['/pods/', 'pods'],
  ['/logs/', 'logs'],
  ['/debug/pprof/', 'pprof'],
  ['/metrics', 'metrics'],
]);

function match(path: string, method = 'GET'): unknown {
  const target = parseTarget(path);
  return target === null ? '400' : matchPath(PATTERNS, target, method);
}

const endpoint = (name: string) => ({ kind: 'endpoint', endpoint: name });
const redirect = (to: string) => ({ kind: 'redirect', to });

test.each([
  ['/pods', endpoint('pods')],
  ['/pods/x/y', endpoint('pods')],
  ['/%70ods', endpoint('pods')],
  ['/pods%2Fx', { kind: 'none' }],
  ['/metrics/', { kind: 'none' }],
  ['/logs', redirect('/logs/')],
  ['/logs?query=kubelet', redirect('/logs/?query=kubelet')],
  ['//logs', redirect('/logs/')],
  ['//pods', redirect('/pods')],
  ['/metrics/../pods/', redirect('/pods/')],
  ['/a/./b', redirect('/a/b')],
  ['/debug/pprof', redirect('/debug/pprof/')],
  ['/debug/pprof/heap', endpoint('pprof')],
  ['/nope', { kind: 'none' }],
  ['/%zz', '400'],
  ['/a b', '400'],
])('leads %s to %j', (path, expected) => {
  expect(match(path)).toEqual(expected);
});

test('does not clean the path of CONNECT', () => {
  expect(match('//pods', 'CONNECT')).toEqual({ kind: 'none' });
});

test('takes any target apart without throwing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const target = parseTarget(`/${text}`);
      if (target !== null) matchPath(PATTERNS, target, 'GET');
      parseQuery(text);
    }),
  );
});

test('cleaning twice is cleaning once', () => {
  const part = fc.constantFrom('', '.', '..', 'a', 'b');
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const clean = cleanPath(`/${parts.join('/')}`);
      expect(cleanPath(clean)).toBe(clean);
    }),
  );
});
