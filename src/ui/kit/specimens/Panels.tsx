import type { ConfigurationView } from '#session/view/configuration.ts';
import type { GridView, OutlookView } from '#session/view/grid.ts';
import type { NoticeView } from '#session/view/timeline.ts';
import { Configuration } from '../../configuration/Configuration.tsx';
import { Fleet } from '../../fleet/Fleet.tsx';
import { Grid } from '../../grid/Grid.tsx';
import { Notices } from '../../timeline/Notices.tsx';
import { Timeline } from '../../timeline/Timeline.tsx';
import { KIT } from '../../words/kit.ts';
import { fakeArchive } from '../fakeArchive.ts';
import { FAKE_FLEET } from '../fakeFleet.data.ts';
import { FAKE_GRID, GRID_VIEW } from '../fakeGrid.data.ts';
import { CONFIGURATION_VIEW } from '../fakeRequests.data.ts';
import { Specimen, Specimens } from '../Specimen.tsx';

const CONFIGURATIONS: readonly (readonly [string, ConfigurationView])[] = [
  [
    KIT.states.inForce,
    {
      ...CONFIGURATION_VIEW,
      rows: CONFIGURATION_VIEW.rows.flatMap((row) =>
        row.verdict === 'fine'
          ? [row]
          : [row, { ...row, path: 'streamingConnectionIdleTimeout', group: 'rest', verdict: 'note', configz: null }],
      ),
    },
  ],
  [
    KIT.states.nextStart,
    { ...CONFIGURATION_VIEW, of: 'next', words: KIT.next, unserved: { configz: KIT.unserved, flagz: KIT.unserved } },
  ],
  [KIT.states.wouldFail, { ...CONFIGURATION_VIEW, of: 'none', words: KIT.fails, rows: [] }],
];

const QUIET: GridView = {
  ...GRID_VIEW,
  rows: GRID_VIEW.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cells) => cells.map((cell) => ({ ...cell, after: null }))),
  })),
};

const outlook = (kind: OutlookView['kind']): OutlookView => ({
  kind,
  closes: 0,
  opens: 0,
  others: 0,
  words: KIT.outlooks[kind],
});

const GRIDS: readonly (readonly [string, GridView])[] = [
  [KIT.states.changesAhead, GRID_VIEW],
  [KIT.states.noChange, { ...QUIET, outlook: outlook('same') }],
  [KIT.states.wouldFail, { ...QUIET, outlook: outlook('fails') }],
  [KIT.states.wouldKeep, { ...QUIET, outlook: outlook('kept') }],
];

const NOTICES: readonly NoticeView[] = (['full', 'elsewhere', 'overtaken', 'set-aside', 'newer', 'copy'] as const).map(
  (id) => ({ id, words: KIT.notices[id], offers: id === 'elsewhere' ? ['take-over', 'copy', 'export'] : ['dismiss'] }),
);

/** The panels under the files, and the bar that tells of trouble. */
export function Panels() {
  return (
    <>
      <Specimens id="configuration" title={KIT.sections.configuration}>
        {CONFIGURATIONS.map(([title, view]) => (
          <Specimen key={title} title={title} session={{ configuration: () => view }} wide>
            <Configuration />
          </Specimen>
        ))}
      </Specimens>
      <Specimens id="grid" title={KIT.sections.grid}>
        {GRIDS.map(([title, view]) => (
          <Specimen
            key={title}
            title={title}
            session={{ grid: { ...FAKE_GRID, view: (from) => ({ ...view, from }) } }}
            height={420}
            wide
          >
            <Grid />
          </Specimen>
        ))}
      </Specimens>
      <Specimens id="fleet" title={KIT.sections.fleet}>
        <Specimen title={KIT.states.drifted} wide>
          <Fleet />
        </Specimen>
        <Specimen
          title={KIT.states.notCompared}
          session={{ fleet: () => ({ ...FAKE_FLEET, compared: false, words: KIT.noConfigMap, nodes: [] }) }}
          height={240}
          wide
        >
          <Fleet />
        </Specimen>
      </Specimens>
      <Specimens id="timeline" title={KIT.sections.timeline}>
        <Specimen title={KIT.states.walked} height={420} wide>
          <Timeline />
        </Specimen>
        <Specimen
          title={KIT.states.empty}
          session={{
            archive: {
              ...fakeArchive(() => {}),
              timeline: () => ({ start: '09:00:00', at: 0, note: '', steps: [] }),
              changes: () => [],
              kept: () => Promise.resolve([]),
            },
          }}
          height={240}
          wide
        >
          <Timeline />
        </Specimen>
      </Specimens>
      <Specimens id="notices" title={KIT.sections.notices}>
        <Specimen
          title={KIT.states.notices}
          session={{ archive: { ...fakeArchive(() => {}), notices: () => NOTICES } }}
          wide
        >
          <Notices />
        </Specimen>
      </Specimens>
    </>
  );
}
