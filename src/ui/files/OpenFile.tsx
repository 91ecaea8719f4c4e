import { type FormEvent, useState } from 'react';
import { Modal } from '../kit/Modal.tsx';
import { useDesk, useSession } from '../store/bench.tsx';
import { FILES } from '../words/files.ts';
import { WORDS } from '../words.ts';
import { foundFiles, isNewPath } from './found.ts';
import './OpenFile.css';

/** Opens any file of the node, or makes one. */
export function OpenFile() {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className="open-file" onClick={() => setAsking(true)}>
        {FILES.openFile}
      </button>
      {asking && <Dialog close={() => setAsking(false)} />}
    </>
  );
}

function Dialog({ close }: { close(): void }) {
  const session = useSession();
  const goTo = useDesk((desk) => desk.goTo);
  const [files] = useState(() => session.files.list());
  const [typed, setTyped] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const found = foundFiles(files, typed);
  const fresh = isNewPath(files, typed) ? typed.trim() : null;

  const show = (path: string): void => {
    goTo({ file: path, line: 1 });
    close();
  };
  const open = (path: string): void => {
    if (session.files.open(path)) show(path);
  };
  const create = (path: string): void => {
    const words = session.files.create(path);
    if (words === null) show(path);
    else setTrouble(words);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const [first] = found;
    if (first !== undefined) open(first.path);
    else if (fresh !== null) create(fresh);
  };

  return (
    <Modal title={FILES.title} onClose={close}>
      <form className="open-file-form" onSubmit={onSubmit}>
        <label>
          {FILES.path}
          <input
            className="open-file-path"
            value={typed}
            autoComplete="off"
            spellCheck={false}
            // biome-ignore lint/a11y/noAutofocus: a dialog is for its field
            autoFocus
            onChange={(event) => {
              setTyped(event.target.value);
              setTrouble(null);
            }}
          />
        </label>
        <p className="open-file-note" role="status">
          {trouble ?? (found.length === 0 && fresh === null ? FILES.createHint : FILES.count(found.length))}
        </p>
        <ul className="open-file-list" aria-label={FILES.found}>
          {found.map(({ path, permissions }) => (
            <li key={path}>
              <button type="button" onClick={() => open(path)}>
                <span>{path}</span>
                <span className="open-file-mode">{permissions}</span>
              </button>
            </li>
          ))}
          {fresh !== null && (
            <li>
              <button type="button" className="open-file-new" onClick={() => create(fresh)}>
                {FILES.create(fresh)}
              </button>
            </li>
          )}
        </ul>
        <div className="modal-actions">
          <button type="button" className="button" onClick={close}>
            {WORDS.close}
          </button>
        </div>
      </form>
    </Modal>
  );
}
