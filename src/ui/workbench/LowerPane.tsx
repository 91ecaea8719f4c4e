import { Journal } from '../journal/Journal.tsx';
import { Tabs, tabId } from '../kit/Tabs.tsx';
import { Requests } from '../requests/Requests.tsx';
import { useDesk } from '../store/bench.tsx';
import { WORDS } from '../words.ts';

const PANEL = 'lower';

/** The pane under the files: what is asked, and what the node logs. */
export function LowerPane() {
  const lower = useDesk((desk) => desk.lower);
  const showLower = useDesk((desk) => desk.showLower);
  return (
    <div className="lower">
      <Tabs
        label={WORDS.lower}
        tabs={[
          { id: 'requests', label: WORDS.requests },
          { id: 'journal', label: WORDS.journal },
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
