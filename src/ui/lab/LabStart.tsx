import { useEffect, useId } from 'react';
import type { LabView, SessionLab } from '#session/view/lab.ts';
import { useArrival } from '../app/arrival.ts';
import { Masthead } from '../app/Masthead.tsx';
import { hashOf } from '../app/route.ts';
import { LAB } from '../words/lab.ts';
import { Countdown } from './Countdown.tsx';
import { HandIn } from './HandIn.tsx';
import { LAB_ITEMS, LabItems } from './LabItems.tsx';
import { useLab } from './useLab.ts';

/** A lab's first page: what it asks, its rules, a name, its items, and handing in. */
export function LabStart({ lab }: { readonly lab: SessionLab }) {
  const view = useLab(lab);
  const heading = useArrival(false);
  const id = useId();
  const { title, message, phase, name, minutes, kept } = view;
  useEffect(() => {
    document.title = LAB.titled(title);
  }, [title]);
  return (
    <div className="lab">
      <Masthead actions={phase === 'running' && view.left !== null ? <Countdown view={view} /> : undefined} />
      <main className="lab-page">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {message.map((paragraph) => (
          <p key={paragraph} className="lab-lead">
            {paragraph}
          </p>
        ))}
        {!kept && (
          <p className="lab-trouble" role="alert">
            {LAB.unkept}
          </p>
        )}
        <Rules view={view} />
        <form
          className="lab-name"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            lab.begin();
            // The button is gone; what to do is next.
            document.getElementById(LAB_ITEMS)?.focus();
          }}
        >
          <label htmlFor={id}>{LAB.name}</label>
          <input
            id={id}
            value={name}
            maxLength={120}
            autoComplete="name"
            aria-describedby={`${id}-note`}
            onChange={(event) => lab.rename(event.target.value)}
          />
          {phase === 'ready' && (
            <button type="submit" className="button button-owed" disabled={name.trim() === ''}>
              {minutes === null ? LAB.begin : LAB.beginTimed(minutes)}
            </button>
          )}
          <p id={`${id}-note`} className="lab-dim">
            {name.trim() === '' ? LAB.nameFirst : LAB.nameNote}
          </p>
        </form>
        {phase === 'over' && (
          <p className="lab-trouble" role="status">
            {LAB.over}
          </p>
        )}
        <LabItems view={view} />
        {phase !== 'ready' && <HandIn lab={lab} view={view} />}
      </main>
    </div>
  );
}

const RULES = ['hints', 'diagnosis', 'checks', 'solutions', 'sandbox'] as const;

function Rules({ view }: { readonly view: LabView }) {
  const { allowed, minutes, seed, boardOnly } = view;
  const words = (wanted: boolean): string =>
    RULES.filter((rule) => allowed[rule] === wanted)
      .map((rule) => LAB.allowances[rule])
      .join(', ');
  return (
    <section className="lab-rules" aria-label={LAB.rules}>
      <dl>
        <dt>{LAB.timeLabel}</dt>
        <dd>
          {LAB.time(minutes)}
          {minutes !== null && <span className="lab-dim"> {LAB.timeNote}</span>}
        </dd>
        {seed !== null && (
          <>
            <dt>{LAB.seedLabel}</dt>
            <dd>
              {seed} <span className="lab-dim">{LAB.seedNote}</span>
            </dd>
          </>
        )}
        {words(true) !== '' && (
          <>
            <dt>{LAB.allowed}</dt>
            <dd>{words(true)}</dd>
          </>
        )}
        {words(false) !== '' && (
          <>
            <dt>{LAB.withheld}</dt>
            <dd>{words(false)}</dd>
          </>
        )}
      </dl>
      {boardOnly && <p>{LAB.boardOnly}</p>}
      {allowed.sandbox && (
        <p>
          <a className="link" href={hashOf({ kind: 'sandbox', base: 'kubeadm-cluster' })}>
            {LAB.sandbox}
          </a>
        </p>
      )}
    </section>
  );
}
