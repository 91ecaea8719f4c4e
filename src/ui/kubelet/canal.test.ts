import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StageView } from '#session/view.ts';
import { frame, journeyLength } from './canal.ts';

const names = ['connect', 'tls', 'route', 'authenticate', 'authorize', 'handle'] as const;
const stages = (...states: StageView['state'][]): StageView[] =>
  names.map((name, index) => ({
    name,
    label: name,
    state: states[index] ?? 'not-reached',
    sentence: '',
    causes: [],
  }));

const REFUSED = stages('passed', 'passed', 'passed', 'refused');
const SERVED = stages('passed', 'skipped', 'passed', 'skipped', 'skipped', 'answered');

test('water stops at the gate that refused', () => {
  const { gates, at, landed } = frame(REFUSED, 4);
  expect(gates.map((gate) => gate.before)).toEqual([1, 1, 1, 1, 0, 0]);
  expect(gates.map((gate) => gate.behind)).toEqual([1, 1, 1, 0, 0, 0]);
  expect(gates.map((gate) => gate.shown)).toEqual([true, true, true, true, false, false]);
  expect(at?.name).toBe('authenticate');
  expect(landed).toBe(true);
});

test('a skipped gate lets the water through', () => {
  expect(frame(SERVED, 6).gates.filter((gate) => gate.behind === 1)).toHaveLength(5);
  expect(journeyLength(SERVED)).toBe(6);
});

test('half way to a gate its basin is half full and it has not decided; behind it there is nothing', () => {
  const { gates, at, landed } = frame(REFUSED, 1.25);
  expect(gates.map((gate) => gate.before)).toEqual([1, 0.5, 0, 0, 0, 0]);
  expect(gates.map((gate) => gate.behind)).toEqual([1, 0, 0, 0, 0, 0]);
  expect(gates[1]).toMatchObject({ shown: false });
  expect(at?.name).toBe('connect');
  expect(landed).toBe(false);
});

test('at the start nothing is shown, and the boat lies before the first gate', () => {
  const { gates, at, boat } = frame(REFUSED, 0);
  expect(at).toBeNull();
  expect(gates.some((gate) => gate.shown)).toBe(false);
  expect(boat).toBe(0);
});

test('the boat never goes back nor past the gate that ended the journey, and what was shown stays shown', () => {
  const length = fc.integer({ min: 1, max: 6 });
  fc.assert(
    fc.property(
      length,
      fc.double({ min: 0, max: 8, noNaN: true }),
      fc.double({ min: 0, max: 8, noNaN: true }),
      (reached, one, other) => {
        const journey = stages(
          ...names.slice(0, reached).map((_, index) => (index < reached - 1 ? 'passed' : 'refused')),
        );
        const [early, late] = [Math.min(one, other), Math.max(one, other)].map((clock) => frame(journey, clock));
        expect(early?.boat).toBeLessThanOrEqual(late?.boat ?? 0);
        expect(late?.boat).toBeLessThanOrEqual(frame(journey, reached - 0.5).boat);
        for (const [index, gate] of (early?.gates ?? []).entries()) {
          const then = late?.gates[index];
          expect(!gate.shown || then?.shown).toBe(true);
          expect(gate.before <= (then?.before ?? 0) && gate.behind <= (then?.behind ?? 0)).toBe(true);
          expect(gate.behind === 0 || gate.before === 1).toBe(true);
        }
      },
    ),
  );
});
