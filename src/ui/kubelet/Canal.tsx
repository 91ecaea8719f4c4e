import { type CSSProperties, useEffect, useRef } from 'react';
import type { StageView } from '#session/view.ts';
import { PICTURE } from '../words/picture.ts';
import { WORDS } from '../words.ts';
import { type Frame, type Gate, widthsOf } from './canal.ts';
import { LockGate } from './LockGate.tsx';
import './Canal.css';

/** One width a gate, the same in every lane of the same gates, so that two lanes stand gate under gate. */
export function tracksOf(names: readonly StageView['name'][]): string {
  return widthsOf(names)
    .map((width) => `minmax(0, ${width}fr)`)
    .join(' ');
}

interface Props {
  /** Its name for assistive technology. */
  readonly label: string;
  readonly frame: Frame;
  /** The gate where this journey and the one beside it part. */
  readonly parting: StageView['name'] | null;
  /** The lane below another does without the labels that stand there already. */
  readonly unlabelled: boolean;
  /** Nothing moves by itself. */
  readonly still: boolean;
  /** Leads the clock to a gate. */
  onGate(index: number): void;
}

/** One request's way through the gates, as it stands at one moment. */
export function Canal({ label, frame, parting, unlabelled, still, onGate }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const focusable = Math.max(
    0,
    frame.gates.findLastIndex((gate) => gate.shown),
  );
  useEffect(() => {
    // Whoever steps from gate to gate takes the focus along.
    if (still && list.current?.contains(document.activeElement)) {
      list.current.querySelectorAll('button')[focusable]?.focus();
    }
  }, [still, focusable]);
  return (
    <div
      className="waterway"
      style={
        {
          '--tracks': tracksOf(frame.gates.map(({ stage }) => stage.name)),
          '--boat': `${frame.boat * 100}%`,
        } as CSSProperties
      }
    >
      <ol ref={list} className={unlabelled ? 'canal canal-unlabelled' : 'canal'} aria-label={label}>
        {frame.gates.map((gate, index) => (
          <Lock
            key={gate.stage.name}
            gate={gate}
            current={!frame.landed && gate.stage.name === frame.at?.name}
            parts={gate.stage.name === parting}
            focusable={index === focusable}
            onChoose={() => onGate(index)}
          />
        ))}
      </ol>
      <Boat />
    </div>
  );
}

interface LockProps {
  readonly gate: Gate;
  readonly current: boolean;
  readonly parts: boolean;
  /** One gate is a stop of the Tab key; arrows lead to the others. */
  readonly focusable: boolean;
  onChoose(): void;
}

function Lock({ gate, current, parts, focusable, onChoose }: LockProps) {
  const { stage, shown } = gate;
  const state = shown ? stage.state : 'not-reached';
  const style = { '--before': gate.before, '--behind': gate.behind } as CSSProperties;
  const coming = !shown && stage.state !== 'not-reached';
  const word = coming ? PICTURE.yetToCome : WORDS.stageStates[state];
  return (
    <li
      className={`lock lock-${shown ? state : 'coming'}${parts ? ' lock-parting' : ''}`}
      data-stage={stage.name}
      style={style}
    >
      <button
        type="button"
        className="lock-gate"
        aria-label={[stage.label, word, ...(parts ? [PICTURE.partHere] : [])].join(', ')}
        aria-current={current ? 'step' : undefined}
        tabIndex={focusable ? 0 : -1}
        onClick={onChoose}
      >
        <span className="lock-channel">
          <LockGate state={state} />
        </span>
        <span className="lock-label">{stage.label}</span>
      </button>
      <span className="sr-only">{shown ? `${word}: ${stage.sentence}` : word}</span>
    </li>
  );
}

function Boat() {
  return (
    <svg className="boat" viewBox="0 0 14 12" width="14" height="12" aria-hidden="true" focusable="false">
      <path d="M1 7h12l-2.2 4H3.2zM6 6V1l5 5z" />
    </svg>
  );
}
