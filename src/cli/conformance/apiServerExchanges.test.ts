import { expect, test } from 'vitest';
import { judgeApiExchanges, readApiExchanges } from './apiServerExchanges.ts';
import { readRecordings } from './recording.ts';

const directory = 'conformance/recordings/1.36';

test('a folder without a conversation has none', () => {
  expect(readApiExchanges('conformance/recordings/1.31')).toEqual([]);
});

test('an answer that differs is told from where it does', () => {
  const recordings = readRecordings(directory);
  const [first] = readApiExchanges(directory).filter(({ path, who }) => path === '/healthz' && who === '-');
  if (first?.response === undefined) throw new Error('nobody asked /healthz');
  const other = { ...first, response: { ...first.response, body: 'not ok' } };
  const [same, different] = judgeApiExchanges([first, other], recordings).map(({ judgements }) => judgements[0]);
  expect(same?.difference).toBeNull();
  expect(different?.difference?.expected).toContain('not ok');
});
