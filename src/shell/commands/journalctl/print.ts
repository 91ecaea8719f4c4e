import type { Host } from '#engine/host/host.ts';
import { textOf } from '../answer.ts';
import { explanationOf } from './catalog.ts';
import { type Entry, entryText } from './entry.ts';
import type { Query } from './query.ts';

/** Entries as they are printed, oldest first unless reversed. */
export function printedEntries(
  entries: readonly Entry[],
  query: Pick<Query, 'mode' | 'reverse' | 'explained' | 'withHost'>,
  host: Host,
): string {
  const ordered = query.reverse ? entries.toReversed() : entries;
  return textOf(
    ordered.flatMap((entry) => [
      entryText(entry, query.mode, host, query.withHost),
      ...(query.explained && !['cat', 'json', 'json-pretty'].includes(query.mode) ? explanationOf(entry) : []),
    ]),
  );
}
