import { expect, test } from 'vitest';
import { judgeCurlLines, lineWorld, type RecordedLine, readClientLines, runCurl } from './curlLines.ts';
import { steadyCurl } from './normalisation.ts';
import { readRecordings } from './recording.ts';

const FOLDER = 'conformance/recordings/1.36';
const recordings = readRecordings(FOLDER);
const lines = readClientLines(FOLDER, 'curl');

test('curl prints on the learner’s own engine what curl printed', () => {
  expect(lines).toHaveLength(40);
  const differences = judgeCurlLines(lines, recordings).flatMap(({ judgements }) => judgements);
  expect(differences.filter(({ difference }) => difference !== null)).toEqual([]);
});

test('sees a line that prints something else', () => {
  const [line] = lines.filter(({ command }) => command === 'curl -s http://localhost:10248/healthz');
  const other = { ...line, stdout: 'no' } as RecordedLine;
  const [judged] = judgeCurlLines([other], recordings);
  expect(judged?.judgements[0]?.difference).toEqual({ expected: 'exit 0\n\nno', got: 'exit 0\n\nok' });
});

test('asks a kubelet in the setting that the line names', () => {
  const [line] = lines.filter(({ command }) => command === 'curl -sk https://localhost:10250/pods');
  const open = { ...line, config: 'authentication:\n  anonymous:\n    enabled: true\n' } as RecordedLine;
  const { stdout } = runCurl(open.command, lineWorld(open, recordings));
  expect(stdout).toBe('Forbidden (user=system:anonymous, verb=get, resource=nodes, subresource(s)=[pods proxy])\n');
});

test('a folder without such lines has none', () => {
  expect(readClientLines('conformance/recordings/1.31', 'curl')).toEqual([]);
});

test('lets moments, speeds and the size of a certificate pass, nothing else', () => {
  const stderr = '*  subject: CN=node01@1795508909\n*  start date: Nov 24 07:28:28 2026 GMT\n';
  expect(steadyCurl({ stdout: '', stderr }, '').stderr).toBe(
    '*  subject: CN=node01@<seconds>\n*  start date: <date>\n',
  );
  expect(steadyCurl({ stdout: 'a 12', stderr: '' }, '').stdout).toBe('a 12');
});
