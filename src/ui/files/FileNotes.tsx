import { useId, useState } from 'react';
import type { FileView } from '#session/view.ts';
import { WORDS } from '../words.ts';
import { PlaceLink } from './PlaceLink.tsx';
import { counts, remarks } from './remarks.ts';

/** The line under the editor: whose the file is, and all marks and problems as words that can be reached by keyboard. */
export function FileNotes({ file }: { readonly file: FileView }) {
  const [open, setOpen] = useState(false);
  const list = useId();
  const { problems, notes } = counts(file);
  const words = [...(problems > 0 ? [WORDS.problems(problems)] : []), ...(notes > 0 ? [WORDS.notes(notes)] : [])].join(
    ', ',
  );
  return (
    <div className="file-foot">
      {open && words !== '' && <NoteList id={list} file={file} />}
      <div className="file-facts">
        <p className="file-owner" title={file.path}>
          <code>
            {file.permissions} {file.path}
          </code>
        </p>
        {words !== '' && (
          <button
            type="button"
            className="link"
            aria-expanded={open}
            aria-controls={list}
            onClick={() => setOpen(!open)}
          >
            {words}
          </button>
        )}
        <p className="file-keys">{WORDS.tabKey}</p>
      </div>
    </div>
  );
}

function NoteList({ id, file }: { readonly id: string; readonly file: FileView }) {
  const lineLink = (line: number) => <PlaceLink place={{ file: file.path, line }}>{WORDS.line(line)}</PlaceLink>;
  return (
    <ul className="file-notes" id={id} aria-label={WORDS.fileNotes}>
      {remarks(file).map((problem, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two remarks may say the same.
        <li key={`${index}:${problem.message}`} className={`note-${problem.severity}`}>
          {lineLink(problem.line)} {WORDS.severities[problem.severity]}: {problem.message}
        </li>
      ))}
      {file.marks.map((mark, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two remarks may say the same.
        <li key={`${index}:${mark.text}`}>
          {lineLink(mark.line)} {mark.text}{' '}
          {mark.to !== null && <PlaceLink place={mark.to}>{WORDS.goToWinner}</PlaceLink>}
        </li>
      ))}
    </ul>
  );
}
