import type { ReactNode } from 'react';
import { WORDS } from '../words.ts';
import { ThemeSelect } from './ThemeSelect.tsx';
import '../styles/tokens.css';
import '../styles/base.css';
import './Frame.css';

interface Props {
  readonly title: string | null;
  readonly actions: ReactNode;
  readonly left: ReactNode;
  readonly middle: ReactNode;
  /** Null where there is room for two columns only. */
  readonly right: ReactNode;
  readonly status: ReactNode;
}

/** Header, columns and status bar: the same lines whether the session is there yet or not. */
export function Frame({ title, actions, left, middle, right, status }: Props) {
  return (
    <div className="frame">
      <a className="skip-link" href="#files">
        {WORDS.skip}
      </a>
      <header className="frame-header">
        <span className="mark" aria-hidden="true" />
        <h1>
          <span className="frame-product">{WORDS.product}</span>
          <span className="frame-title">{title ?? WORDS.tagline}</span>
        </h1>
        <div className="frame-actions">
          {actions}
          <ThemeSelect />
        </div>
      </header>
      <main className="frame-columns">
        <div className="frame-column frame-left">{left}</div>
        <div className="frame-middle">{middle}</div>
        {right === null ? null : <div className="frame-column frame-right">{right}</div>}
      </main>
      <footer className="frame-status">{status}</footer>
    </div>
  );
}
