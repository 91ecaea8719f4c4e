import { expect, test } from 'vitest';
import { permissionText } from './permissions.ts';

test.each([
  ['file', 0o644, '-rw-r--r--'],
  ['file', 0o600, '-rw-------'],
  ['file', 0o777, '-rwxrwxrwx'],
  ['file', 0o4755, '-rwsr-xr-x'],
  ['file', 0o2644, '-rw-r-Sr--'],
  ['directory', 0o1777, 'drwxrwxrwt'],
  ['directory', 0o755, 'drwxr-xr-x'],
] as const)('%s %o', (kind, mode, expected) => {
  expect(permissionText({ kind, mode })).toBe(expected);
});
