import type { WorldEvent } from '#engine/world/event.ts';
import type { Run } from '../run.ts';
import type { SessionView } from '../view.ts';
import { WORDS } from './words.ts';

/** One right way of a scenario, and how many restarts and changes the learner's own took beside it. */
export function referenceView(run: Run): NonNullable<SessionView['reference']> {
  const lines = run.scenario.solution.filter((line) => !line.startsWith('#'));
  const events = run.played.flatMap(({ step }) => step.events);
  const restarts = events.filter(({ type }) => type === 'restart' || type === 'start').length;
  const written = new Set(events.flatMap((event) => (CHANGES.has(event.type) && 'path' in event ? [event.path] : [])));
  const requests = events.filter(({ type }) => type === 'request').length;
  return { lines, comparison: WORDS.ownWay(restarts, written.size, requests) };
}

const CHANGES: ReadonlySet<WorldEvent['type']> = new Set(['write', 'remove', 'chmod', 'chown']);
