import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withField } from './withField.ts';

const CONFIG = `kind: KubeletConfiguration
authentication:
  # as the audit wants it
  anonymous:
    enabled: false # checked
  x509:
    clientCAFile: /etc/kubernetes/pki/ca.crt
readOnlyPort: 0
`;

test('a value is exchanged where it stands, comments and all else kept', () => {
  expect(withField(CONFIG, 'authentication.anonymous.enabled', true)).toBe(
    CONFIG.replace('enabled: false', 'enabled: true'),
  );
  expect(withField(CONFIG, 'authentication.x509.clientCAFile', '')).toBe(
    CONFIG.replace('/etc/kubernetes/pki/ca.crt', '""'),
  );
});

test('a field that is not there comes as lines of its own', () => {
  expect(withField(CONFIG, 'authentication.webhook.enabled', true)).toBe(
    CONFIG.replace('  anonymous:', '  webhook:\n    enabled: true\n  anonymous:'),
  );
  expect(withField(CONFIG, 'authorization.mode', 'Webhook')).toBe(`${CONFIG}authorization:\n  mode: Webhook\n`);
  expect(withField('a: 1', 'readOnlyPort', 10255)).toBe('a: 1\nreadOnlyPort: 10255\n');
  expect(withField('a: {b: 1}', 'a.c.d', false)).toBe('a: {c: {d: false}, b: 1}');
  expect(withField('a: {}', 'a.c', 'x')).toBe('a: {c: x}');
  expect(withField('a:\n', 'a', 1)).toBe('a: 1\n');
});

test('where a field cannot be set nothing is', () => {
  for (const text of ['', '- a', 'a: [1', 'a: 1']) expect(withField(text, 'a.b', 1)).toBeNull();
});

test('any text whatsoever: nothing throws', () => {
  const path = fc.constantFrom('a.b', 'a', 'authentication.anonymous.enabled');
  const odd = fc.constantFrom(
    'a: &x {b: 1}\nc: *x\n',
    '? a\n: b: 1\n',
    'a: {b: 1',
    'a: b\n...\n',
    'a: |\n  b\n',
    'a:\n  <<: {b: 1}\n',
  );
  fc.assert(fc.property(fc.oneof(fc.string(), odd), path, (text, at) => void withField(text, at, true)));
});
