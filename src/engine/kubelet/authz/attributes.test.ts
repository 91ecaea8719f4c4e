import { expect, test } from 'vitest';
import { ANONYMOUS } from '../../apiserver/subject.ts';
import { attributesOf, verbOf } from './attributes.ts';

const subresources = (path: string, minor = 36, gates = {}) =>
  attributesOf({ subject: ANONYMOUS, method: 'GET', path, nodeName: 'n1', minor, gates }).map((one) => one.subresource);

test.each([
  ['/pods', ['pods', 'proxy']],
  ['/pods/', ['pods', 'proxy']],
  ['/podsx', ['proxy']],
  ['/Pods', ['proxy']],
  ['/runningpods/', ['pods', 'proxy']],
  ['/healthz/ping', ['healthz', 'proxy']],
  ['/configz', ['configz', 'proxy']],
  ['/flagz', ['configz']],
  ['/statusz', ['statusz']],
  ['/metrics/cadvisor', ['metrics']],
  ['/stats/summary', ['stats']],
  ['/logs/', ['log']],
  ['/checkpoint/ns/p/c', ['checkpoint']],
  ['/exec/ns/p/c', ['proxy']],
  ['/run/ns/p/c', ['proxy']],
  ['/debug/pprof/', ['proxy']],
])('%s asks %j', (path, expected) => {
  expect(subresources(path)).toEqual(expected);
});

test('older versions know fewer subresources', () => {
  expect(subresources('/pods', 31)).toEqual(['proxy']);
  expect(subresources('/checkpoint/x', 29)).toEqual(['proxy']);
  expect(subresources('/pods', 32)).toEqual(['proxy']);
  expect(subresources('/pods', 32, { KubeletFineGrainedAuthz: true })).toEqual(['pods', 'proxy']);
  expect(subresources('/pods', 33, { KubeletFineGrainedAuthz: false })).toEqual(['proxy']);
});

test('the method alone makes the verb', () => {
  const methods = [
    'GET',
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'HEAD',
    'OPTIONS',
    'get',
    'BREW',
    '__proto__',
    'constructor',
  ];
  expect(methods.map(verbOf)).toEqual(['get', 'create', 'update', 'patch', 'delete', '', '', '', '', '', '']);
});
