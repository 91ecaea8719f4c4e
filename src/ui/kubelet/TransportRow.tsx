import { useDesk } from '../store/bench.tsx';
import { PICTURE } from '../words/picture.ts';
import './TransportRow.css';
import type { Journey } from './useJourney.ts';

/** Replay, step, play and pause, and how fast. */
export function TransportRow({ journey }: { readonly journey: Journey }) {
  const speed = useDesk((desk) => desk.speed);
  const setSpeed = useDesk((desk) => desk.setSpeed);
  const { clock, end, playing } = journey;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this only names what belongs together.
    <div className="transport" role="group" aria-label={PICTURE.transport} title={PICTURE.keys}>
      <Action label={PICTURE.replay} path="M4 4.5V8h3.5M4.3 8a5 5 0 1 1 .6 3.4" onClick={journey.replay} />
      <Action label={PICTURE.back} path="M11 4L6 8l5 4zM4.5 4v8" disabled={clock <= 0} onClick={journey.back} />
      <Action
        label={playing ? PICTURE.pause : PICTURE.play}
        path={playing ? 'M5.5 4v8M10.5 4v8' : 'M5 3.5l7 4.5-7 4.5z'}
        onClick={journey.toggle}
      />
      <Action label={PICTURE.forward} path="M5 4l5 4-5 4zM11.5 4v8" disabled={clock >= end} onClick={journey.forward} />
      <select
        className="select transport-speed"
        aria-label={PICTURE.speed}
        value={speed}
        onChange={(event) => setSpeed(Number(event.target.value))}
      >
        {PICTURE.speeds.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface ActionProps {
  readonly label: string;
  readonly path: string;
  readonly disabled?: boolean;
  onClick(): void;
}

/** A button that stays in the order of the Tab key when there is nothing left to do, so that the focus is not lost. */
function Action({ label, path, disabled = false, onClick }: ActionProps) {
  return (
    <button
      type="button"
      className="button transport-action"
      aria-label={label}
      aria-disabled={disabled}
      onClick={() => {
        if (!disabled) onClick();
      }}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <path d={path} />
      </svg>
    </button>
  );
}
