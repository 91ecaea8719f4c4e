import { expect, test } from 'vitest';
import type { Answer } from '#engine/kubelet/exchange.ts';
import { compareResponse, judge } from './compare.ts';
import type { Played } from './play.ts';
import type { RecordedCase } from './recording.ts';

const NONE = new Map();
const ok: Answer = { kind: 'http', http: '1.1', status: 200, headers: [['Content-Type', 'text/plain']], body: 'ok' };
const recordedOk = { status: 200, http: '1.1', headers: { 'Content-Type': 'text/plain' }, body: 'ok' };

test('status, headers and body must all be equal', () => {
  expect(compareResponse(recordedOk, ok, NONE)).toBeNull();
  expect(compareResponse({ ...recordedOk, status: 401 }, ok, NONE)?.got).toContain('200');
  expect(compareResponse({ ...recordedOk, headers: {} }, ok, NONE)?.got).toBe('content-type: text/plain');
  expect(compareResponse({ ...recordedOk, body: 'no' }, ok, NONE)).toEqual({ expected: 'no', got: 'ok' });
});

test('an answer without a recorded body must be empty', () => {
  const { body, ...head } = recordedOk;
  expect(body).toBe('ok');
  expect(compareResponse(head, ok, NONE)).not.toBeNull();
  expect(compareResponse(head, { ...ok, body: '' }, NONE)).toBeNull();
});

test('ends before HTTP are compared by kind', () => {
  expect(compareResponse({ connect: 'refused' }, { kind: 'refused' }, NONE)).toBeNull();
  expect(compareResponse({ connect: 'refused' }, ok, NONE)).not.toBeNull();
  expect(compareResponse({ tls: 'not_tls' }, { kind: 'not-tls' }, NONE)).toBeNull();
  expect(compareResponse({ tls: 'internal_error' }, { kind: 'alert', alert: 'internal_error' }, NONE)).toBeNull();
  expect(compareResponse({ tls: 'internal_error' }, { kind: 'alert', alert: 'protocol_version' }, NONE)).not.toBeNull();
});

test('metrics: what must be there is, and nothing unknown', () => {
  const families = new Map([['/metrics', { includes: ['up'], known: ['up', 'down'] }]]);
  const response = { status: 200, http: '1.1', headers: { 'Content-Type': 'text/plain' }, metrics: '/metrics' };
  const scrape = (body: string) => compareResponse(response, { ...ok, body }, families);
  expect(scrape('# TYPE up gauge\nup 1\n')).toBeNull();
  expect(scrape('# TYPE down gauge\ndown 1\n')?.expected).toContain('up');
  expect(scrape('# TYPE up gauge\nup 1\n# TYPE sideways gauge\n')?.got).toContain('sideways');
});

test('a case counts start-up, notes, listeners, configz and every exchange', () => {
  const recorded: RecordedCase = {
    id: 'a',
    group: 'g',
    kubernetes: '1.36.3',
    clock: '2026-11-24T09:00:00Z',
    args: [],
    files: {},
    cluster: 'base',
    startup: { outcome: 'running', notes: ['b', 'a'], listening: [10250, 10248], listeningOnNodeIP: [] },
    configz: { kind: 'X', a: 1 },
    exchanges: [{ request: { port: 10250, scheme: 'https', method: 'GET', path: '/' }, response: recordedOk }],
  };
  const played: Played = {
    outcome: 'running',
    notes: ['a', 'b', 'a'],
    listening: [10248, 10250],
    listeningOnNodeIP: [],
    configz: '{"kind":"X","a":1}',
    answers: [ok],
  };
  const differing = (change: Partial<Played>) =>
    judge(recorded, { ...played, ...change }, NONE)
      .filter(({ difference }) => difference !== null)
      .map(({ what }) => what);
  expect(judge(recorded, played, NONE)).toHaveLength(5);
  expect(differing({})).toEqual([]);
  expect(differing({ outcome: 'exited 1: x', answers: [] })).toEqual(['startup', 'GET https:10250/']);
  expect(differing({ notes: ['a'], listening: [], configz: '{"a":1,"kind":"X"}' })).toEqual([
    'notes',
    'listeners',
    'configz',
  ]);
});
