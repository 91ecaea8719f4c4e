import { expect, test } from 'vitest';
import { headerLines, jsonShape, metricFamilies, NORMALISATIONS, noteOf, sameBody } from './normalisation.ts';

test('every row gives its reason', () => {
  expect(NORMALISATIONS.length).toBeGreaterThan(0);
  for (const row of NORMALISATIONS) expect(row.reason.length).toBeGreaterThan(20);
});

test('<hex64> stands for 64 hex digits and for nothing else', () => {
  const id = '0123456789abcdef'.repeat(4);
  expect(sameBody('exec "<hex64>": $PATH', `exec "${id}": $PATH`)).toBe(true);
  expect(sameBody('exec "<hex64>": $PATH', `exec "${id.slice(1)}": $PATH`)).toBe(false);
  expect(sameBody('exec "<hex64>"', 'exec "<hex64>"')).toBe(false);
  expect(sameBody('ok', 'ok\n')).toBe(false);
});

test('headers are a set, without those that the recorder left out', () => {
  const got: [string, string][] = [
    ['X-Content-Type-Options', 'nosniff'],
    ['Content-Type', 'text/plain'],
    ['Date', 'now'],
  ];
  expect(headerLines(got)).toEqual(['content-type: text/plain', 'x-content-type-options: nosniff']);
});

test('a JSON body is judged by keys, kind and the names of its items', () => {
  const body = '{"kind":"PodList","items":[{"metadata":{"name":"web","namespace":"default"}}]}';
  expect(jsonShape(body)).toEqual({ keys: ['items', 'kind'], kind: 'PodList', items: ['default/web'] });
  expect(jsonShape('[]')).toBeNull();
  expect(jsonShape('oops')).toBeNull();
});

test('metrics are judged by their families', () => {
  const text = '# HELP up is it\n# TYPE up gauge\nup{a="b c"} 1\n# TYPE t counter\nt 1.5e+09 1795511382905\n';
  expect([...(metricFamilies(text) ?? [])]).toEqual(['up', 't']);
  expect(metricFamilies('Unauthorized')).toBeNull();
});

test('only lines of the recorded kinds are notes', () => {
  expect(noteOf('server.go:193', '"Starting to listen" address="0.0.0.0" port=10250')).toBe(
    'server.go] "Starting to listen" address="0.0.0.0" port=10250',
  );
  expect(noteOf('', 'Flag --v has been deprecated, do not')).toBe('Flag --v has been deprecated, do not');
  expect(noteOf('server.go:545', '"Kubelet version" kubeletVersion="v1.36.3"')).toBeNull();
});
