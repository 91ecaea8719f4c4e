import { useState } from 'react';
import { ariaKeys, withKeys } from '../keys/chord.ts';
import { useCommands, useDesk, useSession, useView } from '../store/bench.tsx';
import { CLOCK } from '../words/clock.ts';
import { ClockMenu } from './ClockMenu.tsx';
import { useFlow } from './useFlow.ts';
import './Clock.css';

/** The simulated time, and what makes it pass. */
export function Clock() {
  const time = useView((view) => view.node.clock);
  const held = useView((view) => view.redo !== null);
  const session = useSession();
  const commands = useCommands();
  const runs = useDesk((desk) => desk.clockRuns);
  const runClock = useDesk((desk) => desk.runClock);
  const say = useDesk((desk) => desk.say);
  const [open, setOpen] = useState(false);
  useFlow();
  const turn = (): void => {
    runClock(!runs);
    say(runs ? CLOCK.saidPaused(time) : CLOCK.saidRuns);
  };
  const skip = (milliseconds: number): void => {
    setOpen(false);
    commands.advance(milliseconds);
    say(CLOCK.saidSkipped(session.view().node.clock));
  };
  return (
    <fieldset className="clock" aria-label={CLOCK.label}>
      <span className={runs && !held ? 'clock-time clock-runs' : 'clock-time'} title={CLOCK.date(session.clock.date())}>
        <span className="clock-word">{CLOCK.simulated}</span> {time}
      </span>
      {runs && held && <span className="clock-held">{CLOCK.held}</span>}
      <button
        type="button"
        className="clock-button"
        title={withKeys(runs ? CLOCK.pauseTitle : CLOCK.runTitle, 'runClock')}
        aria-keyshortcuts={ariaKeys('runClock')}
        onClick={turn}
      >
        <span aria-hidden="true">{runs ? '❚❚' : '▶'}</span> {runs ? CLOCK.pause : CLOCK.run}
      </button>
      <ClockMenu open={open} onOpen={() => setOpen(true)} onClose={() => setOpen(false)} onSkip={skip} />
    </fieldset>
  );
}
