import { expect, test } from 'vitest';
import { type LifecycleEvent, nextState } from './lifecycle.machine.ts';

const EVENTS: readonly LifecycleEvent[] = [
  { type: 'START' },
  { type: 'READY' },
  { type: 'STOP' },
  { type: 'EXITED', again: true },
  { type: 'EXITED', again: false },
  { type: 'DUE' },
];

test.each([
  ['stopped', ['starting', 'stopped', 'stopped', 'stopped', 'stopped', 'stopped']],
  ['starting', ['starting', 'running', 'starting', 'waiting', 'failed', 'starting']],
  ['running', ['starting', 'running', 'stopped', 'waiting', 'failed', 'running']],
  ['waiting', ['starting', 'waiting', 'stopped', 'waiting', 'waiting', 'starting']],
  ['failed', ['starting', 'failed', 'failed', 'failed', 'failed', 'failed']],
] as const)('from %s, an event leads where systemd goes, or nowhere', (state, expected) => {
  expect(EVENTS.map((event) => nextState(state, event))).toEqual(expected);
});
