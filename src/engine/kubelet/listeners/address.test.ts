import { expect, test } from 'vitest';
import { answersAt, canonicalAddress, hostPort, isLocal } from './address.ts';

test.each([
  ['010.0.0.1', '10.0.0.1'],
  ['::0', '::'],
  ['0:0:0:0:0:0:0:1', '::1'],
  ['FD00:0:0:0:1:0:0:2', 'fd00::1:0:0:2'],
  ['[::1]', '::1'],
  ['not an address', 'not an address'],
])('writes %s as %s', (given, canonical) => {
  expect(canonicalAddress(given)).toBe(canonical);
});

test.each([
  ['0.0.0.0', '10.0.0.11', true],
  ['0.0.0.0', '::1', true],
  ['::', '127.0.0.1', true],
  ['0.0.0.0', '10.0.0.12', false],
  ['127.0.0.1', '10.0.0.11', false],
  ['127.0.0.1', '127.0.0.2', false],
  ['10.0.0.11', '127.0.0.1', false],
  ['127.0.0.1', '0.0.0.0', true],
])('a socket on %s gets what is sent to %s: %s', (bound, dialled, answers) => {
  expect(answersAt(bound, dialled, '10.0.0.11')).toBe(answers);
});

test('knows the addresses of its own host', () => {
  expect(isLocal('127.9.9.9', '10.0.0.11')).toBe(true);
  expect(isLocal('10.0.0.11', '10.0.0.11')).toBe(true);
  expect(isLocal('10.0.0.12', '10.0.0.11')).toBe(false);
});

test('puts IPv6 in brackets before a port', () => {
  expect(hostPort('::1', 10248)).toBe('[::1]:10248');
});
