import type { Moment } from '../judge/metFirst.ts';
import { type Run, repliesOf, worldOf } from '../run.ts';

/** A run as it now is, for whoever asks what is met: its world, what was answered, what was sent. */
export function momentOf(run: Run, node: string): Moment {
  const sent = () =>
    run.played.flatMap(({ traces }) => traces.filter((trace) => trace.kind === 'request' || trace.kind === 'api'));
  return { world: worldOf(run), node, replies: repliesOf(run), sent };
}
