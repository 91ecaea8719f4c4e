import { expect, test } from 'vitest';
import { quoteWord, unitFile } from './unitFile.ts';

test('plain words stay as they are', () => {
  expect(quoteWord('--config=/var/lib/kubelet/config.yaml')).toBe('--config=/var/lib/kubelet/config.yaml');
});

test('signs that systemd would read are quoted, escaped or doubled', () => {
  expect(quoteWord('')).toBe('""');
  expect(quoteWord('a b')).toBe('"a b"');
  expect(quoteWord('50%')).toBe('"50%%"');
  expect(quoteWord('$HOME')).toBe('"$$HOME"');
  expect(quoteWord('say "hi"\\')).toBe('"say \\"hi\\"\\\\"');
});

test('the unit runs the kubelet with the arguments and never restarts it', () => {
  expect(unitFile(['--v=2', '--node-labels=a=b c'])).toContain(
    'ExecStart=/usr/bin/kubelet --v=2 "--node-labels=a=b c"\n',
  );
  expect(unitFile([])).toContain('Restart=no');
});
