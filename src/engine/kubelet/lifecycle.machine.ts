import { setup, transition } from 'xstate';
import { remembering } from '../pki/memo.ts';
import type { LifecycleState } from './process.ts';

/** What can happen to a kubelet's service. `EXITED.again` says whether systemd will start it again. */
export type LifecycleEvent =
  | { readonly type: 'START' }
  | { readonly type: 'STOP' }
  | { readonly type: 'READY' }
  | { readonly type: 'EXITED'; readonly again: boolean }
  | { readonly type: 'DUE' };

/**
 * A kubelet's service as `systemctl` tells its states apart: `waiting` is systemd's `activating (auto-restart)`.
 * The delay before `DUE` belongs to the world's clock, not to the machine.
 */
export const lifecycleMachine = setup({
  types: { events: {} as LifecycleEvent },
  guards: { 'starts again': ({ event }: { readonly event: LifecycleEvent }) => event.type === 'EXITED' && event.again },
}).createMachine({
  id: 'lifecycle',
  initial: 'stopped',
  states: {
    stopped: { on: { START: 'starting' } },
    starting: {
      on: { READY: 'running', EXITED: [{ guard: 'starts again', target: 'waiting' }, { target: 'failed' }] },
    },
    running: {
      on: {
        STOP: 'stopped',
        START: 'starting',
        EXITED: [{ guard: 'starts again', target: 'waiting' }, { target: 'failed' }],
      },
    },
    waiting: { on: { DUE: 'starting', START: 'starting', STOP: 'stopped' } },
    failed: { on: { START: 'starting' } },
  },
});

/** The state after an event; the same state where the event means nothing there (stopping what is stopped). */
export function nextState(state: LifecycleState, event: LifecycleEvent): LifecycleState {
  return from(state)(event.type === 'EXITED' && event.again ? 'EXITED again' : event.type);
}

/** The machine's own answers, one by one; there are few, and a preview asks for three of them at each keystroke. */
const from: (state: LifecycleState) => (event: LifecycleEvent['type'] | 'EXITED again') => LifecycleState = remembering(
  8,
  (state) =>
    remembering(8, (type) => {
      const event: LifecycleEvent =
        type === 'EXITED' || type === 'EXITED again' ? { type: 'EXITED', again: type !== 'EXITED' } : { type };
      const [next] = transition(lifecycleMachine, lifecycleMachine.resolveState({ value: state }), event);
      return next.value;
    }),
);
