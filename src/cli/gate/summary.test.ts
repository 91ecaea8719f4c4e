import { expect, test } from 'vitest';
import { summary } from './summary.ts';

test('every step has its row, and the last line adds them up', () => {
  const text = summary([
    { name: 'types', passed: 1, failed: 0, seconds: 3.21, note: 'one of them late', output: 'all types hold\n' },
    { name: 'units', passed: 40, failed: 2, seconds: 10, output: `${'line\n'.repeat(50)}why it failed\n` },
  ]);
  expect(text).toContain('ok   types      1 passed    0 failed     3.2 s  (one of them late)');
  expect(text).toContain('FAIL units');
  expect(text.split('\n').at(-1)).toBe('41 passed, 2 failed');
  expect(text, 'a failure is told again, where a cut log still has it').toContain('-- units, its end again\nline\n');
  expect(text).toContain('line\nwhy it failed\n\nok   types');
  expect(text.split('\n').filter((line) => line === 'line')).toHaveLength(39);
  expect(text).not.toContain('all types hold');
});
