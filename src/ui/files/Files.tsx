import { useCallback, useEffect } from 'react';
import type { FileView } from '#session/view.ts';
import { Tabs, tabId } from '../kit/Tabs.tsx';
import { NodeSelect } from '../nodes/NodeSelect.tsx';
import { useCommands, useDesk, useHelp, useSession, useView } from '../store/bench.tsx';
import { WORDS } from '../words.ts';
import { AnyEditor } from './AnyEditor.tsx';
import { DraftEditor } from './DraftEditor.tsx';
import { FileNotes } from './FileNotes.tsx';
import { FromTerminal, useViWords } from './FromTerminal.tsx';
import { fileName } from './fileName.ts';
import { OpenFile } from './OpenFile.tsx';
import './Files.css';

const PANEL = 'files-panel';

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
  const draft = useDesk((desk) => desk.draft);
  const file = files.find((one) => one.path === asked) ?? files[0];
  if (file === undefined) return null;
  return (
    <section className="files" id="files" aria-label={WORDS.files} tabIndex={-1}>
      {draft !== null && <DraftEditor key={draft.title} draft={draft} />}
      {/* What lies open stays as it is while another text is edited. */}
      <div className="files-own" hidden={draft !== null}>
        <div className="files-head">
          <NodeSelect />
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
          <FromTerminal file={file} />
          <FileNotes file={file} />
        </div>
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
  const onVi = useViWords(file);
  const onEdit = useCallback(
    (path: string, text: string) => {
      settle();
      commands.edit(path, text);
    },
    [commands, settle],
  );
  return <AnyEditor {...{ file, help, destination, onEdit, onGoTo: goTo, onVi }} />;
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
