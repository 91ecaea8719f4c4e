import type { ReactNode } from 'react';
import { WORDS } from '../words.ts';
import { hashOf } from './route.ts';
import { ThemeSelect } from './ThemeSelect.tsx';
import '../styles/tokens.css';
import '../styles/base.css';
import './Masthead.css';

interface Props {
  /** What stands beside the name; the page's heading, mostly. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** The head of every page: the name, which leads home, what the page is, what can be done with it. */
export function Masthead({ children, actions }: Props) {
  return (
    <header className="frame-header">
      <a className="frame-home" href={hashOf({ kind: 'home' })} aria-label={WORDS.productHome}>
        <span className="mark" aria-hidden="true" />
        {WORDS.product}
      </a>
      {children}
      <div className="frame-actions">
        {actions}
        <ThemeSelect keyed={actions !== undefined && actions !== null} />
      </div>
    </header>
  );
}
