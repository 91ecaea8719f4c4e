import type { BoardView } from '#session/view/board.ts';

const SIGNS = { met: '#', part: '+', unmet: '-', untouched: '.' } as const;

/** A board as lines of text, ending with `N verified, N differ, N broken`. */
export function boardTable({ tasks, rows, broken, stuck }: BoardView): string {
  const wide = Math.min(40, Math.max(4, ...rows.map(({ name }) => name.length)));
  const lines = rows.map(({ name, score, claimed, standing, foreign, cells, file }) => {
    const signs = tasks.map(({ id }) => SIGNS[cells.find(({ task }) => task === id)?.state ?? 'untouched']).join('');
    const differs =
      claimed === null || claimed === score ? 'differs in a part' : `says ${claimed}, its log gives ${score}`;
    const said = [...(standing === 'differs' ? [differs] : []), ...(foreign ? ['another lab or seed'] : [])].join('; ');
    const line = `${plain(name).slice(0, wide).padEnd(wide)}  ${String(score).padStart(3)}  ${signs}  ${plain(file)}`;
    return said === '' ? line : `${line}  ${said}`;
  });
  const unread = broken.map(({ file, reason }) => `${plain(file)}: ${plain(reason)}`);
  const counts = countsOf({ tasks, rows, broken, stuck });
  return [
    ...(rows.length === 0
      ? []
      : [`tasks in order: ${tasks.map(({ id }) => id).join(', ')}`, '# met, + in part, - unmet, . untouched', '']),
    ...lines,
    ...(unread.length === 0 ? [] : ['', 'broken:', ...unread]),
    ...(stuck.length === 0 ? [] : ['', 'where the class got stuck:']),
    ...stuck.map(
      ({ misconception, name, learners, of, minute, task }) =>
        `${misconception.padEnd(4)} ${name}: ${learners} of ${of}, first in minute ${minute}, mostly at “${task}”`,
    ),
    '',
    `${counts.verified} verified, ${counts.differ} differ, ${counts.broken} broken`,
    '',
  ].join('\n');
}

/** `verified` counts those of another lab, too: their score and log agree. */
export function countsOf({ rows, broken }: BoardView): {
  readonly verified: number;
  readonly differ: number;
  readonly broken: number;
} {
  const differ = rows.filter(({ standing }) => standing === 'differs').length;
  return { verified: rows.length - differ, differ, broken: broken.length };
}

/** Names are typed by learners: nothing in them may move a terminal's cursor. */
function plain(text: string): string {
  return text.replaceAll(/\p{C}/gu, '?');
}
