import { expect, test } from 'vitest';
import { releaseOf } from '../../versions/release.ts';
import { gateEnabled, gateErrors, gatesInForce, gateWarnings } from './gates.ts';

const wishes = (object: Readonly<Record<string, boolean>>) => new Map(Object.entries(object));

const release = (minor: number) => releaseOf(`1.${minor}.0`);

test('a gate is as its version has it until somebody says otherwise', () => {
  expect(gateEnabled('KubeletFineGrainedAuthz', new Map(), release(32))).toBe(false);
  expect(gateEnabled('KubeletFineGrainedAuthz', new Map(), release(33))).toBe(true);
  expect(gateEnabled('KubeletInUserNamespace', wishes({ AllAlpha: true }), release(36))).toBe(true);
  expect(gatesInForce(wishes({ MemoryQoS: true }), release(36)).MemoryQoS).toBe(true);
});

test('refuses in the words of the feature gate', () => {
  expect(gateErrors(wishes({ KubeletFineGrainedAuthz: false }), release(36))).toEqual([
    'cannot set feature gate KubeletFineGrainedAuthz to false, feature is locked to true',
  ]);
  expect(gateErrors(wishes({ KubeletFineGrainedAuthz: false }), release(34))).toEqual([]);
  expect(gateErrors(wishes({ __proto__x: true }), release(36))).toEqual(['unrecognized feature gate: __proto__x']);
  expect(gateErrors(wishes({ GracefulNodeShutdown: false }), release(36))).toEqual([
    'GracefulNodeShutdownBasedOnPodPriority is enabled, but depends on features that are disabled: [GracefulNodeShutdown]',
    'WindowsGracefulNodeShutdown is enabled, but depends on features that are disabled: [GracefulNodeShutdown]',
  ]);
});

test('warns of gates that are on their way out', () => {
  expect(gateWarnings(wishes({ KubeletFineGrainedAuthz: true, MemoryQoS: true }), release(36))).toEqual([
    '"Warning: setting GA feature gate. It will be removed in a future release." featureGate="KubeletFineGrainedAuthz" value=true',
  ]);
});

test('older releases refuse no dependency and remark in a sentence', () => {
  expect(gateErrors(wishes({ GracefulNodeShutdown: false }), release(34))).toEqual([]);
  expect(gateWarnings(wishes({ NodeSwap: true }), release(34))).toEqual([
    'Setting GA feature gate NodeSwap=true. It will be removed in a future release.',
  ]);
});

test('the recorded build has gates of its own', () => {
  const recorded = releaseOf('1.31.14+downstream');
  expect(gateEnabled('NodeLogQuery', new Map(), recorded)).toBe(true);
  expect(gateEnabled('NodeLogQuery', new Map(), releaseOf('1.31.14'))).toBe(false);
  expect(gateErrors(wishes({ KubeletFineGrainedAuthz: true }), recorded)).toEqual([]);
  expect(gateErrors(wishes({ KubeletFineGrainedAuthz: true }), releaseOf('1.31.14'))).toEqual([
    'unrecognized feature gate: KubeletFineGrainedAuthz',
  ]);
});
