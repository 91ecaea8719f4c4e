import { expect, test } from 'vitest';
import { presentAnswer } from './present.ts';

test('every success is 200, also a stream that opened; what nobody wishes for is none of them', () => {
  expect(['200', '101', '204', '401', '403', 'refused'].map(presentAnswer)).toEqual([
    ...['200', '200', '200', '401', '403', 'refused'],
  ]);
  expect(['404', '500', 'TLS alert', '2', ''].map(presentAnswer)).toEqual([null, null, null, null, null]);
});
