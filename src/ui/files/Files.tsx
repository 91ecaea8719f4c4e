import { lazy, Suspense, useCallback, useEffect } from 'react';
import type { FileView } from '#session/view.ts';
import { Boundary } from '../kit/Boundary.tsx';
import { Tabs, tabId } from '../kit/Tabs.tsx';
import { useCommands, useDesk, useHelp, useSession, useView } from '../store/bench.tsx';
import { WORDS } from '../words.ts';
import { FileNotes } from './FileNotes.tsx';
import { fileName } from './fileName.ts';
import { OpenFile } from './OpenFile.tsx';
import { PlainEditor } from './PlainEditor.tsx';
import './Files.css';

const PANEL = 'files-panel';

/** Monaco is heavy: it comes when the first file is shown. `?editor=plain` asks for a text area instead. */
const MonacoEditor = lazy(() => import('./monaco/MonacoEditor.tsx'));
const PLAIN = new URLSearchParams(globalThis.location?.search ?? '').get('editor') === 'plain';

/** The node's files in tabs, the one in front in an editor, and what there is to say about it. */
export function Files() {
  const files = useView((view) => view.files);
  const asked = useDesk((desk) => desk.file);
  const openFile = useDesk((desk) => desk.openFile);
  const session = useSession();
  const missing = asked !== null && !files.some((one) => one.path === asked);
  useEffect(() => {
    // A cause may lie in a file without a tab, and leads there all the same.
    if (missing) session.files.open(asked);
  }, [missing, asked, session]);
  const file = files.find((one) => one.path === asked) ?? files[0];
  if (file === undefined) return null;
  return (
    <section className="files" id="files" aria-label={WORDS.files} tabIndex={-1}>
      <div className="files-head">
        <Tabs
          label={WORDS.files}
          tabs={files.map((one) => ({
            id: one.path,
            label: fileName(
              one.path,
              files.map((other) => other.path),
            ),
            after: <Badges file={one} />,
          }))}
          selected={file.path}
          panel={PANEL}
          onSelect={openFile}
        />
        <OpenFile />
      </div>
      <div className="files-panel" role="tabpanel" id={PANEL} aria-labelledby={tabId(PANEL, file.path)}>
        <Editor file={file} />
        <FileNotes file={file} />
      </div>
    </section>
  );
}

function Editor({ file }: { readonly file: FileView }) {
  const commands = useCommands();
  const help = useHelp();
  const goTo = useDesk((desk) => desk.goTo);
  const destination = useDesk((desk) => (desk.destination?.place.file === file.path ? desk.destination : null));
  const settle = useDesk((desk) => desk.settle);
  const onEdit = useCallback(
    (path: string, text: string) => {
      settle();
      commands.edit(path, text);
    },
    [commands, settle],
  );
  const props = { file, help, destination, onEdit, onGoTo: goTo };
  if (PLAIN) return <PlainEditor {...props} />;
  return (
    <Boundary fallback={<PlainEditor {...props} />}>
      <Suspense fallback={<p className="frame-note">{WORDS.editorLoading}</p>}>
        <MonacoEditor {...props} />
      </Suspense>
    </Boundary>
  );
}

function Badges({ file }: { readonly file: FileView }) {
  const errors = file.problems.filter((problem) => problem.severity === 'error').length;
  return (
    <>
      {file.changed && (
        <span className="badge-changed" title={WORDS.changedSinceStart}>
          <span className="sr-only">, {WORDS.changed}</span>
        </span>
      )}
      {errors > 0 && (
        <span className="badge-problem" title={WORDS.problems(errors)}>
          <span aria-hidden="true">!</span>
          <span className="sr-only">, {WORDS.problems(errors)}</span>
        </span>
      )}
    </>
  );
}
