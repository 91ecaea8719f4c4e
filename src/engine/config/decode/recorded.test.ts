import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeConfigFile } from './configFile.ts';

/** What the kubelet's decoder said of a file. */
interface Recorded {
  readonly text: string;
  /** Why it refused the file; absent when it took it. */
  readonly error?: string;
  /** Why only its lenient decoder took it. */
  readonly lenient?: string;
}

function recorded(path: string): readonly Recorded[] {
  const lines = readFileSync(`conformance/recordings/${path}`, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line): Recorded => JSON.parse(line));
}

function outcome({ text }: Recorded): Omit<Recorded, 'text'> {
  const decoded = decodeConfigFile(text, 36);
  if (!decoded.ok) return { error: decoded.error };
  return decoded.lenient === null ? {} : { lenient: decoded.lenient.error };
}

test.each(['yaml/broken.jsonl', 'decode/types.jsonl'])('says what the kubelet said of every file of %s', (path) => {
  const files = recorded(path);
  expect(files.length).toBeGreaterThan(250);
  expect(files.map((file) => ({ text: file.text, ...outcome(file) }))).toEqual(files);
});
