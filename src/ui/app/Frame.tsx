import type { MouseEvent, ReactNode } from 'react';
import { WORDS } from '../words.ts';
import { useArrival } from './arrival.ts';
import { Masthead } from './Masthead.tsx';
import './Frame.css';

interface Props {
  readonly title: string | null;
  /** Whether this is but a stop on the way to what was asked for. */
  readonly waiting?: boolean;
  readonly actions: ReactNode;
  /** What stands above the columns for a while. */
  readonly banner?: ReactNode;
  readonly left: ReactNode;
  /** The left column holds pictures too, and takes more room. */
  readonly wide?: boolean;
  readonly middle: ReactNode;
  /** Null where there is room for two columns only. */
  readonly right: ReactNode;
  readonly status: ReactNode;
}

/** Header, columns and status bar: the same lines whether the session is there yet or not. */
export function Frame({ title, waiting = false, actions, banner, left, wide = false, middle, right, status }: Props) {
  const heading = useArrival(waiting);
  return (
    <div className="frame">
      {/* biome-ignore lint/a11y/useValidAnchor: a jump within the page, as the learner knows it */}
      <a className="skip-link" href="#files" onClick={skip}>
        {WORDS.skip}
      </a>
      <Masthead actions={actions}>
        <h1 ref={heading} tabIndex={-1}>
          {title ?? WORDS.tagline}
        </h1>
      </Masthead>
      <div className="frame-banner">{banner}</div>
      <main className={wide ? 'frame-columns frame-wide' : 'frame-columns'}>
        <div className="frame-column frame-left">{left}</div>
        <div className="frame-middle">{middle}</div>
        {right === null ? null : <div className="frame-column frame-right">{right}</div>}
      </main>
      <footer className="frame-status">{status}</footer>
    </div>
  );
}

/** The address after # says which page this is, so a jump within the page must not change it. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('files')?.focus();
}
