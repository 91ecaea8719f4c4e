import { expect, test } from 'vitest';
import type { StageView } from '#session/view.ts';
import { canal, decidingStage } from './canal.ts';

const names = ['connect', 'tls', 'route', 'authenticate', 'authorize', 'handle'] as const;
const stages = (...states: StageView['state'][]): StageView[] =>
  names.map((name, index) => ({
    name,
    label: name,
    state: states[index] ?? 'not-reached',
    sentence: '',
    causes: [],
  }));

test('water stops at the gate that refused', () => {
  const gates = canal(stages('passed', 'passed', 'passed', 'refused'));
  expect(gates.map((gate) => gate.waterAbove)).toEqual([true, true, true, true, false, false]);
  expect(gates.map((gate) => gate.waterBelow)).toEqual([true, true, true, false, false, false]);
  expect(gates.map((gate) => gate.order)).toEqual([0, 1, 2, 3, 4, 4]);
  expect(gates.findIndex((gate) => gate.decides)).toBe(3);
});

test('a skipped gate lets the water through', () => {
  const gates = canal(stages('passed', 'skipped', 'passed', 'skipped', 'skipped', 'answered'));
  expect(gates.every((gate) => gate.waterAbove)).toBe(true);
  expect(gates.at(-1)?.decides).toBe(true);
});

test('what decides when nothing refused', () => {
  expect(decidingStage(stages('passed', 'passed', 'answered'))?.name).toBe('route');
  expect(decidingStage(stages())).toBeUndefined();
});
