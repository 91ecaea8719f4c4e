import type { FileView } from '#session/view.ts';
import { useDesk } from '../store/bench.tsx';
import { WORDS } from '../words.ts';

/** The line under the editor: whose the file is, and all marks and problems as words that can be reached by keyboard. */
export function FileNotes({ file }: { readonly file: FileView }) {
  const goTo = useDesk((desk) => desk.goTo);
  const { problems, marks } = file;
  const counts = [
    ...(problems.length > 0 ? [WORDS.problems(problems.length)] : []),
    ...(marks.length > 0 ? [WORDS.notes(marks.length)] : []),
  ];
  return (
    <div className="file-foot">
      <p className="file-owner">
        <code>{file.permissions}</code> <code>{file.path}</code>
      </p>
      {counts.length > 0 && (
        <details className="file-notes">
          <summary>{counts.join(', ')}</summary>
          <ul aria-label={WORDS.fileNotes}>
            {problems.map((problem) => (
              <li key={`${problem.line}:${problem.column}:${problem.message}`} className={`note-${problem.severity}`}>
                <button type="button" className="link" onClick={() => goTo({ file: file.path, line: problem.line })}>
                  {WORDS.line(problem.line)}
                </button>{' '}
                {WORDS.severities[problem.severity]}: {problem.message}
              </li>
            ))}
            {marks.map((mark) => (
              <li key={`${mark.line}:${mark.kind}:${mark.text}`}>
                <button type="button" className="link" onClick={() => goTo({ file: file.path, line: mark.line })}>
                  {WORDS.line(mark.line)}
                </button>{' '}
                {mark.text} {mark.to !== null && <Winner onGo={goTo} place={mark.to} />}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="file-keys">{WORDS.tabKey}</p>
    </div>
  );
}

interface WinnerProps {
  readonly place: { readonly file: string; readonly line: number };
  onGo(place: { readonly file: string; readonly line: number }): void;
}

function Winner({ place, onGo }: WinnerProps) {
  return (
    <button
      type="button"
      className="link"
      aria-label={WORDS.goToLine(place.file, place.line)}
      onClick={() => onGo(place)}
    >
      {WORDS.goToWinner}
    </button>
  );
}
