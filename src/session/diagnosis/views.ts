import { type Run, worldOf } from '../run.ts';
import type { DiagnosisView } from '../view/diagnosis.ts';
import { diagnose } from './diagnose.ts';

/**
 * What the catalogue recognises in a run, what stands in the way first. Mistakes that the scenario began with are the
 * riddle: they are told once the learner has restarted a kubelet and made none of their own. Takes some 20 ms, so it is for
 * idle moments.
 */
export function diagnosisViews(run: Run, home: string, typed: readonly string[]): readonly DiagnosisView[] {
  if (run.played.length === 0 && typed.length === 0) return [];
  const { start, played } = run;
  const all = diagnose({ start, world: worldOf(run), home, played, typed });
  const planted = new Set(
    diagnose({ start, world: start, home, played: [], typed: [] }).map(({ misconception }) => misconception.id),
  );
  const own = all.filter(({ misconception }) => !planted.has(misconception.id));
  const tried = played.some(({ step }) => step.events.some(({ type }) => type === 'restart' || type === 'start'));
  const told = own.length > 0 ? own : tried ? all : [];
  return told.map(({ misconception: { id, name }, sighting }) => ({ id, name, ...sighting }));
}
