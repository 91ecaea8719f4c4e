import { expect, test } from 'vitest';
import { writeText } from '../files.ts';
import { beatenVariables } from './beaten.ts';
import { loadUnit } from './load.ts';

const UNIT = '/usr/lib/systemd/system/kubelet.service';
const COMMAND = 'ExecStart=/usr/bin/kubelet $A $B\n';

function beaten(unit: string, environmentFile: string): readonly string[] {
  const files = writeText(writeText({}, UNIT, `[Service]\n${unit}`, 1), '/e', environmentFile, 1);
  return beatenVariables(loadUnit(files, 'kubelet.service', 1).unit, files).map(
    ({ name, value, at, by }) => `${name}=${value} at ${at.file}:${at.line} by ${by.file}:${by.line}`,
  );
}

test('a file beats the unit, whatever their order and even with nothing', () => {
  expect(beaten(`EnvironmentFile=-/e\nEnvironment=A=--x\n${COMMAND}`, '# empty\nA=\n')).toEqual([
    `A=--x at ${UNIT}:3 by /e:2`,
  ]);
});

test('the later of two counts, and the same value beats nobody', () => {
  expect(beaten(`Environment=A=--x B=--b\nEnvironment=A=--y B=--b\n${COMMAND}`, '')).toEqual([
    `A=--x at ${UNIT}:2 by ${UNIT}:3`,
  ]);
  expect(beaten(`EnvironmentFile=/e\n${COMMAND}`, 'A=1\nA=2\n')).toEqual(['A=1 at /e:1 by /e:2']);
});

test('what was reset, is empty, or is taken by no command is not beaten', () => {
  expect(beaten(`Environment=A=--x\nEnvironment=\nEnvironment=A=--y\n${COMMAND}`, '')).toEqual([]);
  expect(beaten(`Environment=A= C=--x\nEnvironmentFile=/e\n${COMMAND}`, 'A=--y\nC=--z\n')).toEqual([]);
});
