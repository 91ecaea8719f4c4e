import type { WorldEvent } from '#engine/world/event.ts';
import type { Run } from '../run.ts';
import type { LearnerStep } from '../step.ts';
import type { SessionView } from '../view.ts';
import { WORDS } from './words.ts';

/** One right way of a scenario, and how the learner's own compares with it: commands, edits, restarts. */
export function referenceView(run: Run): NonNullable<SessionView['reference']> {
  const lines = run.scenario.solution.filter((line) => !line.startsWith('#'));
  const events = run.played.flatMap(({ step }) => step.events);
  const restarts = events.filter(({ type }) => type === 'restart' || type === 'start').length;
  const written = new Set(
    events.flatMap((event) => (CHANGES.has(event.type) && 'path' in event ? [`${event.node}:${event.path}`] : [])),
  );
  const requests = events.filter(({ type }) => type === 'request').length;
  const done = (kind: LearnerStep['kind']): number => run.played.filter(({ step }) => step.kind === kind).length;
  const comparison = [
    WORDS.ownWay(restarts, written.size, requests),
    WORDS.ownHands(done('line'), done('edit')),
    WORDS.rightWay(
      lines.filter((line) => !LEADS.test(line)).length,
      lines.filter((line) => RESTARTS.test(line)).length,
    ),
  ].join(' ');
  return { lines, comparison };
}

/** A line by which a kubelet is started again, here or on another node. */
const RESTARTS = /\bsystemctl\s+(?:re)?start\s+kubelet\b/;

/** A line that only leads to another node, or back. Nothing is done by it, so it is no step of the learner's either. */
const LEADS = /^(?:ssh\s+\S+|exit|logout)$/;

const CHANGES: ReadonlySet<WorldEvent['type']> = new Set(['write', 'remove', 'chmod', 'chown']);
