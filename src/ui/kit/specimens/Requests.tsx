import { Canal } from '../../kubelet/Canal.tsx';
import { frame } from '../../kubelet/canal.ts';
import { EmptyCanal } from '../../kubelet/EmptyCanal.tsx';
import { Kubelet } from '../../kubelet/Kubelet.tsx';
import { Picture } from '../../kubelet/Picture.tsx';
import { Ports } from '../../kubelet/Ports.tsx';
import { Settings } from '../../kubelet/Settings.tsx';
import { Attacks } from '../../requests/Attacks.tsx';
import { ChangeOne } from '../../requests/ChangeOne.tsx';
import { Entry } from '../../requests/Entry.tsx';
import { Fields } from '../../requests/Fields.tsx';
import { Requests as Panel } from '../../requests/Requests.tsx';
import { KIT } from '../../words/kit.ts';
import { ENTRIES, JOURNEYS } from '../fakeJourneys.data.ts';
import { ALLOWED, REFUSED, START } from '../fakeView.data.ts';
import { Specimen, Specimens } from '../Specimen.tsx';

const LINE = 'curl -sk https://localhost:10250/pods';
const KEPT = { ...ALLOWED, number: 1, line: LINE, guess: null };
const SHOWN = { ...REFUSED, number: 3, line: `${LINE} --cert bob.crt --key bob.key`, guess: null };

/** What is asked and what becomes of it: doors, canal, questions, comparison, the log, the line and its help. */
export function Requests() {
  return (
    <>
      <Specimens id="ports" title={KIT.sections.ports}>
        <Specimen title={KIT.states.doors}>
          <Ports request={KEPT} />
        </Specimen>
        <Specimen
          title={KIT.states.doorsShut}
          view={{ ports: START.ports.map((port) => ({ ...port, open: false, words: ['closed'] })) }}
        >
          <Ports request={null} />
        </Specimen>
      </Specimens>
      <Specimens id="canal" title={KIT.sections.canal}>
        <Specimen title={KIT.states.noRequest}>
          <EmptyCanal />
        </Specimen>
        <Specimen title={KIT.states.onTheWay}>
          <div className="pipeline">
            <Canal
              label="Gates of request 1"
              frame={frame(ALLOWED.stages, 2.8)}
              parting={null}
              unlabelled={false}
              still
              onGate={() => {}}
            />
          </div>
        </Specimen>
        {JOURNEYS.map(([title, request]) => (
          <Specimen key={title} title={title}>
            <Picture request={request} kept={null} />
          </Specimen>
        ))}
        <Specimen title={KIT.states.compared} view={{ requests: [KEPT, SHOWN] }}>
          <Picture request={SHOWN} kept={KEPT} />
        </Specimen>
        <Specimen title={KIT.states.wholeColumn}>
          <Kubelet />
        </Specimen>
      </Specimens>
      <Specimens id="settings" title={KIT.sections.settings}>
        <Specimen title={KIT.states.inForce}>
          <Settings />
        </Specimen>
        <Specimen title={KIT.states.notRunning} view={{ settings: [] }}>
          <Settings />
        </Specimen>
      </Specimens>
      <Specimens id="requests" title={KIT.sections.requests}>
        <Specimen title={KIT.states.entries} view={{ requests: ENTRIES }} wide>
          <ol className="entries">
            {ENTRIES.map((request) => (
              <Entry key={request.number} request={request} />
            ))}
          </ol>
        </Specimen>
        <Specimen title={KIT.states.noRequest} view={{ requests: [] }} height={280} wide>
          <Panel />
        </Specimen>
        <Specimen title={KIT.states.form} wide padded>
          <Fields line={LINE} onLine={() => {}} />
        </Specimen>
        <Specimen title={KIT.states.unreadable} padded>
          <Fields line="kubectl get pods" onLine={() => {}} />
        </Specimen>
        <Specimen title={KIT.states.changes} padded>
          <ChangeOne number={1} line={LINE} />
        </Specimen>
        <Specimen title={KIT.states.attacks} wide padded>
          <Attacks onAsk={() => {}} onLine={() => {}} />
        </Specimen>
      </Specimens>
    </>
  );
}
