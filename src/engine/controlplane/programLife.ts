import type { Lifetime } from '../host/containers/lifetime.ts';
import type { Run } from '../host/containers/shell.ts';
import { type Attempt, lastAttempt, type ProgramRun } from './runtime.ts';

/** A program's container as the workload of its node has it. */
export interface ProgramLife {
  readonly life: Lifetime;
  readonly run: Run;
  /** What the attempt before did; null when it is not kept. */
  readonly previousRun: Run | null;
  /** Whether it serves, and its probes hold. */
  readonly ready: boolean;
  readonly blocked: { readonly reason: string; readonly message: string } | null;
}

/** What the kubelet and the runtime show of a program of the control plane at a moment: its present or last attempt. */
export function programLife(run: ProgramRun): ProgramLife {
  const last = lastAttempt(run);
  const before = run.attempts.length > 1 ? run.attempts.at(-2) : undefined;
  if (last === undefined) {
    const message = run.blocked ?? '';
    return {
      life: { state: 'waiting', restarts: 0, startedAt: 0, finishedAt: null, exitCode: 0, previous: null },
      run: { pieces: [], end: null },
      previousRun: null,
      ready: false,
      blocked: { reason: 'ContainerCreating', message },
    };
  }
  const over = last.state === 'ended';
  const previous =
    before === undefined ? null : { startedAt: before.startedAt, finishedAt: before.end?.at ?? last.startedAt };
  return {
    life: {
      state: over ? 'waiting' : 'running',
      restarts: last.number,
      startedAt: last.startedAt,
      finishedAt: over ? (last.end?.at ?? null) : null,
      exitCode: over ? (last.end?.exitCode ?? 0) : 0,
      previous,
    },
    run: runOf(last, over ? (last.end?.exitCode ?? 0) : (before?.end?.exitCode ?? 0)),
    previousRun: before === undefined ? null : runOf(before, before.end?.exitCode ?? 0),
    ready: last.state === 'ready' && last.healthy,
    blocked: null,
  };
}

function runOf(attempt: Attempt, code: number): Run {
  const { startedAt, log, end } = attempt;
  return {
    pieces: log.map(({ at, text }) => ({ at: at - startedAt, stream: 'stderr', text: `${text}\n` })),
    end: { at: (end?.at ?? Number.MAX_SAFE_INTEGER) - startedAt, code },
  };
}
