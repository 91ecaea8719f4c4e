import type { Run } from '../run.ts';

/** The files in tabs: the scenario's, those the learner changed, those they opened; each once, in this order. */
export function tabsOf(run: Run, opened: readonly string[]): readonly string[] {
  const edited = run.played.flatMap(({ step }) => (step.kind === 'edit' ? [step.path] : []));
  return [...new Set([...run.scenario.tabs, ...edited, ...opened])];
}
