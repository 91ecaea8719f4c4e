import { expect, test } from 'vitest';
import { isRisky, securityPaths } from './security.ts';

test('tells risky values from hardened ones', () => {
  expect(isRisky('authentication.anonymous.enabled', true, '1.36.3')).toBe(true);
  expect(isRisky('authorization.mode', 'Webhook', '1.36.3')).toBe(false);
  expect(isRisky('readOnlyPort', 10255, '1.36.3')).toBe(true);
  expect(isRisky('authentication.x509.clientCAFile', '', '1.36.3')).toBe(true);
  expect(isRisky('maxPods', 5, '1.36.3')).toBe(false);
});

test('lists what bears on security', () => {
  expect(securityPaths('1.36.3')).toContain('readOnlyPort');
  expect(securityPaths('1.34.9')).not.toContain('tlsCurvePreferences');
});
