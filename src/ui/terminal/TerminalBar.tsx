import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useDesk, useView } from '../store/bench.tsx';
import { TERMINAL } from '../words/terminal.ts';
import type { Box, BoxState } from './Box.ts';

/** A line that is done before this many milliseconds is not told of. */
const SHORT = 300;

/** The line above a terminal: what it is doing, and the few things that are done with it. */
export function TerminalBar({ box }: { readonly box: Box }) {
  const doing = useLasting(useStore(box.store, (state) => state.doing));
  const ready = useStore(box.store, (state) => state.phase === 'ready');
  const requests = useStore(box.store, (state) => state.requests);
  const undone = useView((view) => view.redo !== null);
  const flows = useDesk((desk) => desk.clockRuns);
  const showLower = useDesk((desk) => desk.showLower);
  const runClock = useDesk((desk) => desk.runClock);
  return (
    <fieldset className="terminal-bar" aria-label={TERMINAL.bar}>
      <p className="terminal-doing">
        {ready && doing === 'running' && TERMINAL.running}
        {doing === 'editing' && TERMINAL.editingText}
        {doing === 'following' && (flows ? TERMINAL.following : TERMINAL.followingStill)}{' '}
        {doing === 'following' && !flows && (
          <button type="button" className="link" onClick={() => runClock(true)}>
            {TERMINAL.runClock}
          </button>
        )}
        {ready && doing === 'reading' && undone && TERMINAL.undone}
        {doing === 'reading' && !undone && requests > 0 && (
          <button type="button" className="link" onClick={() => showLower('requests')}>
            {TERMINAL.requests(requests)}
          </button>
        )}
      </p>
      <button type="button" className="terminal-tool" onClick={() => box.clear()}>
        {TERMINAL.clear}
      </button>
      <button type="button" className="terminal-tool" onClick={() => box.copyAll()}>
        {TERMINAL.copyAll}
      </button>
      <button
        type="button"
        className="terminal-tool"
        aria-label={TERMINAL.smaller}
        title={TERMINAL.smaller}
        onClick={() => box.resize(-1)}
      >
        A−
      </button>
      <button
        type="button"
        className="terminal-tool"
        aria-label={TERMINAL.larger}
        title={TERMINAL.larger}
        onClick={() => box.resize(1)}
      >
        A+
      </button>
    </fieldset>
  );
}

/** What is being done, but `running` only once it lasts: most lines are done in a moment. */
function useLasting(doing: BoxState['doing']): BoxState['doing'] {
  const [shown, setShown] = useState(doing);
  useEffect(() => {
    if (doing !== 'running') {
      setShown(doing);
      return;
    }
    const timer = window.setTimeout(() => setShown('running'), SHORT);
    return () => window.clearTimeout(timer);
  }, [doing]);
  return shown;
}
