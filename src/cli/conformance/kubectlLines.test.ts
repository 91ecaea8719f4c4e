import { expect, test } from 'vitest';
import type { RecordedLine } from './curlLines.ts';
import { readClientLines } from './curlLines.ts';
import { judgeKubectlLines, runKubectlLine } from './kubectlLines.ts';
import { STATES, stateOf } from './kubectlStates.ts';
import { steadyKubectl } from './normalisation.ts';
import { readRecordings } from './recording.ts';

const FOLDER = 'conformance/recordings/1.36';
const recordings = readRecordings(FOLDER);
const lines = readClientLines(FOLDER, 'kubectl');

test('kubectl prints in every recorded state what the real one printed', () => {
  expect(lines).toHaveLength(99);
  const judged = judgeKubectlLines(lines, recordings).flatMap(({ judgements }) => judgements);
  expect(judged.filter(({ difference }) => difference !== null)).toEqual([]);
}, 30_000);

test('every label of the recordings is a row of the table of states, and no row is idle', () => {
  expect(new Set(lines.map((line) => line.case))).toEqual(new Set(Object.keys(STATES)));
});

test('sees a line that prints something else', () => {
  const line = lines.find(({ command }) => command === 'kubectl get pods -A') as RecordedLine;
  const [judged] = judgeKubectlLines([{ ...line, stdout: 'no pods\n' }], recordings);
  expect(judged?.judgements[0]?.difference?.expected).toBe('exit 0\n\nno pods\n');
});

test('asks in the state that the label names', () => {
  const line = lines.find((one) => one.case === 'kubelet stopped') as RecordedLine;
  const { stderr } = runKubectlLine('kubectl get --raw /api/v1/nodes/node01/proxy/pods', stateOf(line, recordings));
  expect(stderr).toContain('dial tcp 10.0.0.11:10250: connect: connection refused');
  expect(() => stateOf({ ...line, case: 'a label nobody explained' }, recordings)).toThrow('no state is told');
});

test('a folder without such lines has none', () => {
  expect(readClientLines('conformance/recordings/1.31', 'kubectl')).toEqual([]);
});

test('lets ages, moments, random names and versions pass, nothing else', () => {
  const steady = (stdout: string) => steadyKubectl({ stdout, stderr: '' }, '').stdout;
  expect(steady('csr-dmzk6   15m   Pending\n')).toBe('csr-<random>   <age> Pending\n');
  expect(steady('default     web-node01   1/1     Running   0          101s\n')).toBe(
    'default     web-node01   1/1     Running   0          <age> \n',
  );
  expect(steady('Created: Tue, 24 Nov 2026 08:54:45 +0000')).toBe('Created: <time>');
  expect(steady('node01 Ready 10250 v0.0.0-master+$Format:%H$')).toBe('node01 Ready 10250 <version>');
});
