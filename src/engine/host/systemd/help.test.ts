import { expect, test } from 'vitest';
import { isKnownKey } from './directives.ts';
import { DIRECTIVE_HELP } from './help.table.ts';
import { describeDirective, directiveCompletions, unitCompletionsAt, unitHelpAt } from './help.ts';

const TEXT = '[Unit]\nDescription=x\n\n[Service]\nExecStart=/usr/bin/kubelet \\\n  --a\n\n[Install]\n';

test('every key that is described is one that systemd takes', () => {
  expect(DIRECTIVE_HELP.filter(({ section, key }) => !isKnownKey(section, key))).toEqual([]);
});

test('describes a key in its section only', () => {
  expect(describeDirective('Service', 'Restart')?.detail).toContain('on-failure');
  expect(describeDirective('Service', 'MemoryMax')?.insert).toBe('MemoryMax=');
  expect(describeDirective('Unit', 'Restart')).toBeNull();
  expect(describeDirective('__proto__', 'constructor')).toBeNull();
});

test('offers the keys that matter first, each once', () => {
  const labels = directiveCompletions('Service').map(({ label }) => label);
  expect(labels[0]).toBe('ExecStart');
  expect(new Set(labels).size).toBe(labels.length);
});

test('knows the section of a line', () => {
  expect(unitHelpAt(TEXT, 6)?.label).toBe('ExecStart');
  expect(unitHelpAt(TEXT, 4)?.label).toBe('[Service]');
  expect(unitHelpAt(TEXT, 3)).toBeNull();
  expect(unitCompletionsAt(TEXT, 3)[0]?.label).toBe('Description');
  expect(unitCompletionsAt(TEXT, 7)[0]?.label).toBe('ExecStart');
  expect(unitCompletionsAt(TEXT, 9)[0]?.label).toBe('WantedBy');
  expect(unitCompletionsAt('', 1)[0]?.label).toBe('[Unit]');
});
