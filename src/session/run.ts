import { step as stepWorld } from '#engine/world/step.ts';
import type { ApiTrace, RequestTrace, Trace } from '#engine/world/trace.ts';
import type { World } from '#engine/world/world.ts';
import type { Scenario } from '#packs/schema.ts';
import type { LearnerStep } from './step.ts';

/** What one step did to the world: the traces of its events, in order. */
export interface PlayedStep {
  readonly step: LearnerStep;
  readonly traces: readonly Trace[];
  /** The world after it. Kept in memory only; what is stored is the start and the steps. */
  readonly world: World;
}

/** One learner's run through a scenario. `undone` holds what redo would bring back, nearest last. */
export interface Run {
  readonly scenario: Scenario;
  readonly start: World;
  readonly played: readonly PlayedStep[];
  readonly undone: readonly LearnerStep[];
  readonly hintsOpened: number;
  /** What the learner wrote about the whole run. */
  readonly note: string;
}

export function newRun(scenario: Scenario, start: World): Run {
  return { scenario, start, played: [], undone: [], hintsOpened: 0, note: '' };
}

/** The world as it now is. */
export function worldOf(run: Run): World {
  return run.played.at(-1)?.world ?? run.start;
}

/** What the learner answered last to each task's question. */
export function repliesOf({ played }: Run): Readonly<Record<string, string>> {
  return Object.fromEntries(played.flatMap(({ step }) => (step.kind === 'reply' ? [[step.task, step.text]] : [])));
}

/** Every request of the run so far, oldest first. */
export function sentIn({ played }: Run): readonly (RequestTrace | ApiTrace)[] {
  return played.flatMap(({ traces }) => traces.filter((trace) => trace.kind !== 'action'));
}

/** Plays one more step. A new step ends what could be redone. */
export function play(run: Run, step: LearnerStep): Run {
  return { ...run, played: [...run.played, playOn(worldOf(run), step)], undone: [] };
}

/**
 * Plays an edit; one that follows an edit of the same file takes its place, so that typing is one undo step; a step with a note stays.
 * The world's clock keeps what passed between them, unless systemd may have started the kubelet on the earlier text.
 */
export function playEdit(run: Run, step: LearnerStep & { readonly kind: 'edit' }): Run {
  const last = run.played.at(-1)?.step;
  if (
    last?.kind !== 'edit' ||
    last.path !== step.path ||
    last.node !== step.node ||
    last.note !== undefined ||
    isWaited(run, step)
  ) {
    return play(run, step);
  }
  const earlier = run.played.slice(0, -1);
  const before = earlier.at(-1)?.world ?? run.start;
  const passed = [...last.events, ...step.events].filter((event) => event.type === 'advance');
  const milliseconds = passed.reduce((sum, event) => sum + event.milliseconds, 0);
  const events = [
    ...(milliseconds > 0 ? [{ type: 'advance', milliseconds } as const] : []),
    ...step.events.filter((event) => event.type !== 'advance'),
  ];
  return { ...run, played: [...earlier, playOn(before, { ...step, events })], undone: [] };
}

/** A step has no more events than this; a longer wait is several steps. */
export const MOST_EVENTS = 100;

/** Lets time pass; one wait after another is one undo step, too. */
export function playWait(run: Run, milliseconds: number): Run {
  const last = run.played.at(-1);
  const event = { type: 'advance', milliseconds } as const;
  const waited = playOn(worldOf(run), { kind: 'wait', events: [event] });
  if (last?.step.kind !== 'wait' || last.step.note !== undefined || last.step.events.length >= MOST_EVENTS) {
    return { ...run, played: [...run.played, waited], undone: [] };
  }
  // The events stay apart, so that a replay starts the kubelet when it was started.
  const step: LearnerStep = { kind: 'wait', events: [...last.step.events, event] };
  const together: PlayedStep = { step, traces: [...last.traces, ...waited.traces], world: waited.world };
  return { ...run, played: [...run.played.slice(0, -1), together], undone: [] };
}

/** Whether time passes before a step while systemd waits to start a kubelet again. */
function isWaited(run: Run, step: LearnerStep): boolean {
  const waits = Object.values(worldOf(run).nodes).some((node) => node.kubelet.state === 'waiting');
  return waits && step.events.some((event) => event.type === 'advance');
}

export function undo(run: Run): Run {
  const last = run.played.at(-1);
  if (last === undefined) return run;
  return { ...run, played: run.played.slice(0, -1), undone: [...run.undone, last.step] };
}

export function redo(run: Run): Run {
  const next = run.undone.at(-1);
  if (next === undefined) return run;
  return { ...play(run, next), undone: run.undone.slice(0, -1) };
}

/** Walks to the moment after `position` steps, 0 being the start; what then lies ahead stays for redo. */
export function walkTo(run: Run, position: number): Run {
  const wanted = Math.max(0, Math.min(Math.trunc(position), run.played.length + run.undone.length));
  let walked = run;
  while (walked.played.length > wanted) walked = undo(walked);
  while (walked.played.length < wanted) walked = redo(walked);
  return walked;
}

function playOn(before: World, step: LearnerStep): PlayedStep {
  let world = before;
  const traces: Trace[] = [];
  for (const event of step.events) {
    const result = stepWorld(world, event);
    world = result.world;
    traces.push(result.trace);
  }
  return { step, traces, world };
}
