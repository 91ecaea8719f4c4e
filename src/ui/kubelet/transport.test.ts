import { expect, test } from 'vitest';
import { GATE_MILLISECONDS, jumpTo, replay, stepBack, stepForward, stopAt, tick, toggle } from './transport.ts';

const still = (clock: number) => ({ clock, playing: false });

test('forward and back go from stop to stop and meet each other', () => {
  const forward = [still(0)];
  while ((forward.at(-1)?.clock ?? 4) < 4) forward.push(stepForward(forward.at(-1) ?? still(4), 4));
  expect(forward.map(({ clock }) => clock)).toEqual([0, 0.5, 1.5, 2.5, 3.5, 4]);
  const back = [still(4)];
  while ((back.at(-1)?.clock ?? 0) > 0) back.push(stepBack(back.at(-1) ?? still(0), 4));
  expect(back.map(({ clock }) => clock)).toEqual([4, 3.5, 2.5, 1.5, 0.5, 0]);
  expect(stepForward(still(4), 4)).toEqual(still(4));
  expect(stepBack(still(0), 4)).toEqual(still(0));
});

test('a journey of one gate has a start, a gate and an answer', () => {
  expect(stepForward(still(0), 1)).toEqual(still(0.5));
  expect(stepForward(still(0.5), 1)).toEqual(still(1));
  expect(stepBack(still(1), 1)).toEqual(still(0.5));
});

test('a step ends the travel', () => {
  expect(stepForward({ clock: 1.2, playing: true }, 4)).toEqual(still(1.5));
  expect(stepBack({ clock: 1.2, playing: true }, 4)).toEqual(still(0.5));
});

test('time moves the clock by speed, and the journey ends by itself', () => {
  const moved = tick(replay(), GATE_MILLISECONDS * 2, 0.5, 4);
  expect(moved).toEqual({ clock: 1, playing: true });
  expect(tick(moved, 10_000, 1, 4)).toEqual(still(4));
  expect(tick(still(1), 10_000, 1, 4)).toEqual(still(1));
  expect(tick(moved, -50, 1, 4)).toEqual(moved);
});

test('play pauses, goes on, and begins again after the end', () => {
  expect(toggle({ clock: 1, playing: true }, 4)).toEqual(still(1));
  expect(toggle(still(1), 4)).toEqual({ clock: 1, playing: true });
  expect(toggle(still(4), 4)).toEqual(replay());
});

test('a gate that was not reached leads to the answer', () => {
  expect(jumpTo(1, 4)).toEqual(still(1.5));
  expect(jumpTo(5, 4)).toEqual(still(4));
});

test('without travel the picture stands at its stops', () => {
  expect([0, 0.3, 0.5, 1.4, 1.5, 3.9, 4, 9].map((clock) => stopAt(clock, 4))).toEqual([0, 0, 0.5, 0.5, 1.5, 3.5, 4, 4]);
});
