import { expect, test } from 'vitest';
import { foundFiles, isNewPath } from './found.ts';

const FILES = ['/etc/hostname', '/etc/hosts', '/root/bob.crt', '/var/log/ghosts'].map((path) => ({
  path,
  permissions: '',
  open: false,
}));
const found = (typed: string) => foundFiles(FILES, typed).map(({ path }) => path);

test('what was typed is looked for anywhere in a path, beginnings of names first', () => {
  expect(found('')).toHaveLength(4);
  expect(found('host')).toEqual(['/etc/hostname', '/etc/hosts', '/var/log/ghosts']);
  expect(found(' /etc/HOSTS ')).toEqual(['/etc/hosts']);
  expect(found('nothing')).toEqual([]);
});

test('only a whole path that is not there can be made', () => {
  expect(['/etc/new', '/etc/hosts', 'etc/new', '/', ''].map((typed) => isNewPath(FILES, typed))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
