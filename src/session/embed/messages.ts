import type { SessionView } from '../view.ts';

/** What an embedded page tells the page around it. Every message names its version, so that readers can refuse what they do not know. */
export type EmbedMessage = {
  readonly source: 'portside';
  readonly version: 1;
  readonly scenario: string;
  readonly title: string;
  /** Tasks that are met, and all there are. */
  readonly met: number;
  readonly tasks: number;
  /** Partial credit of 100, damage taken off, rounded down. */
  readonly score: number;
  /** All tasks are met, and all works that must. */
  readonly solved: boolean;
  /** Hints that were opened. */
  readonly hints: number;
} & {
  /** `ready` once, `score` when it changed or was asked for, `completed` each time that the scenario becomes solved. */
  readonly kind: 'ready' | 'score' | 'completed';
};

/** A message about a session as it is. */
export function embedMessage(
  kind: EmbedMessage['kind'],
  { scenario, tasks, solved, hints }: SessionView,
  score: number,
): EmbedMessage {
  return {
    source: 'portside',
    version: 1,
    kind,
    scenario: scenario.id,
    title: scenario.title,
    met: tasks.filter(({ state }) => state === 'met').length,
    tasks: tasks.length,
    score,
    solved,
    hints: hints.opened.length,
  };
}

/** What is to be told after `before`: nothing when nothing that a message holds has changed. */
export function newsFor(before: EmbedMessage, now: EmbedMessage): EmbedMessage | null {
  if (now.solved && !before.solved) return { ...now, kind: 'completed' };
  const same = (['met', 'score', 'solved', 'hints'] as const).every((key) => before[key] === now[key]);
  return same ? null : { ...now, kind: 'score' };
}

/** Whether something that came from the page around is a question for the score. Takes any value. */
export function asksForScore(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const { target, version, kind } = data as Readonly<Record<string, unknown>>;
  return target === 'portside' && version === 1 && kind === 'ask';
}

/**
 * The origin that may listen: the one that the address names in `embed`, when it is a bare http or https origin and, where
 * the browser tells it, really that of the page around. Null otherwise, and then nothing is ever told.
 */
export function listenerOf(search: string, around: string | null): string | null {
  const named = new URLSearchParams(search).get('embed');
  if (named === null || !/^https?:\/\/[^/?#\s]+$/.test(named)) return null;
  try {
    if (new URL(named).origin !== named) return null;
  } catch {
    return null;
  }
  return around === null || around === named ? named : null;
}
