import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeText } from '../files.ts';
import { diagnoseEnvironmentFile, diagnoseUnitFile } from './diagnose.ts';
import { loadUnit } from './load.ts';
import { unusedVariables } from './unused.ts';

const UNIT = '/usr/lib/systemd/system/kubelet.service';

test('underlines what systemd complains of', () => {
  expect(diagnoseUnitFile('[Service]\nExecStrat=a \\\n  b\n  Restart=allways\nExecStart=/bin/true "x\n', UNIT)).toEqual(
    [
      {
        line: 2,
        column: 1,
        endLine: 3,
        endColumn: 4,
        severity: 'warning',
        message: "Unknown key 'ExecStrat' in section [Service], ignoring.",
      },
      {
        line: 4,
        column: 3,
        endLine: 4,
        endColumn: 18,
        severity: 'warning',
        message: 'Failed to parse service restart specifier, ignoring: allways',
      },
      {
        line: 5,
        column: 1,
        endLine: 5,
        endColumn: 23,
        severity: 'error',
        message: 'Unbalanced quoting, ignoring: "/bin/true "x"',
      },
    ],
  );
});

test('finds nothing to say of a good drop-in', () => {
  expect(diagnoseUnitFile('[Service]\nExecStart=\nExecStart=/usr/bin/kubelet $A\n', `${UNIT}.d/10.conf`)).toEqual([]);
});

test('judges an environment file', () => {
  const found = diagnoseEnvironmentFile('A=1\nnothing\nexport B=2\nC="x\n', '/etc/default/kubelet');
  expect(found.map(({ line, message }) => [line, message])).toEqual([
    [2, "No '=' in this line: systemd ignores it without a word."],
    [3, "Ignoring invalid environment assignment 'export B=2': /etc/default/kubelet"],
    [4, 'This " is never closed: the value goes on to the end of the file.'],
  ]);
});

test('finds variables that no command takes', () => {
  const files = writeText(
    writeText(
      {},
      UNIT,
      '[Service]\nEnvironment=A=1 HTTP_PROXY=p \\\n  B=2\nEnvironmentFile=/e\nExecStart=/usr/bin/kubelet $A\n',
      1,
    ),
    '/e',
    '\nEXTRA_ARGS=--x\n',
    1,
  );
  expect(unusedVariables(loadUnit(files, 'kubelet.service', 1).unit, files)).toEqual([
    { name: 'EXTRA_ARGS', at: { file: '/e', line: 2, column: 1 } },
    { name: 'B', at: { file: UNIT, line: 3, column: 3 } },
  ]);
});

test('judges any text, within the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'[Service]\nExecStart=/\\ "\'#;\r\0🙂A1') }), (text) => {
      for (const { line, column, endLine, endColumn } of [
        ...diagnoseUnitFile(text, UNIT),
        ...diagnoseEnvironmentFile(text, '/e'),
      ]) {
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
        expect(endLine > line || endColumn >= column).toBe(true);
      }
    }),
  );
});
