import { expect, test } from 'vitest';
import { getShortestPaths, getSimplePaths } from 'xstate/graph';
import { type ExamContext, type Moment, newContext } from './context.ts';
import { afterEvent, type ExamEvent, type ExamPhase, type ExamState, examMachine } from './machine.ts';

const MINUTE = 60_000;
const LENGTH = 60 * MINUTE;
const NEW = newContext(2, LENGTH);

/** Time as it goes, a sleep that the steady clock did not see, and a wall clock that was set back. */
const after = ({ last }: ExamContext, wall: number, steady: number): Moment => ({
  wall: last.wall + wall * MINUTE,
  steady: last.steady + steady * MINUTE,
});

function eventsOf(context: ExamContext): ExamEvent[] {
  return [
    { type: 'begin', at: { wall: 1000 * MINUTE, steady: MINUTE } },
    { type: 'tick', at: after(context, 20, 20) },
    { type: 'tick', at: after(context, 90, 0) },
    { type: 'tick', at: after(context, -30, 20) },
    { type: 'reopen', at: { wall: context.last.wall + 20 * MINUTE, steady: 0 } },
    { type: 'reopen', at: { wall: context.last.wall - 5 * MINUTE, steady: 0 } },
    { type: 'pause' },
    { type: 'resume' },
    { type: 'jump', question: 2 },
    { type: 'jump', question: 3 },
    { type: 'flag', question: 1, flagged: true },
    { type: 'flag', question: 1, flagged: false },
    { type: 'note', text: 'n' },
    { type: 'work', question: 2, moments: [1], done: 1 },
    { type: 'submit' },
  ];
}

type Snapshot = ReturnType<typeof examMachine.resolveState>;
const stateOf = ({ value, context }: Snapshot): ExamState => ({ phase: value as ExamPhase, context });

const shared = { input: NEW, events: ({ context }: Snapshot) => eventsOf(context) };

/** Walks a path by the function that the session uses, keeping the state as text between any two events. */
function walked(events: readonly ExamEvent[]): readonly ExamState[] {
  const states: ExamState[] = [{ phase: 'ready', context: NEW }];
  for (const event of events) {
    const before = JSON.parse(JSON.stringify(states.at(-1))) as ExamState;
    states.push(afterEvent(before, event));
  }
  return states;
}

function expectSound(events: readonly ExamEvent[], states: readonly ExamState[]): void {
  const [first] = states;
  let before = first;
  for (const [index, state] of states.slice(1).entries()) {
    const event = events[index];
    const { context, phase } = state;
    if (event === undefined || before === undefined) throw new Error('a path has an event between any two states');
    expect(context.used, 'time never comes back').toBeGreaterThanOrEqual(before.context.used);
    expect(phase === 'running' || phase === 'paused' ? context.used < LENGTH : true, 'nobody works after the end').toBe(
      true,
    );
    expect(context.spent.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(context.used);
    if (event.type === 'tick' && (before.phase === 'running' || before.phase === 'paused')) {
      const wall = event.at.wall - before.context.last.wall;
      const steady = event.at.steady - before.context.last.steady;
      expect(context.used - before.context.used, 'the clock that went further counts').toBe(
        Math.min(LENGTH - before.context.used, Math.max(wall, steady)),
      );
      expect(wall === steady || context.jumped !== null, 'a jump is told').toBe(true);
    }
    if (before.phase === 'over') expect(state, 'over is over').toEqual(before);
    if (before.phase === 'paused') expect(context.current, 'a pause hides all questions').toBe(before.context.current);
    if (phase === 'over') expect(context.ended).toBeGreaterThanOrEqual(context.began);
    expect(context.current).toBeLessThanOrEqual(2);
    before = state;
  }
}

/** What tells states apart; the clocks and what follows from them have too many values. */
const told = ({ phase, context: { used, current, flagged, notes, jumped, done } }: ExamState): string =>
  JSON.stringify([phase, used, current, flagged, notes, Math.sign(jumped ?? 0), done]);

test('every state that can be reached is sound, kept as text and taken up again on every step of the way', () => {
  const paths = getShortestPaths(examMachine, {
    ...shared,
    serializeState: (state) => told(stateOf(state as Snapshot)),
    limit: 100_000,
  });
  expect(paths.length).toBeGreaterThan(200);
  for (const path of paths) {
    const events = path.steps.map(({ event }) => event).filter(({ type }) => !type.startsWith('xstate.'));
    const states = walked(events);
    expectSound(events, states);
    const last = states.at(-1);
    expect(last === undefined ? '' : told(last)).toBe(told(stateOf(path.state as Snapshot)));
  }
});

test('every way through the states leads to an end, whatever comes between', () => {
  const paths = getSimplePaths(examMachine, {
    ...shared,
    serializeState: (state) => {
      const { phase, context } = stateOf(state as Snapshot);
      return JSON.stringify([phase, context.flagged, context.current]);
    },
    toState: (state) => (state as Snapshot).value === 'over',
  });
  expect(paths.length).toBeGreaterThan(20);
  for (const path of paths) {
    const events = path.steps.map(({ event }) => event).filter(({ type }) => !type.startsWith('xstate.'));
    const states = walked(events);
    expectSound(events, states);
    expect(states.at(-1)?.phase).toBe('over');
  }
});

test('time that is up while asleep ends it at the deadline, not at the awakening', () => {
  const begun = afterEvent({ phase: 'ready', context: NEW }, { type: 'begin', at: { wall: 1000, steady: 5 } });
  const woken = afterEvent(begun, { type: 'tick', at: { wall: 1000 + 3 * LENGTH, steady: 6 } });
  expect([woken.phase, woken.context.ended, woken.context.used]).toEqual(['over', 1000 + LENGTH, LENGTH]);
  const closed = afterEvent(begun, { type: 'reopen', at: { wall: 1000 + 2 * LENGTH, steady: 0 } });
  expect([closed.phase, closed.context.ended]).toEqual(['over', 1000 + LENGTH]);
});

test('clocks that differ a little are no jump, and the difference does not add up', () => {
  let state = afterEvent({ phase: 'ready', context: NEW }, { type: 'begin', at: { wall: 0, steady: 0 } });
  for (let second = 1; second <= 1800; second += 1) {
    const wobble = second % 2 === 0 ? 900 : -900;
    state = afterEvent(state, { type: 'tick', at: { wall: second * 1000 + wobble, steady: second * 1000 } });
  }
  expect([state.context.jumped, state.context.used]).toEqual([null, 1800 * 1000 + 900]);
});
