import { expect, test } from 'vitest';
import type { StageView } from '#session/view.ts';
import { canal, reasons } from './canal.ts';

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
});

test('a skipped gate lets the water through', () => {
  const gates = canal(stages('passed', 'skipped', 'passed', 'skipped', 'skipped', 'answered'));
  expect(gates.every((gate) => gate.waterAbove)).toBe(true);
  expect(gates.filter((gate) => gate.waterBelow)).toHaveLength(5);
});

test('a refusal explains itself; a request that was let in is explained by who it was and why that was enough', () => {
  const explain = (...states: StageView['state'][]) => reasons(stages(...states)).map((stage) => stage.name);
  expect(explain('passed', 'passed', 'passed', 'passed', 'refused')).toEqual(['authorize']);
  expect(explain('passed', 'passed', 'passed', 'passed', 'passed', 'answered')).toEqual(['authenticate', 'authorize']);
  expect(explain('passed', 'passed', 'answered')).toEqual(['route']);
  expect(explain('passed', 'skipped', 'passed', 'skipped', 'skipped', 'answered')).toEqual(['handle']);
  expect(explain()).toEqual([]);
});
