import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judgeTypedLines, readTypedLines, TYPED } from './kubectlMore.ts';

const typed = readTypedLines('conformance/recordings/1.36', 'kubectl-more');

test.each(TYPED)(
  '%s: kubectl prints on a simulated cluster what it printed on a real one, line by line',
  (list) => {
    const { lines, stage } = readTypedLines('conformance/recordings/1.36', list);
    expect(lines.length).toBeGreaterThan(250);
    const judged = judgeTypedLines({ lines, stage }).flatMap(({ judgements }) => judgements);
    expect(judged.filter(({ difference }) => difference !== null)).toEqual([]);
  },
  30_000,
);

test.each([
  ['kubectl-more', 'lines'],
  ['kubectl-cks', 'lines-cks'],
] as const)('what was typed for %s is what the list of lines says', (list, name) => {
  const lines = readFileSync(`conformance/kubectl/${name}.txt`, 'utf8').split('\n');
  expect(readTypedLines('conformance/recordings/1.36', list).lines.map(({ command }) => command)).toEqual(
    lines.filter((line) => line !== '' && !line.startsWith('#')),
  );
});

test('sees a line that prints something else, and goes on with those behind it', () => {
  const some = typed.lines.slice(0, 80);
  const lines = some.map((line) => (line.command === 'kubectl get foo' ? { ...line, exitCode: 0 } : line));
  const judged = judgeTypedLines({ ...typed, lines }).flatMap(({ judgements }) => judgements);
  expect(judged.filter(({ difference }) => difference !== null).map(({ what }) => what)).toEqual(['kubectl get foo']);
}, 30_000);

test('a folder without such lines has none', () => {
  expect(judgeTypedLines(readTypedLines('conformance/recordings/1.31', 'kubectl-more'))).toEqual([]);
});
