import { expect, test } from 'vitest';
import { runLine } from '../context.fixture.ts';
import { WARM } from '../nodeWorld.fixture.ts';
import { wget } from './wget.ts';

test.each([
  ['-qO- http://localhost:10248/healthz', 'ok', 0],
  ['-qO- --no-check-certificate https://localhost:10250/healthz', '', 6],
  ['-qO- https://localhost:10250/healthz', '', 5],
  ['-qO- http://localhost:10255/pods', '', 4],
  ['-qO- http://localhost:10248/nope', '', 8],
])('%s', (line, stdout, exitCode) => {
  expect(runLine(wget, line, WARM)).toMatchObject({ stdout, stderr: '', exitCode });
});

test('without -O- a file is written; without -q it says that it is mute here', () => {
  const { events } = runLine(wget, '-q http://localhost:10248/healthz', WARM);
  expect(events.at(-1)).toEqual({ type: 'write', node: 'node01', path: '/root/healthz', text: 'ok' });
  expect(runLine(wget, 'http://localhost:10248/healthz', WARM).stderr).toMatch(/^portside: /);
});
