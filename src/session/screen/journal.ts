import type { JournalLine } from '#engine/host/journal.ts';
import { klogHeader } from '#engine/host/journalText.ts';
import { clockText } from '#engine/time.ts';
import type { JournalLineView } from '../view.ts';

/** No more lines than this are shown; the journal itself keeps more. */
const SHOWN = 400;

/** The journal's newest lines for the screen, oldest first. */
export function journalViews(journal: readonly JournalLine[]): readonly JournalLineView[] {
  return journal.slice(-SHOWN).map((line) => ({
    time: clockText(line.at),
    who: `${line.identifier}[${line.pid}]`,
    level: line.level === 'E' || line.level === 'F' ? 'error' : line.level === 'W' ? 'warning' : 'info',
    text: line.identifier === 'systemd' ? line.text : `${klogHeader(line)}${line.text}`,
    place: line.about === undefined ? null : { file: line.about.file, line: line.about.line },
  }));
}
