import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FLAGS } from '../flags/flags.table.ts';
import { leavesOf } from './leaves.ts';

const FILE = new URL('../../../../conformance/recordings/1.36/samples/kubelet-flags.tsv', import.meta.url);

test('every flag of the version stands in the table, and no other', () => {
  const names = readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[0]);
  expect(FLAGS.map(({ name }) => name)).toEqual(names);
});

test('fields and flags name each other', () => {
  const leaves = leavesOf(36);
  for (const flag of FLAGS) {
    if (flag.field !== undefined) expect(leaves.get(flag.field)?.field.flag, flag.name).toBe(flag.name);
    else expect(flag.says, flag.name).not.toBe('');
  }
  for (const [path, { field }] of leaves) {
    if (field.flag !== undefined) expect(FLAGS.find(({ name }) => name === field.flag)?.field, path).toBe(path);
  }
});
