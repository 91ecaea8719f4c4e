import { expect, test } from 'vitest';
import { lifetimeOf } from './lifetime.ts';

const at = (seconds: number, code = 0): { pieces: []; end: { at: number; code: number } } => ({
  pieces: [],
  end: { at: seconds * 1000, code },
});

test('what does not end runs', () => {
  expect(lifetimeOf({ pieces: [], end: null }, 'Always', 0, 1e9)).toMatchObject({ state: 'running', restarts: 0 });
});

test('a job ends once', () => {
  expect(lifetimeOf(at(5), 'Never', 0, 4000).state).toBe('running');
  expect(lifetimeOf(at(5), 'Never', 0, 6000)).toMatchObject({ state: 'terminated', restarts: 0, finishedAt: 5000 });
  expect(lifetimeOf(at(5), 'OnFailure', 0, 1e6).state).toBe('terminated');
});

test('a crash is tried again after ever longer pauses', () => {
  const restarts = [500, 5000, 20_000, 60_000, 3_600_000].map((now) => lifetimeOf(at(0, 1), 'Always', 0, now).restarts);
  expect(restarts).toEqual([...restarts].sort((a, b) => a - b));
  expect(restarts[0]).toBe(0);
  expect(restarts.at(-1)).toBeGreaterThan(10);
  expect(lifetimeOf(at(0, 1), 'Always', 0, 15_000)).toMatchObject({ state: 'waiting', exitCode: 1 });
});

test('years of crashes are counted at once', () => {
  const year = 365 * 86_400_000;
  expect(lifetimeOf(at(0, 1), 'Always', 0, 5 * year).restarts).toBeGreaterThan(500_000);
});
