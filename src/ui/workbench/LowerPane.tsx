import { type ComponentType, type CSSProperties, lazy, Suspense } from 'react';
import { Journal } from '../journal/Journal.tsx';
import { ariaKeys, withKeys } from '../keys/chord.ts';
import { Tabs, tabId } from '../kit/Tabs.tsx';
import { Requests } from '../requests/Requests.tsx';
import { useDesk, useView } from '../store/bench.tsx';
import { LOWER_TABS, type LowerTab } from '../store/desk.ts';
import { useLowerTabs } from '../store/useLowerTabs.ts';
import { CONFIGURATION } from '../words/configuration.ts';
import { FLEET } from '../words/fleet.ts';
import { GRID } from '../words/grid.ts';
import { LOGS } from '../words/logs.ts';
import { TERMINAL } from '../words/terminal.ts';
import { TIMELINE } from '../words/timeline.ts';
import { WORDS } from '../words.ts';

const PANEL = 'lower';
const Terminal = lazy(() =>
  import('../terminal/TerminalPanel.tsx').then((module) => ({ default: module.TerminalPanel })),
);

const Configuration = lazy(() =>
  import('../configuration/Configuration.tsx').then((module) => ({ default: module.Configuration })),
);

const Timeline = lazy(() => import('../timeline/Timeline.tsx').then((module) => ({ default: module.Timeline })));

const Logs = lazy(() => import('../logs/Logs.tsx').then((module) => ({ default: module.Logs })));

const Fleet = lazy(() => import('../fleet/Fleet.tsx').then((module) => ({ default: module.Fleet })));

const Grid = lazy(() => import('../grid/Grid.tsx').then((module) => ({ default: module.Grid })));

/** Each panel with its tab's name. */
const PANELS: Readonly<Record<LowerTab, { readonly label: string; readonly Panel: ComponentType }>> = {
  requests: { label: WORDS.requests, Panel: Requests },
  terminal: { label: TERMINAL.tab, Panel: Terminal },
  journal: { label: WORDS.journal, Panel: Journal },
  configuration: { label: CONFIGURATION.tab, Panel: Configuration },
  grid: { label: GRID.tab, Panel: Grid },
  logs: { label: LOGS.tab, Panel: Logs },
  timeline: { label: TIMELINE.tab, Panel: Timeline },
  fleet: { label: FLEET.tab, Panel: Fleet },
};

/** The pane under the files: what is asked, and what the node logs. */
export function LowerPane({ without }: { readonly without?: readonly LowerTab[] }) {
  const asked = useDesk((desk) => desk.lower);
  const showLower = useDesk((desk) => desk.showLower);
  const askTerminal = useDesk((desk) => desk.askTerminal);
  const share = useDesk((desk) => desk.lowerShare);
  const crashed = useView((view) => view.strip.state === 'failed' || view.strip.state === 'waiting');
  const tabs = useLowerTabs(without);
  const lower = tabs.includes(asked) ? asked : 'requests';
  const { Panel } = PANELS[lower];
  return (
    <div className="lower" style={{ '--share': `${share}%` } as CSSProperties}>
      <Tabs
        label={WORDS.lower}
        tabs={tabs.map((id) => ({
          id,
          label: PANELS[id].label,
          title: withKeys(PANELS[id].label, id),
          keys: id === 'terminal' ? `${ariaKeys(id)} Control+\`` : ariaKeys(id),
          ...(id === 'journal' && crashed ? { after: <Alarm /> } : {}),
        }))}
        selected={lower}
        panel={PANEL}
        onSelect={(id, pointed) => {
          // Whoever clicks on a terminal wants to type.
          if (id === 'terminal' && pointed) askTerminal();
          else showLower(LOWER_TABS.find((tab) => tab === id) ?? 'requests');
        }}
      />
      <div className="lower-panel" role="tabpanel" id={PANEL} aria-labelledby={tabId(PANEL, lower)}>
        <Suspense fallback={null}>
          <Panel />
        </Suspense>
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
