import { expect, test } from 'vitest';
import { parseTime } from '../time.ts';
import type { JournalLine } from './journal.ts';
import { journalText, klogHeader } from './journalText.ts';

const LINE: JournalLine = {
  at: parseTime('2026-11-24T09:09:30.963Z'),
  unit: 'kubelet.service',
  identifier: 'kubelet',
  pid: 31842,
  level: 'I',
  source: 'server.go:545',
  text: '"Kubelet version" kubeletVersion="v1.36.3"',
};

test('has klog’s header', () => {
  expect(klogHeader(LINE)).toBe('I1124 09:09:30.963000   31842 server.go:545] ');
  expect(klogHeader({ ...LINE, level: 'raw' })).toBe('');
});

test('prints as journalctl does', () => {
  expect(journalText(LINE, 'node01')).toBe(
    'Nov 24 09:09:30 node01 kubelet[31842]: I1124 09:09:30.963000   31842 server.go:545] "Kubelet version" kubeletVersion="v1.36.3"',
  );
  expect(journalText({ ...LINE, identifier: 'systemd', pid: 1, source: '', text: 'Started x.' }, 'n')).toBe(
    'Nov 24 09:09:30 n systemd[1]: Started x.',
  );
});

test('gives each line of a text an entry', () => {
  const text = journalText({ ...LINE, level: 'E', text: '"Failed" err=<\n\tone\n >' }, 'n');
  expect(text.split('\n')).toEqual([
    'Nov 24 09:09:30 n kubelet[31842]: E1124 09:09:30.963000   31842 server.go:545] "Failed" err=<',
    'Nov 24 09:09:30 n kubelet[31842]: \tone',
    'Nov 24 09:09:30 n kubelet[31842]:  >',
  ]);
});
