import { useEffect, useRef, useState } from 'react';
import type { Labs } from '#session/view/lab.ts';
import { useArrival } from '../app/arrival.ts';
import { Masthead } from '../app/Masthead.tsx';
import { hashOf } from '../app/route.ts';
import { LAB } from '../words/lab.ts';
import { hashOfLab } from './place.ts';

interface Props {
  readonly labs: Labs;
  /** Why the lab that was asked for is not shown; null when none was. */
  readonly trouble: string | null;
}

/** The labs that this browser knows, a way to open another, and the ways for instructors. */
export function LabList({ labs, trouble }: Props) {
  const heading = useArrival(false);
  const input = useRef<HTMLInputElement>(null);
  const [known, setKnown] = useState(labs.known);
  const [refused, setRefused] = useState(trouble);
  useEffect(() => {
    document.title = LAB.pageTitle;
  }, []);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const opened = await labs.open(await file.text().catch(() => ''));
    if (opened.ok) location.hash = hashOfLab(opened.lab.view().digest);
    else setRefused(`${LAB.refused} ${opened.words}`);
  };
  return (
    <div className="lab">
      <Masthead />
      <main className="lab-page">
        {refused !== null && (
          <p className="lab-trouble" role="alert">
            {refused}
          </p>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {LAB.heading}
        </h1>
        <p className="lab-lead">{LAB.lead}</p>
        <p className="lab-actions">
          <button type="button" className="button" onClick={() => input.current?.click()}>
            {LAB.open}
          </button>
          <input
            ref={input}
            type="file"
            hidden
            accept="application/json,.json"
            aria-label={LAB.open}
            onChange={(event) => {
              void take(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </p>
        <h2 id="known-labs">{LAB.opened}</h2>
        {known.length === 0 ? (
          <p className="lab-dim">{LAB.none}</p>
        ) : (
          <ul className="lab-rows" aria-labelledby="known-labs">
            {known.map(({ digest, title, opened }) => (
              <li key={digest} className="lab-row">
                <a className="link" href={hashOfLab(digest)}>
                  {title}
                </a>
                <span className="lab-dim">{LAB.openedAt(new Date(opened).toLocaleString())}</span>
                <button
                  type="button"
                  className="link"
                  aria-label={LAB.forgetLabel(title)}
                  onClick={() => {
                    labs.forget(digest);
                    setKnown(labs.known());
                  }}
                >
                  {LAB.forget}
                </button>
              </li>
            ))}
          </ul>
        )}
        <h2>{LAB.forClass}</h2>
        <ul className="lab-ways">
          <li>
            <a className="link" href={hashOf({ kind: 'lab-new' })}>
              {LAB.makeOne}
            </a>
          </li>
          <li>
            <a className="link" href={hashOf({ kind: 'board' })}>
              {LAB.board}
            </a>
          </li>
        </ul>
      </main>
    </div>
  );
}
