import { expect, test } from 'vitest';
import { own, playwright, silent, vitest, whole } from './counts.ts';

test('vitest', () => {
  expect(vitest(' Test Files  4 passed (4)\n      Tests  27 passed (27)\n', 0)).toEqual({ passed: 27, failed: 0 });
  expect(vitest('      Tests  2 failed | 25 passed (27)\n', 1)).toEqual({ passed: 25, failed: 2 });
});

test('a suite that could not be loaded is a failure, though no test failed', () => {
  expect(vitest(' Test Files  1 failed | 3 passed (4)\n      Tests  27 passed (27)\n', 1)).toEqual({
    passed: 27,
    failed: 1,
  });
});

test('playwright', () => {
  expect(playwright('  ok 1 e2e/a.spec.ts\n\n  12 passed (30.1s)\n', 0)).toEqual({ passed: 12, failed: 0 });
  expect(playwright('  1 failed\n    [chromium] › a\n  12 passed (30.1s)\n', 1)).toEqual({ passed: 12, failed: 1 });
});

test('one test that passed only in a new browser is told, more of them are failures', () => {
  expect(playwright('  1 flaky\n    a\n  12 passed (30.1s)\n', 0)).toEqual({
    passed: 13,
    failed: 0,
    note: '1 only in a new browser',
  });
  expect(playwright('  2 flaky\n  12 passed (30.1s)\n', 0)).toEqual({ passed: 12, failed: 2 });
  expect(playwright('  1 failed\n  1 flaky\n  12 passed (30.1s)\n', 1)).toMatchObject({ passed: 13, failed: 1 });
});

test('our own runners', () => {
  expect(own('rbac 3/3\n\n7 passed, 0 failed\n', 0)).toEqual({ passed: 7, failed: 0 });
  expect(own('7 passed, 2 failed\n', 1)).toEqual({ passed: 7, failed: 2 });
});

test('a step that checked nothing is never green', () => {
  for (const reader of [vitest, playwright, own]) expect(reader('', 0)).toEqual({ passed: 0, failed: 1 });
  expect(whole(/Checked (\d+) files/)('Checked 0 files in 3ms.', 0)).toEqual({ passed: 0, failed: 1 });
  expect(whole(/Checked (\d+) files/)('Checked 9 files in 3ms.', 0)).toEqual({ passed: 1, failed: 0 });
  expect(silent('', 1)).toEqual({ passed: 0, failed: 1 });
});
