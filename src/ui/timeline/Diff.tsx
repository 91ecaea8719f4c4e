import { useMemo } from 'react';
import type { ChangedFileView } from '#session/view/timeline.ts';
import { useDesk, useView } from '../store/bench.tsx';
import { TIMELINE } from '../words/timeline.ts';
import { type DiffLine, unified } from './unified.ts';

const SIGNS = { added: '+', removed: '−', same: ' ', stretch: '', 'no-newline': '' } as const;
const SPOKEN = { added: TIMELINE.added, removed: TIMELINE.removed, same: '', stretch: '', 'no-newline': '' } as const;

/** Every file that is not as it was at the start, as `diff -u` shows it. */
export function Diff({ files }: { readonly files: readonly ChangedFileView[] }) {
  return (
    <section className="diff" aria-label={TIMELINE.changes}>
      <h3 className="eyebrow">{TIMELINE.changes}</h3>
      {files.length === 0 && <p className="timeline-none">{TIMELINE.noChanges}</p>}
      {files.map((file) => (
        <FileDiff key={`${file.node} ${file.path}`} file={file} />
      ))}
    </section>
  );
}

function FileDiff({ file: { node, path, before, after } }: { readonly file: ChangedFileView }) {
  const diff = useMemo(() => unified(before, after), [before, after]);
  const goTo = useDesk((desk) => desk.goTo);
  const isTab = useView((view) => view.files.some((one) => one.path === path));
  const elsewhere = node !== '';
  const name = elsewhere ? `${node}:${path}` : path;
  return (
    <section className="diff-file" aria-label={name}>
      <h4>
        {isTab || elsewhere ? (
          <button
            type="button"
            className="link"
            aria-label={TIMELINE.openFile(name)}
            onClick={() => goTo({ file: path, line: 1, ...(elsewhere && { node }) })}
          >
            {name}
          </button>
        ) : (
          name
        )}
        {diff !== null && (
          <span className="diff-count">
            <span aria-hidden="true">{TIMELINE.lines(diff.added, diff.removed)}</span>
            <span className="sr-only">, {TIMELINE.linesSpoken(diff.added, diff.removed)}</span>
          </span>
        )}
      </h4>
      {diff === null ? <p className="timeline-none">{TIMELINE.tooDifferent}</p> : <Lines lines={diff.lines} />}
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly DiffLine[] }) {
  return (
    <ol className="diff-lines">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: equal lines are common, and a diff is drawn as a whole.
        <li key={index} className={`diff-${line.kind}`}>
          <span className="diff-sign" aria-hidden="true">
            {SIGNS[line.kind]}
          </span>
          <span className="sr-only">{SPOKEN[line.kind]}</span>
          {line.kind === 'no-newline' ? TIMELINE.noNewline : line.text}
        </li>
      ))}
    </ol>
  );
}
