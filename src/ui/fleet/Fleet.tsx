import { useRef, useState } from 'react';
import { RowFilters } from '../kit/RowFilters.tsx';
import { useSession, useView } from '../store/bench.tsx';
import { useRoom } from '../store/useRoom.ts';
import { FLEET as WORDS } from '../words/fleet.ts';
import { FleetRow } from './FleetRow.tsx';
import { arranged, COLUMNS, type Column, type FleetFilter, hasDrifted, type Order } from './rows.ts';
import './Fleet.css';

const SWITCHES = ['drifted', 'risky', 'silent'] as const;

const EVERYTHING: FleetFilter = { text: '', drifted: false, risky: false, silent: false };

/** Every node beside the ConfigMap that all were configured from: who drifted, and how. */
export function Fleet() {
  const session = useSession();
  useRoom(true);
  // The table is made anew whenever the session moved; rows of nodes that did not change stay.
  useView((view) => view);
  const fleet = session.fleet();
  const [filter, setFilter] = useState(EVERYTHING);
  const [order, setOrder] = useState<Order>({ by: 'name', down: false });
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const scroll = useRef<HTMLElement>(null);
  const rows = arranged(fleet.nodes, filter, order);
  const drifted = fleet.nodes.some(hasDrifted);
  const turn = (name: string) =>
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(name)) after.add(name);
      return after;
    });
  return (
    <div className="fleet">
      <p className={`fleet-words${fleet.compared && !drifted ? '' : ' fleet-words-strong'}`}>{fleet.words}</p>
      <RowFilters
        words={WORDS}
        switches={SWITCHES}
        filter={filter}
        shown={rows.length}
        all={fleet.nodes.length}
        onText={(text) => setFilter({ ...filter, text })}
        onSwitch={(name, on) => setFilter({ ...filter, [name]: on })}
        onReset={() => setFilter(EVERYTHING)}
        onLeave={() => scroll.current?.focus()}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="fleet-scroll" ref={scroll} tabIndex={0} aria-label={WORDS.table}>
        <table aria-label={WORDS.table}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <Heading key={column} column={column} order={order} onSort={setOrder} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((node) => (
              <FleetRow
                key={node.name}
                node={node}
                compared={fleet.compared}
                open={open.has(node.name) && hasDrifted(node)}
                onTurn={turn}
              />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="fleet-words">{WORDS.none}</p>}
      </section>
    </div>
  );
}

interface HeadingProps {
  readonly column: Column;
  readonly order: Order;
  onSort(order: Order): void;
}

function Heading({ column, order, onSort }: HeadingProps) {
  const sorted = order.by === column;
  // Whoever asks for drift wants the most of it first.
  const down = sorted ? !order.down : column === 'drift';
  const sort = sorted ? (order.down ? 'descending' : 'ascending') : 'none';
  return (
    <th scope="col" className={`fleet-${column}`} aria-sort={sort}>
      <button type="button" className="fleet-sort" onClick={() => onSort({ by: column, down })}>
        {WORDS.columns[column]}
        {sorted && (
          <span aria-hidden="true" className="fleet-arrow">
            {order.down ? '↓' : '↑'}
          </span>
        )}
      </button>
    </th>
  );
}
