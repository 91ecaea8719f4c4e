import { type ReactNode, useState } from 'react';
import type { ProgressNote, ScenarioSummary } from '#session/view/catalogue.ts';
import { OpenFile } from '../../files/OpenFile.tsx';
import { ScenarioRow } from '../../home/ScenarioRow.tsx';
import { Ship } from '../../home/Ship.tsx';
import { KeyMap } from '../../keys/KeyMap.tsx';
import { Access } from '../../kubelet/Access.tsx';
import { Causes } from '../../kubelet/Causes.tsx';
import { OfferDialog } from '../../timeline/OfferDialog.tsx';
import { TourStop } from '../../tour/TourStop.tsx';
import { TOUR } from '../../words/keys.ts';
import { KIT } from '../../words/kit.ts';
import { REFUSED } from '../fakeView.data.ts';
import { Specimen, Specimens } from '../Specimen.tsx';

const SCENARIO: ScenarioSummary = {
  id: 'the-flag-that-wins',
  title: 'The flag that wins',
  order: 1,
  minutes: 10,
  difficulty: 1,
  teaches: ['A flag beats the file', 'On disk, loaded and running are three things'],
  goal: 'Close the door for good.',
  tasks: 3,
  tags: { cis: { profile: '1.12', ids: ['4.2.1', '4.2.2'] }, cks: 'Cluster Setup' },
};

const PROGRESS: readonly (ProgressNote | null)[] = [
  null,
  { met: 1, tasks: 3, solved: false, at: 0 },
  { met: 3, tasks: 3, solved: true, at: 0 },
];

const STOPS = Object.keys(TOUR.steps) as (keyof typeof TOUR.steps)[];

/** Dialogs, the tour, the parts of home, and the whole pages. */
export function Pages() {
  return (
    <>
      <Specimens id="dialogs" title={KIT.sections.dialogs}>
        <Specimen title={KIT.states.dialogs} wide padded>
          <div className="kit-row">
            <Opener label={KIT.dialogs.keys}>{(close) => <KeyMap onClose={close} onTour={close} />}</Opener>
            <OpenFile />
            <Opener label={KIT.dialogs.offered}>
              {(close) => (
                <OfferDialog
                  offered={{ ok: true, words: KIT.offered, replaces: true, accept: () => null }}
                  from="link"
                  onClose={close}
                />
              )}
            </Opener>
            <Opener label={KIT.dialogs.refused}>
              {(close) => <OfferDialog offered={{ ok: false, words: KIT.refusedRun }} from="file" onClose={close} />}
            </Opener>
          </div>
          <Access number={1} />
          {REFUSED.questions.map((question) => (
            <Causes key={question.id} causes={question.causes} />
          ))}
        </Specimen>
      </Specimens>
      <Specimens id="tour" title={KIT.sections.tour}>
        {STOPS.map((words, index) => (
          <Specimen key={words} title={words} wide>
            <div className="tour">
              <TourStop
                words={words}
                at={index}
                of={STOPS.length}
                onBack={() => {}}
                onNext={() => {}}
                onSkip={() => {}}
              />
            </div>
          </Specimen>
        ))}
      </Specimens>
      <Specimens id="home" title={KIT.sections.home}>
        <Specimen title={KIT.states.scenarios} wide>
          <ol className="home-rows">
            {PROGRESS.map((note) => (
              <ScenarioRow key={note?.met ?? -1} voyage={{ scenario: SCENARIO, note }} />
            ))}
          </ol>
        </Specimen>
        <Specimen title={KIT.states.ship}>
          <Ship />
        </Specimen>
        <Specimen title={KIT.states.pages}>
          <ul>
            {(['workbench', 'loading', 'failed'] as const).map((page) => (
              <li key={page}>
                <a className="link" href={`?page=${page}`}>
                  {KIT.pages[page]}
                </a>
              </li>
            ))}
          </ul>
        </Specimen>
      </Specimens>
    </>
  );
}

interface OpenerProps {
  readonly label: string;
  children(close: () => void): ReactNode;
}

/** A button that opens a dialog, for only one can be open. */
function Opener({ label, children }: OpenerProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </button>
      {open && children(() => setOpen(false))}
    </>
  );
}
