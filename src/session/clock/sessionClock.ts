import { monthName, utcParts } from '#engine/time.ts';
import type { World } from '#engine/world/world.ts';
import type { SessionClock } from '../view/clock.ts';
import { upcoming } from './upcoming.ts';

/** What the clock works on. */
export interface ClockInput {
  world(): World;
  /** Whether steps were undone and lie ahead. */
  held(): boolean;
  /** Lets pass what passed on the learner's clock, as a step. */
  pass(): void;
  /** Forgets what passed on the learner's clock. */
  forget(): void;
}

/** As many events as a menu has room for. */
const SHOWN = 4;

export function sessionClock({ world, held, pass, forget }: ClockInput): SessionClock {
  return {
    date: () => dateText(world().now),
    next() {
      const now = world();
      return upcoming(now)
        .slice(0, SHOWN)
        .map(({ label, at }) => ({ label, when: inText(at - now.now), milliseconds: at - now.now }));
    },
    flow() {
      // While steps lie ahead time stands still by itself: a wait would end them.
      if (!held()) pass();
    },
    rest: forget,
  };
}

/** `24 Nov 2026` */
export function dateText(at: number): string {
  const { day, year } = utcParts(at);
  return `${day} ${monthName(at)} ${year}`;
}

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000] as const;

/** `in 7 s`, `in 4 min`, `in 3 h`, `in 364 days` */
export function inText(milliseconds: number): string {
  if (milliseconds < 2 * MINUTE) return `in ${Math.max(1, Math.ceil(milliseconds / SECOND))} s`;
  if (milliseconds < 2 * HOUR) return `in ${Math.round(milliseconds / MINUTE)} min`;
  if (milliseconds < 2 * DAY) return `in ${Math.round(milliseconds / HOUR)} h`;
  return `in ${Math.round(milliseconds / DAY)} days`;
}
