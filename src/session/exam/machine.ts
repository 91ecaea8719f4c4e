import { assign, setup, transition } from 'xstate';
import { began, type ExamContext, ended, flagged, type Moment, passed, reopened, worked } from './context.ts';

/** What can happen to an exam. Questions are counted from 1. */
export type ExamEvent =
  | { readonly type: 'begin'; readonly at: Moment }
  /** The page was closed, or killed, and is there again: steady clocks of two pages cannot be compared. */
  | { readonly type: 'reopen'; readonly at: Moment }
  /** Time went on; what is asleep gets one for all that it slept through. */
  | { readonly type: 'tick'; readonly at: Moment }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'jump'; readonly question: number }
  | { readonly type: 'flag'; readonly question: number; readonly flagged: boolean }
  | { readonly type: 'note'; readonly text: string }
  /** Something was done in a question, or undone: when each of its steps was, and how many of them count. */
  | { readonly type: 'work'; readonly question: number; readonly moments: readonly number[]; readonly done: number }
  | { readonly type: 'submit' };

export type ExamPhase = 'ready' | 'running' | 'paused' | 'over';

const machineSetup = setup({
  types: { context: {} as ExamContext, events: {} as ExamEvent, input: {} as ExamContext },
  guards: {
    'time is up': ({ context }) => context.used >= context.length,
    'is a question': ({ context, event }) =>
      'question' in event &&
      Number.isInteger(event.question) &&
      event.question >= 1 &&
      event.question <= context.questions,
  },
  actions: {
    begin: assign(({ context, event }) => (event.type === 'begin' ? began(context, event.at) : {})),
    'let time pass on the question': assign(({ context, event }) =>
      event.type === 'tick' ? passed(context, event.at, true) : {},
    ),
    'let time pass': assign(({ context, event }) => (event.type === 'tick' ? passed(context, event.at, false) : {})),
    reopen: assign(({ context, event }) => (event.type === 'reopen' ? reopened(context, event.at) : {})),
    'turn to the question': assign(({ event }) => (event.type === 'jump' ? { current: event.question } : {})),
    flag: assign(({ context, event }) =>
      event.type === 'flag' ? flagged(context, event.question, event.flagged) : {},
    ),
    note: assign(({ event }) => (event.type === 'note' ? { notes: event.text } : {})),
    'count the work': assign(({ context, event }) => (event.type === 'work' ? worked(context, event) : {})),
    end: assign(({ context }) => ended(context)),
  },
});

/**
 * An exam against the clock. A pause hides the question and stops nothing; there is no way back from `over`. Time is brought
 * by events, so nothing runs by itself: decision 4.
 */
export const examMachine = machineSetup.createMachine({
  id: 'exam',
  context: ({ input }) => input,
  initial: 'ready',
  states: {
    ready: { on: { begin: { target: 'running', actions: 'begin' } } },
    running: {
      always: { guard: 'time is up', target: 'over' },
      on: {
        tick: { actions: 'let time pass on the question' },
        reopen: { actions: 'reopen' },
        pause: 'paused',
        jump: { guard: 'is a question', actions: 'turn to the question' },
        flag: { guard: 'is a question', actions: 'flag' },
        note: { actions: 'note' },
        work: { guard: 'is a question', actions: 'count the work' },
        submit: 'over',
      },
    },
    paused: {
      always: { guard: 'time is up', target: 'over' },
      on: {
        tick: { actions: 'let time pass' },
        reopen: { actions: 'reopen' },
        resume: 'running',
        // A line that was running when the pause came may end in it.
        work: { guard: 'is a question', actions: 'count the work' },
        submit: 'over',
      },
    },
    over: { entry: 'end', type: 'final' },
  },
});

/** An exam as it stands: a JSON value. */
export interface ExamState {
  readonly phase: ExamPhase;
  readonly context: ExamContext;
}

/** The state after an event; the same where the event means nothing there. */
export function afterEvent({ phase, context }: ExamState, event: ExamEvent): ExamState {
  const [next] = transition(examMachine, examMachine.resolveState({ value: phase, context }), event);
  return { phase: next.value, context: next.context };
}
