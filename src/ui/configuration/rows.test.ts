import { expect, test } from 'vitest';
import type { ConfigurationRow } from '#session/view/configuration.ts';
import { grouped, passing } from './rows.ts';

const row = (change: Partial<ConfigurationRow>): ConfigurationRow => ({
  path: 'port',
  value: '10250',
  source: 'default',
  place: null,
  beaten: [],
  risky: false,
  group: 'ports',
  says: 'Port of the kubelet.',
  security: true,
  verdict: 'fine',
  hardened: '',
  why: '',
  file: null,
  configz: '10250',
  flagz: { flag: 'port', text: '10250', given: false },
  disagreements: [],
  ...change,
});
const NONE = { text: '', security: false, differing: false, disagreeing: false };
const rows = [
  row({
    path: 'authentication.anonymous.enabled',
    group: 'authentication',
    verdict: 'risky',
    source: 'config.yaml line 4',
  }),
  row({}),
  row({ path: 'maxPods', group: 'rest', security: false, disagreements: [{ about: 'flagz', text: 'no' }] }),
];
const paths = (change: Partial<typeof NONE>) => passing(rows, { ...NONE, ...change }).map(({ path }) => path);

test('each filter narrows, and all together', () => {
  expect(paths({})).toHaveLength(3);
  expect(paths({ security: true })).toEqual(['authentication.anonymous.enabled', 'port']);
  expect(paths({ differing: true })).toEqual(['authentication.anonymous.enabled']);
  expect(paths({ disagreeing: true })).toEqual(['maxPods']);
  expect(paths({ differing: true, disagreeing: true })).toEqual([]);
});

test('words are sought in field, value, source, sentence and flag, in any case', () => {
  expect(paths({ text: 'ANONYMOUS config.yaml' })).toEqual(['authentication.anonymous.enabled']);
  expect(paths({ text: '--port' })).toHaveLength(3);
  expect(paths({ text: 'anonymous nothing' })).toEqual([]);
});

test('groups keep the order of the rows', () => {
  expect(grouped(rows).map(({ group, rows: list }) => [group, list.length])).toEqual([
    ['authentication', 1],
    ['ports', 1],
    ['rest', 1],
  ]);
});
