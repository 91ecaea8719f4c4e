import { useState } from 'react';
import { ThemeSelect } from '../../app/ThemeSelect.tsx';
import { CellSign } from '../../grid/CellSign.tsx';
import { KIT } from '../../words/kit.ts';
import { HeaderActions } from '../../workbench/HeaderActions.tsx';
import { StatusBar } from '../../workbench/StatusBar.tsx';
import { Breakable } from '../Breakable.tsx';
import { CommandLine } from '../CommandLine.tsx';
import { CopyButton } from '../CopyButton.tsx';
import { CONFIG, START } from '../fakeView.data.ts';
import { Sign, type SignKind } from '../Sign.tsx';
import { Specimen, Specimens } from '../Specimen.tsx';
import { Splitter } from '../Splitter.tsx';
import { Tabs, tabId } from '../Tabs.tsx';

const SIGNS: readonly SignKind[] = [
  'met',
  'unmet',
  'waiting',
  'passed',
  'refused',
  'answered',
  'skipped',
  'not-reached',
];
const CELLS = ['allowed', 'refused', 'closed', 'failed'] as const;

/** The smallest parts: signs, buttons, tabs, a border to move, and the edges of the page. */
export function Basics() {
  const [share, setShare] = useState(40);
  return (
    <>
      <Specimens id="signs" title={KIT.sections.signs}>
        <Specimen title={KIT.states.signs}>
          <ul className="kit-row">
            {SIGNS.map((kind) => (
              <li key={kind}>
                <Sign kind={kind} /> {kind}
              </li>
            ))}
          </ul>
        </Specimen>
        <Specimen title={KIT.states.cells}>
          <ul className="kit-row">
            {CELLS.map((state) => (
              <li key={state} className={`cell-end cell-end-${state}`}>
                <CellSign state={state} /> {state}
              </li>
            ))}
          </ul>
        </Specimen>
      </Specimens>
      <Specimens id="buttons" title={KIT.sections.buttons}>
        <Specimen title={KIT.states.buttons} wide>
          <div className="kit-row">
            <button type="button" className="button">
              {KIT.button.plain}
            </button>
            <button type="button" className="button button-owed">
              {KIT.button.owed}
            </button>
            <button type="button" className="button" disabled>
              {KIT.button.disabled}
            </button>
            <button type="button" className="button kit-focus">
              {KIT.button.focus}
            </button>
            <button type="button" className="button button-owed kit-focus">
              {KIT.button.owedFocus}
            </button>
            <button type="button" className="link">
              {KIT.button.link}
            </button>
            <ThemeSelect keyed={false} />
            <CopyButton text={KIT.button.plain} label={KIT.button.copy} />
          </div>
        </Specimen>
        <Specimen title={KIT.states.long}>
          <p>
            <Breakable path={CONFIG} />
          </p>
          <code>
            <CommandLine line="curl -sk https://localhost:10250/pods --cert bob.crt --key bob.key" />
          </code>
        </Specimen>
      </Specimens>
      <Specimens id="tabs" title={KIT.sections.tabs}>
        <Specimen title={KIT.states.tabs} wide>
          <Tabs
            label={KIT.sections.tabs}
            tabs={[
              { id: 'chosen', label: KIT.tab.chosen },
              { id: 'changed', label: KIT.tab.changed, after: <span className="badge-changed" /> },
              { id: 'problem', label: KIT.tab.problem, after: <span className="badge-problem">!</span> },
              { id: 'plain', label: KIT.tab.plain },
            ]}
            selected="chosen"
            panel="kit-tabs"
            onSelect={() => {}}
          />
          <p role="tabpanel" id="kit-tabs" aria-labelledby={tabId('kit-tabs', 'chosen')}>
            {KIT.tab.panel}
          </p>
          <Splitter label={KIT.tab.border} value={share} onChange={setShare} />
        </Specimen>
      </Specimens>
      <Specimens id="edges" title={KIT.sections.edges}>
        <Specimen title={KIT.states.header} view={{ redo: START.undo }} wide>
          <div className="kit-row">
            <HeaderActions />
          </div>
        </Specimen>
        {(['saved', 'saving', 'unsaved'] as const).map((state) => (
          <Specimen
            key={state}
            title={state}
            view={{
              saved: { state, words: KIT.saved[state] },
              node: { ...START.node, ready: state !== 'unsaved' },
            }}
            wide
          >
            <div className="frame-status">
              <StatusBar />
            </div>
          </Specimen>
        ))}
      </Specimens>
    </>
  );
}
