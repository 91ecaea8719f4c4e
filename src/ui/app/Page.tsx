import { type ReactNode, useEffect } from 'react';
import { useArrival } from './arrival.ts';
import { Masthead } from './Masthead.tsx';
import './Page.css';

interface Props {
  /** What the browser's tab says. */
  readonly title: string;
  readonly heading: string;
  /** What the page is for, in a sentence or two. */
  readonly lead: string;
  readonly children: ReactNode;
}

/** A page to read, beside home and the workbench: masthead, heading, what it is for, and the rest in one column. */
export function Page({ title, heading, lead, children }: Props) {
  const arrived = useArrival(false);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className="page">
      <Masthead />
      <main className="page-main">
        <h1 ref={arrived} tabIndex={-1}>
          {heading}
        </h1>
        <p className="page-lead">{lead}</p>
        {children}
      </main>
    </div>
  );
}
