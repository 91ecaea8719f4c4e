import { useRef } from 'react';
import type { ConfigurationView } from '#session/view/configuration.ts';
import { RowFilters } from '../kit/RowFilters.tsx';
import { useDesk, useSession, useView } from '../store/bench.tsx';
import { useRoom } from '../store/useRoom.ts';
import { CONFIGURATION as WORDS } from '../words/configuration.ts';
import { Row } from './Row.tsx';
import { grouped, passing } from './rows.ts';
import './Configuration.css';

const COLUMNS = 5;

const SWITCHES = ['security', 'differing', 'disagreeing'] as const;

/** Every value in force beside what the file says, what `/configz` tells and what `/flagz` claims. */
export function Configuration() {
  const session = useSession();
  useRoom(true);
  // The table is made anew whenever the session moved.
  useView((view) => view);
  const configuration = session.configuration();
  const filter = useDesk((desk) => desk.configurationFilter);
  const narrow = useDesk((desk) => desk.filterConfiguration);
  const rows = passing(configuration.rows, filter);
  const scroll = useRef<HTMLElement>(null);
  return (
    <div className="configuration">
      {configuration.of !== 'none' && (
        <RowFilters
          words={WORDS}
          switches={SWITCHES}
          filter={filter}
          shown={rows.length}
          all={configuration.rows.length}
          onText={(text) => narrow({ text })}
          onSwitch={(name, on) => narrow({ [name]: on })}
          onReset={() => narrow({ text: '', security: false, differing: false, disagreeing: false })}
          onLeave={() => scroll.current?.focus()}
        />
      )}
      {configuration.words !== '' && <p className="config-words">{configuration.words}</p>}
      {(['configz', 'flagz'] as const).map(
        (name) =>
          configuration.unserved[name] !== '' && (
            <p key={name} className="config-words">
              {WORDS.unserved(`/${name}`, configuration.unserved[name])}
            </p>
          ),
      )}
      {configuration.of !== 'none' && (
        // A region that scrolls must be reachable by keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
        <section className="config-scroll" ref={scroll} tabIndex={0} aria-label={WORDS.table}>
          <table aria-label={WORDS.table}>
            <Head of={configuration.of} />
            {grouped(rows).map(({ group, rows: list }) => (
              <tbody key={group}>
                <tr className="config-group">
                  <th scope="rowgroup" colSpan={COLUMNS}>
                    {WORDS.groups[group]}
                  </th>
                </tr>
                {list.map((row) => (
                  <Row key={row.path} row={row} />
                ))}
              </tbody>
            ))}
          </table>
          {rows.length === 0 && <p className="config-words">{WORDS.none}</p>}
        </section>
      )}
    </div>
  );
}

function Head({ of }: Pick<ConfigurationView, 'of'>) {
  const { columns } = WORDS;
  const running = of === 'running';
  return (
    <thead>
      <tr>
        <th scope="col">{columns.setting}</th>
        <th scope="col">{running ? columns.inForce : columns.nextStart}</th>
        <th scope="col">{columns.file}</th>
        <th scope="col">{running ? columns.configz : columns.nextConfigz}</th>
        <th scope="col">{running ? columns.flagz : columns.nextFlagz}</th>
      </tr>
    </thead>
  );
}
