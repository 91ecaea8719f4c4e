import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { share } from './share.ts';
import './Splitter.css';

interface Props {
  readonly label: string;
  /** How much of the parent's height lies below, in percent. */
  readonly value: number;
  onChange(value: number): void;
}

/** A line between two panes that pointer and arrow keys move. */
export function Splitter({ label, value, onChange }: Props) {
  const line = useRef<HTMLDivElement>(null);
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const box = line.current?.parentElement?.getBoundingClientRect();
    if (box === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onChange(share(((box.bottom - event.clientY) / box.height) * 100));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowUp: 5, ArrowDown: -5, Home: 100, End: -100 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onChange(share(value + step));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr can be neither focused nor moved.
    <div
      ref={line}
      className="splitter"
      role="separator"
      aria-orientation="horizontal"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={share(0)}
      aria-valuemax={share(100)}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}
