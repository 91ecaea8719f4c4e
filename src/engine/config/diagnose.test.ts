import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnoseConfigFile } from './diagnose.ts';

const HEAD = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n';
const found = (body: string) => diagnoseConfigFile(HEAD + body, '/c.yaml', '1.36.3');

test('underlines what stops a start', () => {
  expect(found('readOnlyPort: -1\n')).toEqual([
    {
      line: 3,
      column: 1,
      endLine: 3,
      endColumn: 17,
      severity: 'error',
      message: 'invalid configuration: readOnlyPort (--read-only-port) -1 must be between 0 and 65535, inclusive',
    },
  ]);
  expect(found('authentication:\n\tx: 1\n')).toMatchObject([
    {
      line: 4,
      severity: 'error',
      message: 'failed to decode: yaml: line 4: found character that cannot start any token',
    },
  ]);
  expect(found('port: x\n')).toMatchObject([{ line: 3, column: 7, endColumn: 8 }]);
  expect(found('featureGates:\n  NodeSwap: true\n  Nope: true\n')).toMatchObject([
    { line: 5, message: 'unrecognized feature gate: Nope' },
  ]);
  expect(diagnoseConfigFile('', '/c.yaml', '1.36.3')).toMatchObject([
    { line: 1, message: 'kubelet config file "/c.yaml" was empty' },
  ]);
});

test('warns of what is ignored, and tells zeros that mean the default', () => {
  expect(found('authentication:\n  anonymous:\n    enable: true\nport: 1\nport: 2\n')).toMatchObject([
    { line: 5, severity: 'warning', message: 'strict decoding error: unknown field "authentication.anonymous.enable"' },
    { line: 7, severity: 'warning' },
  ]);
  expect(found('syncFrequency: 0s\nimageMaximumGCAge: 0s\nreadOnlyPort: 0\nhealthzPort: null\n')).toMatchObject([
    { line: 6, severity: 'info', message: 'null means the default, 10248' },
    { line: 3, severity: 'info', message: '0s means the default, 1m0s' },
  ]);
});

test('any text has problems or none, never an exception', () => {
  fc.assert(
    fc.property(fc.string(), fc.boolean(), (text, head) => {
      for (const problem of diagnoseConfigFile(head ? HEAD + text : text, '/c', '1.36.3')) {
        expect(problem.endColumn).toBeGreaterThan(problem.column);
        expect(problem.line).toBeGreaterThan(0);
      }
    }),
  );
});
