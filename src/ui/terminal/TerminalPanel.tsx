import '@xterm/xterm/css/xterm.css';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useDesk, useSession, useStores } from '../store/bench.tsx';
import { useRoom } from '../store/useRoom.ts';
import { TERMINAL } from '../words/terminal.ts';
import { boxOf } from './Box.ts';
import { keepFromClosing } from './closing.ts';
import { TerminalBar } from './TerminalBar.tsx';
import './Terminal.css';

/** What was begun at the prompt is rubbed out: Ctrl-E to its end, Ctrl-U back to its start. */
const CLEAR_LINE = '\u0005\u0015';
/** A line is put in as if pasted, so that none of it is run. */
const PASTE = ['\u001b[200~', '\u001b[201~'] as const;

/** The node's terminal. */
export function TerminalPanel() {
  const session = useSession();
  const { desk } = useStores();
  const box = boxOf(session, desk);
  const place = useRef<HTMLDivElement>(null);
  const asked = useDesk(({ terminalAsked }) => terminalAsked);
  // Who edits a file from here needs to see it.
  useRoom(useDesk(({ fromTerminal, draft }) => fromTerminal === null && draft === null));
  useEffect(() => (place.current === null ? undefined : box.attach(place.current, desk)), [box, desk]);
  useEffect(() => {
    if (asked > 0) box.focus();
  }, [asked, box]);
  useEffect(() => (place.current === null ? undefined : keepFromClosing(place.current)), []);
  const phase = useStore(box.store, (state) => state.phase);
  const reads = useStore(box.store, ({ doing }) => doing === 'reading');
  const line = useDesk(({ lineToType }) => lineToType);
  useEffect(() => {
    if (line === null || phase !== 'ready' || !reads) return;
    box.type(`${CLEAR_LINE}${PASTE[0]}${line}${PASTE[1]}`);
    desk.getState().lineTyped();
  }, [line, phase, reads, box, desk]);
  const trouble = useStore(box.store, (state) => state.trouble);
  const entries = useStore(box.store, (state) => state.entries);
  const said = useStore(box.store, (state) => state.said);
  return (
    <div className="terminal">
      <TerminalBar box={box} />
      {phase !== 'ready' && (
        <p className="terminal-note" role="status">
          {phase === 'starting' ? TERMINAL.starting : `${TERMINAL.failed} ${trouble}`}
          {phase === 'failed' && (
            <button type="button" className="button" onClick={() => void box.open()}>
              {TERMINAL.again}
            </button>
          )}
        </p>
      )}
      <div className="terminal-screen" ref={place} />
      <section className="sr-only" aria-label={TERMINAL.output}>
        {entries.map(({ number, line, lines, more }) => (
          <pre key={number} data-number={number}>
            {[`$ ${line}`, ...lines, ...(more > 0 ? [TERMINAL.more(more)] : [])].join('\n')}
          </pre>
        ))}
      </section>
      <div className="sr-only" aria-live="polite">
        {said}
      </div>
    </div>
  );
}
