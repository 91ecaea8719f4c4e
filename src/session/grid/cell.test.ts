import { expect, test } from 'vitest';
import { cellEnd, cellOf } from './cell.ts';

const http = (status: number) => cellEnd({ kind: 'http', http: '1.1', status, headers: [], body: '' });

test.each([
  [200, 'allowed'],
  [101, 'allowed'],
  [401, 'refused'],
  [403, 'refused'],
  [404, 'failed'],
  [500, 'failed'],
] as const)('%d is %s', (status, state) => {
  expect(http(status)).toEqual({ state, text: String(status) });
});

test('what is no HTTP is closed or failed', () => {
  expect(cellEnd({ kind: 'refused' })).toEqual({ state: 'closed', text: 'closed' });
  expect(cellEnd({ kind: 'alert', alert: 'protocol_version' })).toEqual({ state: 'failed', text: 'alert' });
  expect(cellEnd({ kind: 'not-tls' })).toEqual({ state: 'failed', text: 'no TLS' });
  expect([cellEnd({ kind: 'reset' }), cellEnd(null)]).toEqual([
    { state: 'failed', text: 'reset' },
    { state: 'failed', text: 'reset' },
  ]);
});

test('a cell tells what follows where that differs, and equal cells are one object', () => {
  expect(cellOf(http(200), http(200))).toEqual({ state: 'allowed', text: '200', after: null });
  expect(cellOf(http(200), http(401))).toEqual({
    state: 'allowed',
    text: '200',
    after: { state: 'refused', text: '401' },
  });
  expect(cellOf(http(200), http(401))).toBe(cellOf(http(200), http(401)));
});
