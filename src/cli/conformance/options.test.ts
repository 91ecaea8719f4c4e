import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('a folder, required groups and filters, behind = or a space', () => {
  expect(readOptions(['x/1.34', '--require=rbac,tls', '--group', 'tls', '--case=a=b', '--limit', '3'])).toEqual({
    directory: 'x/1.34',
    require: ['rbac', 'tls'],
    group: 'tls',
    case: 'a=b',
    limit: 3,
  });
});

test('anything else is refused in words', () => {
  expect(readOptions(['--limit', 'many'])).toContain('--limit');
  expect(readOptions(['--group'])).toContain('needs a value');
});
