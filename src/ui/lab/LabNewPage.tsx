import { useEffect, useState } from 'react';
import type { LabDraft, Labs, PublishedLab } from '#session/view/lab.ts';
import { useArrival } from '../app/arrival.ts';
import { Masthead } from '../app/Masthead.tsx';
import type { PageProps } from '../app/pages.table.ts';
import { hashOf } from '../app/route.ts';
import { LAB } from '../words/lab.ts';
import { Made } from './Made.tsx';
import { OwnPacks } from './OwnPacks.tsx';
import { RuleFields } from './RuleFields.tsx';
import { useBrought } from './useLab.ts';
import { WhatIsDone } from './WhatIsDone.tsx';
import './Lab.css';

const EMPTY: LabDraft = {
  title: '',
  message: '',
  items: [],
  seed: null,
  minutes: null,
  allowed: { hints: true, diagnosis: true, checks: true, solutions: false, sandbox: true },
  leaveOut: 'solutions',
  packs: [],
};

/** The instructor's form: what is done, by which rules; a link or a file comes of it. */
export function LabNewPage({ host }: PageProps) {
  const heading = useArrival(false);
  const labs = useBrought(host.labs);
  const [draft, setDraft] = useState(EMPTY);
  const [made, setMade] = useState<{ readonly published: PublishedLab; readonly of: LabDraft } | null>(null);
  useEffect(() => {
    document.title = LAB.formTitle;
  }, []);
  const change = (part: Partial<LabDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const make = async (from: Labs): Promise<void> => {
    setMade({ published: await from.publish(draft), of: draft });
  };
  return (
    <div className="lab">
      <Masthead />
      <main className="lab-page">
        <h1 ref={heading} tabIndex={-1}>
          {LAB.form}
        </h1>
        <p className="lab-lead">{LAB.formLead}</p>
        <form
          className="lab-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (labs !== null) void make(labs);
          }}
        >
          <label className="lab-field">
            <span>{LAB.title}</span>
            <input
              value={draft.title}
              maxLength={200}
              autoComplete="off"
              onChange={(event) => change({ title: event.target.value })}
            />
          </label>
          <label className="lab-field">
            <span>{LAB.message}</span>
            <textarea
              rows={4}
              value={draft.message}
              placeholder={LAB.messageNote}
              onChange={(event) => change({ message: event.target.value })}
            />
          </label>
          <WhatIsDone host={host} draft={draft} onChange={change} />
          {labs !== null && <OwnPacks labs={labs} draft={draft} onChange={change} />}
          <RuleFields draft={draft} draw={labs?.draw ?? null} onChange={change} />
          <p className="lab-dim">
            {LAB.hideNote}{' '}
            <a className="link" href={hashOf({ kind: 'about' })}>
              {LAB.hideMore}
            </a>
          </p>
          <p className="lab-actions">
            <button type="submit" className="button button-owed" disabled={labs === null}>
              {LAB.make}
            </button>
            {made?.published.ok && made.of !== draft && <span role="status">{LAB.changed}</span>}
          </p>
        </form>
        {made !== null && (made.published.ok || made.of === draft) && <Made published={made.published} />}
      </main>
    </div>
  );
}
