import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withFlagBehind, withFlagValue, withoutFlag } from './unitText.ts';

const UNIT = `[Service]
ExecStart=/usr/bin/kubelet \\
  --anonymous-auth=true \\
  --v=2
Environment="ARGS=--config=/x --authorization-mode AlwaysAllow --anonymous_auth"
`;

test('a flag goes with its value, and a line that held nothing else goes too', () => {
  expect(withoutFlag(UNIT, 3, 'anonymous-auth', 'true')).toBe(UNIT.replace('  --anonymous-auth=true \\\n', ''));
  expect(withoutFlag(UNIT, 5, 'authorization-mode', 'AlwaysAllow')).toBe(
    UNIT.replace(' --authorization-mode AlwaysAllow', ''),
  );
  expect(withoutFlag(UNIT, 5, 'anonymous-auth', 'true')).toBe(UNIT.replace(' --anonymous_auth', ''));
  expect(withoutFlag(UNIT, 4, 'anonymous-auth', 'true')).toBeNull();
  expect(withoutFlag(UNIT, 5, 'config', '/')).toBeNull();
});

test('a flag gets another value, or comes behind a word', () => {
  expect(withFlagValue(UNIT, 3, 'anonymous-auth', 'true', 'false')).toBe(UNIT.replace('=true', '=false'));
  expect(withFlagBehind(UNIT, 4, '--v=2', '--read-only-port=0')).toBe(
    UNIT.replace('--v=2', '--v=2 --read-only-port=0'),
  );
  expect(withFlagBehind(UNIT, 4, '--v=3', '--x=1')).toBeNull();
});

test('any text and any line: nothing throws', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: -3, max: 9 }), fc.string(), (text, line, value) => {
      withoutFlag(text, line, 'v', value);
      withFlagValue(text, line, 'v', value, value);
      withFlagBehind(text, line, value, '--v=2');
    }),
  );
});
