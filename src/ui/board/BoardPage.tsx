import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Board, BoardRow, BoardState } from '#session/view/board.ts';
import { useArrival } from '../app/arrival.ts';
import { Masthead } from '../app/Masthead.tsx';
import type { PageProps } from '../app/pages.table.ts';
import { hashOf } from '../app/route.ts';
import { useBrought } from '../lab/useLab.ts';
import { download } from '../timeline/download.ts';
import { BOARD } from '../words/board.ts';
import { WORDS } from '../words.ts';
import { BoardTable } from './BoardTable.tsx';
import { CellMark } from './CellMark.tsx';
import { Learner } from './Learner.tsx';
import './Board.css';

/** The class board: results in, who did what out. */
export function BoardPage({ host }: PageProps) {
  const board = useBrought(host.board);
  const heading = useArrival(false);
  useEffect(() => {
    document.title = BOARD.pageTitle;
  }, []);
  return (
    <div className="board">
      <Masthead />
      <main className="board-page">
        <h1 ref={heading} tabIndex={-1}>
          {BOARD.heading}
        </h1>
        <p className="board-lead">{BOARD.lead}</p>
        <p className="board-lead">
          {BOARD.proof}{' '}
          <a className="link" href={hashOf({ kind: 'about' })}>
            {BOARD.proofMore}
          </a>
        </p>
        {board === null ? <p role="status">{WORDS.loading}</p> : <AtWork board={board} />}
      </main>
    </div>
  );
}

function AtWork({ board }: { readonly board: Board }) {
  const state = useSyncExternalStore(board.subscribe, board.view);
  const [open, setOpen] = useState<BoardRow | null>(null);
  const { rows, broken } = state.board;
  return (
    <>
      <Intake board={board} />
      {state.trouble !== null && (
        <p className="board-trouble" role="alert">
          {state.trouble}
        </p>
      )}
      <Progress board={board} state={state} />
      {(rows.length > 0 || broken.length > 0) && (
        <>
          <Found board={board} state={state} />
          {rows.length > 0 && <BoardTable board={state.board} onOpen={setOpen} />}
          {broken.length > 0 && (
            <section aria-labelledby="board-broken">
              <h2 id="board-broken">{BOARD.broken}</h2>
              <ul className="board-broken" aria-labelledby="board-broken">
                {broken.map(({ file, reason }) => (
                  <li key={file}>
                    <code>{file}</code> {reason}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
      {open !== null && <Learner board={board} row={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function Intake({ board }: { readonly board: Board }) {
  const input = useRef<HTMLInputElement>(null);
  const [codes, setCodes] = useState('');
  const take = (files: readonly File[]): void =>
    board.add(files.map((file) => ({ name: file.name, size: file.size, text: () => file.text() })));
  return (
    <fieldset
      className="board-intake"
      aria-label={BOARD.drop}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        take([...event.dataTransfer.files]);
      }}
    >
      <p className="board-actions">
        <span>{BOARD.drop}</span>
        <button type="button" className="button" onClick={() => input.current?.click()}>
          {BOARD.choose}
        </button>
      </p>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="application/json,.json,.txt"
        aria-label={BOARD.chooseLabel}
        onChange={(event) => {
          take([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <details>
        <summary>{BOARD.paste}</summary>
        <label className="board-codes">
          {BOARD.pasteLabel}
          <textarea rows={3} value={codes} onChange={(event) => setCodes(event.target.value)} />
        </label>
        <button
          type="button"
          className="button"
          disabled={codes.trim() === ''}
          onClick={() => {
            board.paste(codes);
            setCodes('');
          }}
        >
          {BOARD.read}
        </button>
      </details>
    </fieldset>
  );
}

function Progress({ board, state }: { readonly board: Board; readonly state: BoardState }) {
  const { running, done, of, cancelled, took, lab } = state;
  return (
    <div className="board-progress">
      {running && of > 0 && (
        <>
          <progress value={done} max={of} aria-label={BOARD.reading} />
          <span>{BOARD.progress(done, of)}</span>
          <button type="button" className="button" onClick={() => board.cancel()}>
            {BOARD.cancel}
          </button>
        </>
      )}
      <p role="status">
        {!running && cancelled && BOARD.cancelled(of - done)}
        {!running && !cancelled && took !== null && BOARD.took(done, (took / 1000).toFixed(1))}
      </p>
      <p className="board-dim">{lab === null ? BOARD.noLab : BOARD.lab(lab)}</p>
    </div>
  );
}

function Found({ board, state }: { readonly board: Board; readonly state: BoardState }) {
  const { rows, broken, stuck } = state.board;
  const differ = rows.filter(({ standing }) => standing === 'differs').length;
  return (
    <>
      <div className="board-actions board-found">
        <strong>{BOARD.counts(rows.length - differ, differ, broken.length)}</strong>
        <button type="button" className="button" onClick={() => download(board.csv(), 'text/csv')}>
          {BOARD.csv}
        </button>
        <button type="button" className="button" onClick={() => board.clear()}>
          {BOARD.clear}
        </button>
        <ul className="board-legend" aria-label={BOARD.legend}>
          {(['met', 'part', 'unmet', 'untouched'] as const).map((one) => (
            <li key={one}>
              <CellMark state={one} /> {BOARD.states[one]}
            </li>
          ))}
        </ul>
      </div>
      <section aria-labelledby="board-stuck">
        <h2 id="board-stuck">{BOARD.stuck}</h2>
        {stuck.length === 0 && <p className="board-dim">{BOARD.stuckNone}</p>}
        <ol className="board-where" aria-labelledby="board-stuck">
          {stuck.slice(0, 8).map(({ misconception, name, learners, of, minute, task }) => (
            <li key={misconception}>
              <strong>
                {misconception} {name}
              </strong>{' '}
              <span className="board-dim">{BOARD.stuckRow(learners, of, minute, task)}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
