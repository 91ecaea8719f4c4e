import { expect, test } from 'vitest';
import { gateEnabled, gateErrors, gatesInForce, gateWarnings } from './gates.ts';

const wishes = (object: Readonly<Record<string, boolean>>) => new Map(Object.entries(object));

test('a gate is as its version has it until somebody says otherwise', () => {
  expect(gateEnabled('KubeletFineGrainedAuthz', new Map(), 32)).toBe(false);
  expect(gateEnabled('KubeletFineGrainedAuthz', new Map(), 33)).toBe(true);
  expect(gateEnabled('KubeletInUserNamespace', wishes({ AllAlpha: true }), 36)).toBe(true);
  expect(gatesInForce(wishes({ MemoryQoS: true }), 36).MemoryQoS).toBe(true);
});

test('refuses in the words of the feature gate', () => {
  expect(gateErrors(wishes({ KubeletFineGrainedAuthz: false }), 36)).toEqual([
    'cannot set feature gate KubeletFineGrainedAuthz to false, feature is locked to true',
  ]);
  expect(gateErrors(wishes({ KubeletFineGrainedAuthz: false }), 34)).toEqual([]);
  expect(gateErrors(wishes({ __proto__x: true }), 36)).toEqual(['unrecognized feature gate: __proto__x']);
  expect(gateErrors(wishes({ GracefulNodeShutdown: false }), 36)).toEqual([
    'GracefulNodeShutdownBasedOnPodPriority is enabled, but depends on features that are disabled: [GracefulNodeShutdown]',
    'WindowsGracefulNodeShutdown is enabled, but depends on features that are disabled: [GracefulNodeShutdown]',
  ]);
});

test('warns of gates that are on their way out', () => {
  expect(gateWarnings(wishes({ KubeletFineGrainedAuthz: true, MemoryQoS: true }), 36)).toEqual([
    '"Warning: setting GA feature gate. It will be removed in a future release." featureGate="KubeletFineGrainedAuthz" value=true',
  ]);
});
