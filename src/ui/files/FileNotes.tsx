import { useState } from 'react';
import type { FileView, PlaceView } from '#session/view.ts';
import { useDesk } from '../store/bench.tsx';
import { WORDS } from '../words.ts';

const LIST = 'file-notes';

/** The line under the editor: whose the file is, and all marks and problems as words that can be reached by keyboard. */
export function FileNotes({ file }: { readonly file: FileView }) {
  const [open, setOpen] = useState(false);
  const { problems, marks } = file;
  const counts = [
    ...(problems.length > 0 ? [WORDS.problems(problems.length)] : []),
    ...(marks.length > 0 ? [WORDS.notes(marks.length)] : []),
  ].join(', ');
  return (
    <div className="file-foot">
      {open && counts !== '' && <NoteList file={file} />}
      <div className="file-facts">
        <p className="file-owner" title={file.path}>
          <code>
            {file.permissions} {file.path}
          </code>
        </p>
        {counts !== '' && (
          <button
            type="button"
            className="link"
            aria-expanded={open}
            aria-controls={LIST}
            onClick={() => setOpen(!open)}
          >
            {counts}
          </button>
        )}
        <p className="file-keys">{WORDS.tabKey}</p>
      </div>
    </div>
  );
}

function NoteList({ file }: { readonly file: FileView }) {
  const goTo = useDesk((desk) => desk.goTo);
  const lineLink = (line: number) => <Leads place={{ file: file.path, line }} words={WORDS.line(line)} onGo={goTo} />;
  return (
    <ul className="file-notes" id={LIST} aria-label={WORDS.fileNotes}>
      {file.problems.map((problem) => (
        <li key={`${problem.line}:${problem.column}:${problem.message}`} className={`note-${problem.severity}`}>
          {lineLink(problem.line)} {WORDS.severities[problem.severity]}: {problem.message}
        </li>
      ))}
      {file.marks.map((mark) => (
        <li key={`${mark.line}:${mark.kind}:${mark.text}`}>
          {lineLink(mark.line)} {mark.text}{' '}
          {mark.to !== null && <Leads place={mark.to} words={WORDS.goToWinner} onGo={goTo} />}
        </li>
      ))}
    </ul>
  );
}

interface LeadsProps {
  readonly place: PlaceView;
  readonly words: string;
  onGo(place: PlaceView): void;
}

function Leads({ place, words, onGo }: LeadsProps) {
  return (
    <button type="button" className="link" title={WORDS.goToLine(place.file, place.line)} onClick={() => onGo(place)}>
      {words}
    </button>
  );
}
