import type { CSSProperties } from 'react';
import { Journal } from '../journal/Journal.tsx';
import { Tabs, tabId } from '../kit/Tabs.tsx';
import { Requests } from '../requests/Requests.tsx';
import { useDesk, useView } from '../store/bench.tsx';
import { WORDS } from '../words.ts';

const PANEL = 'lower';

/** The pane under the files: what is asked, and what the node logs. */
export function LowerPane() {
  const lower = useDesk((desk) => desk.lower);
  const showLower = useDesk((desk) => desk.showLower);
  const share = useDesk((desk) => desk.lowerShare);
  const crashed = useView((view) => view.strip.state === 'failed' || view.strip.state === 'waiting');
  return (
    <div className="lower" style={{ '--share': `${share}%` } as CSSProperties}>
      <Tabs
        label={WORDS.lower}
        tabs={[
          { id: 'requests', label: WORDS.requests },
          { id: 'journal', label: WORDS.journal, after: crashed && <Alarm /> },
        ]}
        selected={lower}
        panel={PANEL}
        onSelect={(id) => showLower(id === 'journal' ? 'journal' : 'requests')}
      />
      <div className="lower-panel" role="tabpanel" id={PANEL} aria-labelledby={tabId(PANEL, lower)}>
        {lower === 'requests' ? <Requests /> : <Journal />}
      </div>
    </div>
  );
}

/** The journal has something to say about a kubelet that does not start. */
function Alarm() {
  return (
    <span className="badge-problem" title={WORDS.journalErrors}>
      <span aria-hidden="true">!</span>
      <span className="sr-only">, {WORDS.journalErrors}</span>
    </span>
  );
}
