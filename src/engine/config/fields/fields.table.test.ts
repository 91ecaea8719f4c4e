import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { flagNamed, flagsOf } from '../flags/flag.ts';
import { FLAGS } from '../flags/flags.table.ts';
import { fieldAt, leavesOf } from './leaves.ts';

const FILE = new URL('../../../../conformance/recordings/1.36/samples/kubelet-flags.tsv', import.meta.url);

test('every flag of the version stands in the table, and no other', () => {
  const names = readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[0]);
  expect(flagsOf(36).map(({ name }) => name)).toEqual(names);
});

test('fields and flags name each other', () => {
  const leaves = leavesOf(36);
  for (const flag of flagsOf(36)) {
    if (flag.field !== undefined) expect(leaves.get(flag.field)?.field.flag, flag.name).toBe(flag.name);
    else expect(flag.says, flag.name).not.toBe('');
  }
  for (const [path, { field }] of leaves) {
    if (field.flag !== undefined) expect(FLAGS.find(({ name }) => name === field.flag)?.field, path).toBe(path);
  }
});

test('older minors have flags and defaults of their time', () => {
  const names = (minor: number) => flagsOf(minor).map(({ name }) => name);
  expect(names(34).filter((name) => !names(36).includes(name))).toEqual(['pod-infra-container-image']);
  expect(names(31).filter((name) => !names(34).includes(name))).toEqual(['cloud-config', 'register-schedulable']);
  expect(flagNamed('pod_infra_container_image', 31)?.fallback).toBe('registry.k8s.io/pause:3.10');
  expect(flagNamed('pod-infra-container-image', 36)).toBeNull();
  expect([31, 34, 36].map((minor) => fieldAt('failCgroupV1', minor)?.fallback)).toEqual([false, false, true]);
});
