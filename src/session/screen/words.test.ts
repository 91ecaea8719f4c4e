import { expect, test } from 'vitest';
import { languageOf } from './language.ts';
import { agoText, minuteText } from './words.ts';

const AT = 1_795_521_600_000;

test('a moment as a clock on the wall shows it', () => {
  expect([minuteText(AT), minuteText(AT + 61_000)]).toEqual(['12:00', '12:01']);
});

test.each([
  [0, 'just now'],
  [4, 'just now'],
  [5, '5 s ago'],
  [59, '59 s ago'],
  [60, '1 min ago'],
  [119, '2 min ago'],
  [3599, '60 min ago'],
  [3600, 'at 12:00'],
])('%i seconds ago', (seconds, text) => {
  expect(agoText(AT, AT + seconds * 1000)).toBe(text);
});

test.each([
  ['/usr/lib/systemd/system/kubelet.service', '', 'systemd'],
  ['/etc/systemd/system/kubelet.service.d/10.conf', '', 'systemd'],
  ['/etc/default/kubelet', '', 'environment'],
  ['/var/lib/kubelet/kubeadm-flags.env', '', 'environment'],
  ['/var/lib/kubelet/config.yaml', '', 'kubelet-yaml'],
  ['/etc/kubelet.conf.d/20.conf', 'kind: KubeletConfiguration\n', 'kubelet-yaml'],
  ['/etc/kubernetes/manifests/web.yaml', 'kind: Pod\n', 'yaml'],
  ['/etc/kubernetes/kubelet.conf', 'kind: Config\n', 'yaml'],
  ['/etc/hosts', '', 'plain'],
])('%s is written in its language', (path, text, language) => {
  expect(languageOf(path, text)).toBe(language);
});
