import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readOwnPack } from './ownPack.ts';

const REAL = readFileSync('scenarios/the-chart-that-is-missing/scenario.yaml', 'utf8');

test('a scenario of the instructor’s own, from a file of any name', () => {
  expect(readOwnPack('mine.yaml', REAL)).toMatchObject({
    ok: true,
    pack: { id: 'the-chart-that-is-missing', text: REAL },
  });
});

test('a file that its base does not have is told with file, line and advice', () => {
  const text = REAL.replace('- /etc/default/kubelet', '- /etc/default/kublet');
  const line = text.split('\n').findIndex((row) => row.includes('kublet')) + 1;
  expect(readOwnPack('mine.yaml', text)).toEqual({
    ok: false,
    problems: [
      {
        file: 'mine.yaml',
        line,
        message: 'node01 has no /etc/default/kublet to open',
        advice: 'Did you mean /etc/default/kubelet?',
      },
    ],
  });
});

test('what is no scenario has problems, and throws nothing', () => {
  for (const text of ['', '\0', 'id: [', 'kind: lesson', '- 1'])
    expect(readOwnPack('x.yaml', text)).toMatchObject({ ok: false });
});
