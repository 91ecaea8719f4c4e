import { type ReactNode, useEffect } from 'react';
import { Clock } from '../../clock/Clock.tsx';
import { ClockMenu } from '../../clock/ClockMenu.tsx';
import { DraftEditor } from '../../files/DraftEditor.tsx';
import { FromTerminal } from '../../files/FromTerminal.tsx';
import { useSession, useStores } from '../../store/bench.tsx';
import type { Desk } from '../../store/desk.ts';
import { boxOf } from '../../terminal/Box.ts';
import { TerminalPanel } from '../../terminal/TerminalPanel.tsx';
import { KIT } from '../../words/kit.ts';
import { fakeTerminal } from '../fakeTerminal.ts';
import { START } from '../fakeView.data.ts';
import { Specimen, Specimens } from '../Specimen.tsx';

const [FILE] = START.files;

/** The terminal, what lies in the editor because of it, and the clock. */
export function Terminals() {
  return (
    <>
      <Specimens id="terminal" title={KIT.sections.terminal}>
        <Specimen title={KIT.states.typed} height={320} session={{ terminal: fakeTerminal() }} wide>
          <Typed text={KIT.typed} />
          <TerminalPanel />
        </Specimen>
        <Specimen title={KIT.states.followed} height={200} session={{ terminal: fakeTerminal() }} wide>
          <Typed text={'journalctl -f\r'} />
          <TerminalPanel />
        </Specimen>
        <Specimen
          title={KIT.states.starting}
          height={140}
          session={{ terminal: { open: () => new Promise<never>(() => {}) } }}
          wide
        >
          <TerminalPanel />
        </Specimen>
        <Specimen
          title={KIT.states.noTerminal}
          height={140}
          session={{ terminal: { open: () => Promise.reject(new Error(KIT.failure)) } }}
          wide
        >
          <TerminalPanel />
        </Specimen>
        {FILE !== undefined && (
          <Specimen title={KIT.states.fromTerminal} wide>
            <OnDesk change={{ fromTerminal: { node: START.node.name, path: FILE.path } }}>
              <FromTerminal file={FILE} />
            </OnDesk>
          </Specimen>
        )}
        <Specimen title={KIT.states.draft} height={260} wide>
          <DraftEditor
            draft={{ title: 'kubectl-edit.yaml', text: KIT.draft, language: 'yaml', save: () => {}, close: () => {} }}
          />
        </Specimen>
      </Specimens>
      <Specimens id="clock" title={KIT.sections.clock}>
        <Specimen title={KIT.states.paused} wide>
          <StatusLine>
            <Clock />
          </StatusLine>
        </Specimen>
        <Specimen title={KIT.states.flows} wide>
          <OnDesk change={{ clockRuns: true }}>
            <StatusLine>
              <Clock />
            </StatusLine>
          </OnDesk>
        </Specimen>
        <Specimen title={KIT.states.held} view={{ redo: 'restart' }} wide>
          <OnDesk change={{ clockRuns: true }}>
            <StatusLine>
              <Clock />
            </StatusLine>
          </OnDesk>
        </Specimen>
        <Specimen title={KIT.states.skips} height={300} wide>
          <div className="kit-bottom">
            <StatusLine>
              <ClockMenu open onOpen={() => {}} onClose={() => {}} onSkip={() => {}} />
            </StatusLine>
          </div>
        </Specimen>
      </Specimens>
    </>
  );
}

function StatusLine({ children }: { readonly children: ReactNode }) {
  return <div className="frame-status">{children}</div>;
}

/** Lays something on the specimen's own desk. */
function OnDesk({ change, children }: { readonly change: Partial<Desk>; readonly children: ReactNode }) {
  const { desk } = useStores();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a specimen stays as it is shown first.
  useEffect(() => desk.setState(change), [desk]);
  return children;
}

/** Types into the specimen's terminal, once it is there. */
function Typed({ text }: { readonly text: string }) {
  const session = useSession();
  const { desk } = useStores();
  useEffect(() => {
    const box = boxOf(session, desk);
    const unsubscribe = box.store.subscribe(({ phase }) => {
      if (phase !== 'ready') return;
      unsubscribe();
      box.type(text);
    });
    return unsubscribe;
  }, [session, desk, text]);
  return null;
}
