import type { JournalLine } from '#engine/host/journal.ts';
import { nodeNamed } from '#engine/world/world.ts';
import type { Follower } from '../../foreground.ts';
import { entriesOf } from './entry.ts';
import { printedEntries } from './print.ts';
import type { Query } from './query.ts';

/** `journalctl -f` of a node: prints the entries that come after `last`, the newest line seen. */
export function journalFollower(node: string, query: Query, last: JournalLine | undefined): Follower {
  return {
    look(world) {
      const host = nodeNamed(world, node)?.host;
      if (host === undefined) return { text: '', next: null };
      const fresh = newerThan(host.journal, last);
      const entries = fresh.flatMap(entriesOf).filter(query.accepts);
      return {
        text: printedEntries(entries, { ...query, reverse: false }, host),
        next: journalFollower(node, query, host.journal.at(-1) ?? last),
      };
    },
  };
}

/** What stands behind a line: a journal that was cut at its beginning, or played again, has the line still, or an equal one. */
function newerThan(journal: readonly JournalLine[], last: JournalLine | undefined): readonly JournalLine[] {
  if (last === undefined) return journal;
  const index = journal.findLastIndex(
    (line) => line === last || (line.at === last.at && line.text === last.text && line.pid === last.pid),
  );
  return index >= 0 ? journal.slice(index + 1) : journal.filter((line) => line.at > last.at);
}
