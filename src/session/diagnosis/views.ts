import { type Run, worldOf } from '../run.ts';
import type { DiagnosisView } from '../view/diagnosis.ts';
import { diagnose } from './diagnose.ts';

/** What is recognised in a run, what stands in the way first: mistakes of the learner's, and those that the scenario began with. */
export interface Recognised {
  readonly own: readonly DiagnosisView[];
  readonly planted: readonly DiagnosisView[];
}

/** What the catalogue recognises in a run. Takes some 20 ms. */
export function recognised(run: Run, home: string, typed: readonly string[]): Recognised {
  const { start, played } = run;
  const atStart: ReadonlySet<string> = new Set(
    diagnose({ start, world: start, home, played: [], typed: [] }).map(({ misconception }) => misconception.id),
  );
  const all = diagnose({ start, world: worldOf(run), home, played, typed }).map(
    ({ misconception: { id, name }, sighting }): DiagnosisView => ({ id, name, ...sighting }),
  );
  return {
    own: all.filter(({ id }) => !atStart.has(id)),
    planted: all.filter(({ id }) => atStart.has(id)),
  };
}

/**
 * What is told of it while the learner works. Mistakes that the scenario began with are the riddle: they are told once the
 * learner has restarted a kubelet and made none of their own. It is for idle moments.
 */
export function diagnosisViews(run: Run, home: string, typed: readonly string[]): readonly DiagnosisView[] {
  if (run.played.length === 0 && typed.length === 0) return [];
  const { own, planted } = recognised(run, home, typed);
  const tried = run.played.some(({ step }) => step.events.some(({ type }) => type === 'restart' || type === 'start'));
  if (own.length > 0) return own;
  return tried ? planted : [];
}
