import { expect, test } from 'vitest';
import type { Source } from '../config/provenance.ts';
import { sourcePlace } from '../config/provenance.ts';
import { settingText, shortPath, sourceText, valueText } from './cause.ts';

const at = { file: '/usr/lib/systemd/system/kubelet.service.d/10-kubeadm.conf', line: 5 };
const config = { file: '/var/lib/kubelet/config.yaml', line: 4 };

test.each<[Source, string, boolean]>([
  [{ from: 'default' }, 'default', false],
  [{ from: 'legacy-default' }, 'default without --config', false],
  [{ from: 'file', at: config }, 'config.yaml line 4', true],
  [{ from: 'drop-in', at: { file: '/etc/kubelet.d/20-x.conf', line: 2 } }, 'drop-in 20-x.conf line 2', true],
  [{ from: 'flag', flag: 'v', text: '4', at }, '--v=4, 10-kubeadm.conf line 5', true],
  [{ from: 'flag', flag: 'v', text: '4', at: null }, '--v=4', false],
  [{ from: 'generated', how: 'generated as it started' }, 'generated as it started', false],
])('a source in words: %o', (source, text, leads) => {
  expect(sourceText(source)).toBe(text);
  expect(sourcePlace(source) !== null).toBe(leads);
});

test('values as a reader would write them', () => {
  expect([false, 10250, 'Webhook', '', null, ['a', 'b'], {}].map(valueText)).toEqual([
    ...['false', '10250', 'Webhook', '""', 'not set', '["a","b"]', '{}'],
  ]);
});

test('a setting is called by the end of its path, a flag by itself', () => {
  expect(shortPath('authentication.anonymous.enabled')).toBe('anonymous.enabled');
  expect(shortPath('readOnlyPort')).toBe('readOnlyPort');
  const path = 'authentication.anonymous.enabled';
  expect(settingText({ path, value: false, source: { from: 'file', at: config }, beaten: [] })).toBe(
    'anonymous.enabled false, config.yaml line 4',
  );
  const flag: Source = { from: 'flag', flag: 'anonymous-auth', text: 'true', at };
  expect(settingText({ path, value: true, source: flag, beaten: [] })).toBe(
    '--anonymous-auth=true, 10-kubeadm.conf line 5',
  );
});
