import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judgeTypedLines, readTypedLines } from './kubectlMore.ts';

const typed = readTypedLines('conformance/recordings/1.36');

test('kubectl prints on a simulated cluster what it printed on a real one, line by line', () => {
  expect(typed.lines.length).toBeGreaterThan(250);
  const judged = judgeTypedLines(typed).flatMap(({ judgements }) => judgements);
  expect(judged.filter(({ difference }) => difference !== null)).toEqual([]);
}, 30_000);

test('what was typed is what the list of lines says', () => {
  const lines = readFileSync('conformance/kubectl/lines.txt', 'utf8').split('\n');
  expect(typed.lines.map(({ command }) => command)).toEqual(
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
  expect(judgeTypedLines(readTypedLines('conformance/recordings/1.31'))).toEqual([]);
});
