import { expect, test } from 'vitest';
import { lineHistory } from './history.ts';

const memory = (text: string | null = null) => {
  const kept = { text };
  return {
    load: () => kept.text,
    save: (_: string, next: string) => {
      kept.text = next;
    },
  };
};

test('lines are kept, each once, newest last', () => {
  const progress = memory();
  const history = lineHistory(progress);
  for (const line of ['curl a', ' curl b ', 'curl a', '', 'x'.repeat(5000)]) history.add(line);
  expect(history.lines()).toEqual(['curl b', 'curl a']);
  expect(lineHistory(progress).lines()).toEqual(['curl b', 'curl a']);
});

test.each(['', '{', 'null', '{"a":1}', '[1,null,""]'])('storage that holds %j counts as empty', (text) => {
  expect(lineHistory(memory(text)).lines()).toEqual([]);
});

test('no more than two hundred are kept', () => {
  const history = lineHistory(memory());
  for (let index = 0; index < 300; index += 1) history.add(`curl ${index}`);
  expect(history.lines()).toHaveLength(200);
  expect(history.lines().at(-1)).toBe('curl 299');
});

test('storage that is shut costs nobody anything', () => {
  const shut = () => {
    throw new Error('shut');
  };
  const history = lineHistory({ load: shut, save: shut });
  history.add('curl a');
  expect(history.lines()).toEqual(['curl a']);
});
