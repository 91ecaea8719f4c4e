import { assign, initialTransition, setup, transition } from 'xstate';
import type { Journey, StageName } from './stage.ts';
import { pass } from './walk.ts';

interface Advance {
  readonly type: 'ADVANCE';
}

/** What xstate hands to an action: the journey so far. */
interface Scope {
  readonly context: Journey;
}

const through = (stage: StageName) =>
  assign<Journey, Advance, undefined, Advance, never>(({ context }: Scope) => pass(stage, context));

/**
 * The life of one request: each state is a gate whose decision is made on entry. `ADVANCE` opens the way to the next
 * gate; a gate that answers ends the journey. Driven only by xstate's pure `transition`: no actor, no clock.
 */
export const requestMachine = setup({
  types: {
    context: {} as Journey,
    events: {} as Advance,
    input: {} as Journey,
  },
  guards: { 'was answered': ({ context }: Scope) => context.answer !== null },
  actions: {
    connect: through('connect'),
    'shake hands': through('tls'),
    route: through('route'),
    authenticate: through('authenticate'),
    authorize: through('authorize'),
    handle: through('handle'),
  },
}).createMachine({
  id: 'request',
  context: ({ input }) => input,
  // Each call of `transition` makes this first state anew, without a journey: no gate may be asked in it.
  initial: 'departing',
  states: {
    departing: { on: { ADVANCE: 'connect' } },
    connect: { entry: 'connect', always: { guard: 'was answered', target: 'answered' }, on: { ADVANCE: 'tls' } },
    tls: { entry: 'shake hands', always: { guard: 'was answered', target: 'answered' }, on: { ADVANCE: 'route' } },
    route: { entry: 'route', always: { guard: 'was answered', target: 'answered' }, on: { ADVANCE: 'authenticate' } },
    authenticate: {
      entry: 'authenticate',
      always: { guard: 'was answered', target: 'answered' },
      on: { ADVANCE: 'authorize' },
    },
    authorize: { entry: 'authorize', always: { guard: 'was answered', target: 'answered' }, on: { ADVANCE: 'handle' } },
    handle: { entry: 'handle', always: { guard: 'was answered', target: 'answered' } },
    answered: { type: 'final' },
  },
});

/** Sends a journey through the machine, gate by gate, until it is answered. */
export function travel(start: Journey): Journey {
  let [snapshot] = initialTransition(requestMachine, start);
  while (snapshot.status === 'active') {
    [snapshot] = transition(requestMachine, snapshot, { type: 'ADVANCE' });
  }
  return snapshot.context;
}
