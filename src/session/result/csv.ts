import { rfc3339 } from '#engine/time.ts';
import type { BoardView } from '../view/board.ts';

const STANDINGS = { verified: 'verified', differs: 'score and log differ', other: 'another lab or seed' } as const;

/**
 * A board as CSV (RFC 4180), one line a learner, then one a broken file: who, score, then for each task its percent, the minute
 * in which it was met, and the mistake that stood longest in its way. Times are UTC.
 */
export function boardCsv({ tasks, rows, broken }: BoardView): string {
  const head = [
    'file',
    'name',
    'standing',
    'score',
    'claimed',
    'began',
    'ended',
    ...tasks.flatMap(({ id }) => [`${id} percent`, `${id} met at minute`, `${id} stuck on`]),
    'reason',
  ];
  const lines = rows.map(({ cells, ...row }) => [
    row.file,
    row.name,
    row.foreign && row.standing !== 'other'
      ? `${STANDINGS[row.standing]}; ${STANDINGS.other}`
      : STANDINGS[row.standing],
    String(row.score),
    row.claimed === null ? '' : String(row.claimed),
    rfc3339(row.began),
    rfc3339(row.ended),
    ...tasks.flatMap(({ id }) => {
      const cell = cells.find(({ task }) => task === id);
      return cell === undefined ? ['', '', ''] : [String(cell.percent), String(cell.metAt ?? ''), cell.stuck];
    }),
    '',
  ]);
  const unread = broken.map(({ file, reason }) => [
    file,
    '',
    'broken',
    ...Array.from({ length: head.length - 4 }, () => ''),
    reason,
  ]);
  return [head, ...lines, ...unread].map((line) => `${line.map(csvField).join(',')}\r\n`).join('');
}

/**
 * A field, quoted where it must be. What a spreadsheet would take for a formula gets an apostrophe before it: names are
 * typed by learners, and a formula could send the sheet elsewhere. Whole numbers stay numbers.
 */
export function csvField(text: string): string {
  const guarded = /^\s*[=+\-@\t\r\n|%]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) || guarded !== guarded.trim() ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
