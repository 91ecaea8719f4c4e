import { utcParts } from '#engine/time.ts';
import type { World } from '#engine/world/world.ts';
import type { Scenario } from '#packs/schema.ts';
import { KEEPING } from './keeping/words.ts';
import { withNote } from './notes.ts';
import type { Clock, Keeper } from './ports.ts';
import { type Run, walkTo, worldOf } from './run.ts';
import { readForeign } from './saved/foreign.ts';
import { replay, savedOf } from './saved/saved.ts';
import { requestViews } from './screen/requests.ts';
import { changedFiles, timelineView } from './screen/timeline.ts';
import type { NoticeView, SessionArchive } from './view/timeline.ts';

/** What an archive works on: the session's run, and the one way to change it. */
export interface ArchiveInput {
  readonly scenario: Scenario;
  readonly start: World;
  readonly node: string;
  readonly clock: Clock;
  readonly keeper: Keeper;
  run(): Run;
  settle(next: Run): void;
  /** Tells the listeners that something but the run changed. */
  tell(): void;
  /** What opening the run had to say. */
  readonly opening: 'set-aside' | 'newer' | null;
}

/** A stranger's run that takes longer than this to replay, in milliseconds, is given up. */
const LONGEST_REPLAY = 15_000;

/** Timeline, notes, export, import and the troubles of keeping, of one session. */
export function sessionArchive(input: ArchiveInput): SessionArchive {
  const { scenario, start, node, clock, keeper, run, settle, tell } = input;
  let opening: 'set-aside' | 'newer' | 'copy' | null = input.opening ?? (keeper.copy ? 'copy' : null);

  const fileName = (): string => `portside-${scenario.id}-${stamp(clock.now())}.json`;

  return {
    timeline: () => timelineView(run(), node, requestViews(run(), node)),
    changes: () => changedFiles(start, worldOf(run())),
    walkTo: (position) => settle(walkTo(run(), position)),
    note: (position, text) => settle(withNote(run(), position, text)),
    exported: () => ({ name: fileName(), text: JSON.stringify(savedOf(run())) }),
    offer(text) {
      const read = readForeign(text, scenario);
      if (!read.ok) return read;
      const { steps, at } = read.saved;
      const asked = steps.filter((step) => step.kind === 'ask').length;
      const here = run();
      return {
        ok: true,
        words: KEEPING.offered(steps.length, asked, steps.length - at),
        replaces: here.played.length + here.undone.length > 0 || here.note !== '',
        accept() {
          const until = clock.now() + LONGEST_REPLAY;
          try {
            // What the screen shows of each request is worked out on the way, so that the clock watches over that, too.
            const next = replay(scenario, start, read.saved, (sofar) => {
              if (sofar.played.at(-1)?.step.kind === 'ask') requestViews(sofar, node);
              return clock.now() <= until;
            });
            if (next === null) return KEEPING.tooCostly;
            settle(next);
            return null;
          } catch {
            return KEEPING.failed;
          }
        },
      };
    },
    notices() {
      const state = keeper.state();
      return [...(state.kind === 'unsaved' ? [notice(state.why)] : []), ...(opening === null ? [] : [notice(opening)])];
    },
    answer(id, offer) {
      if (offer === 'take-over') keeper.takeOver();
      if (offer === 'copy') {
        keeper.keepAsCopy();
        opening = 'copy';
      }
      if (offer === 'dismiss' && id === opening) opening = null;
      tell();
    },
    kept: () => keeper.beside(),
    async keptFile(id) {
      const text = await keeper.textOf(id);
      return text === null ? null : { name: fileName(), text };
    },
    openKept: (id) => keeper.open(id),
    removeKept: (id) => keeper.remove(id),
  };
}

const OFFERS: Readonly<Record<NoticeView['id'], NoticeView['offers']>> = {
  full: ['export'],
  shut: ['export'],
  elsewhere: ['take-over', 'copy', 'export'],
  overtaken: ['take-over', 'copy', 'export'],
  'set-aside': ['dismiss'],
  newer: ['dismiss'],
  copy: ['dismiss'],
};

function notice(id: NoticeView['id']): NoticeView {
  return { id, words: KEEPING.notices[id], offers: OFFERS[id] };
}

/** `20261124-0914`, UTC. */
function stamp(at: number): string {
  const { year, month, day, hour, minute } = utcParts(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${year}${two(month)}${two(day)}-${two(hour)}${two(minute)}`;
}
