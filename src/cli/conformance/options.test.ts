import { expect, test } from 'vitest';
import { isWhole, RECORDED, readOptions } from './options.ts';

test('folders, required groups and filters, behind = or a space', () => {
  expect(readOptions(['x/1.34', '--require=rbac,tls', '--group', 'tls', '--case=a=b', '--limit', '3'])).toEqual({
    directories: ['x/1.34'],
    require: ['rbac', 'tls'],
    group: 'tls',
    case: 'a=b',
    limit: 3,
    report: false,
  });
});

test('no folder means all that was recorded', () => {
  const options = readOptions([]);
  expect(options).toMatchObject({ directories: RECORDED, report: false });
  expect(typeof options === 'string' || isWhole(options)).toBe(true);
  const one = readOptions(['--group=tls']);
  expect(typeof one !== 'string' && isWhole(one)).toBe(false);
});

test('anything else is refused in words', () => {
  expect(readOptions(['--limit', 'many'])).toContain('--limit');
  expect(readOptions(['--group'])).toContain('needs a value');
  expect(readOptions(['--report', '--group=tls'])).toContain('--report');
  expect(readOptions(['--report'])).toMatchObject({ report: true });
});
