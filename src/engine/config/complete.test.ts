import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completionsAt, fieldPathAt } from './complete.ts';
import { describeField, describeFlag } from './help.ts';

const TEXT = `authentication:
  anonymous:
    enabled: false
  
authorization:
  mode: 
enforceNodeAllocatable:
- p
registerWithTaints:
- key: a
  effect: N
featureGates:
  K
`;
const labels = (line: number, column: number) => completionsAt(TEXT, line, column, '1.36.3').map(({ label }) => label);

test('finds the field under the cursor, in broken files too', () => {
  expect(fieldPathAt(TEXT, 3, 6)).toBe('authentication.anonymous.enabled');
  expect(fieldPathAt('authorization: {"mode": "Webhook"}', 1, 19)).toBe('authorization.mode');
  expect(fieldPathAt('authentication:\n  x509:\n    clientCAFile: "/x\n', 3, 8)).toBe(
    'authentication.x509.clientCAFile',
  );
  expect(fieldPathAt('port: 1\n\n', 2, 1)).toBeNull();
});

test('offers the fields of the map, without those there already, and the values of a field', () => {
  expect(labels(4, 3)).toEqual(['x509', 'webhook']);
  expect(labels(6, 9)).toEqual(['Webhook', 'AlwaysAllow']);
  expect(labels(3, 14)).toEqual(['true', 'false']);
  expect(labels(8, 4)).toContain('kube-reserved');
  expect(labels(11, 12)).toEqual(['NoSchedule', 'PreferNoSchedule', 'NoExecute']);
  expect(labels(13, 4)).toContain('KubeletFineGrainedAuthz');
  expect(completionsAt('', 1, 1, '1.36.3').map(({ label }) => label)).toContain('readOnlyPort');
  expect(completionsAt('', 1, 1, '1.34.9').map(({ label }) => label)).not.toContain('tlsCurvePreferences');
});

test('describes fields and flags with type, default and twin', () => {
  expect(describeField('authentication.anonymous.enabled', '1.36.3')).toMatchObject({
    label: 'enabled',
    insert: 'enabled: ',
    detail: 'bool, default false, but true without --config',
    documentation: expect.stringContaining('--anonymous-auth'),
  });
  expect(describeField('nope', '1.36.3')).toBeNull();
  expect(describeFlag('anonymous_auth', '1.36.3')).toMatchObject({
    label: '--anonymous-auth',
    detail: 'bool, default true without --config',
    documentation: expect.stringContaining('authentication.anonymous.enabled'),
  });
  expect(describeFlag('kubeconfig', '1.36.3')?.detail).toBe('string');
});

test('any place in any text has an answer', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(5), fc.nat(20), (text, line, column) => {
      completionsAt(text, line + 1, column + 1, '1.36.3');
      fieldPathAt(text, line + 1, column + 1);
    }),
  );
});
