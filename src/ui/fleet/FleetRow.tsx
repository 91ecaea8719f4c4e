import { memo } from 'react';
import type { FleetDriftView, FleetGlance, FleetNodeView } from '#session/view/fleet.ts';
import { Breakable } from '../kit/Breakable.tsx';
import { Sign } from '../kit/Sign.tsx';
import { useCommands, useDesk } from '../store/bench.tsx';
import { FLEET as WORDS } from '../words/fleet.ts';
import { COLUMNS, hasDrifted } from './rows.ts';

interface Props {
  readonly node: FleetNodeView;
  readonly compared: boolean;
  /** Whether its drift is spread out below it. */
  readonly open: boolean;
  onTurn(name: string): void;
}

const GLANCES = ['anonymous', 'authorization', 'clientCA', 'readOnlyPort'] as const;

/** One node: its name turns the workbench to it, its drift folds out. */
export const FleetRow = memo(function FleetRow({ node, compared, open, onTurn }: Props) {
  const { name, role, selected, ready, standing, version, glance } = node;
  const commands = useCommands();
  const say = useDesk((desk) => desk.say);
  const details = `fleet-${name}`;
  return (
    <>
      <tr className={selected ? 'fleet-row fleet-selected' : 'fleet-row'}>
        <th scope="row">
          <button
            type="button"
            className="link fleet-node"
            title={WORDS.turnTo(name)}
            aria-current={selected}
            onClick={() => {
              commands.selectNode(name);
              say(WORDS.turned(name));
            }}
          >
            {name}
          </button>
          {(selected || role === 'control plane') && (
            <span className="fleet-aside"> {selected ? WORDS.shownHere : WORDS.roles[role]}</span>
          )}
        </th>
        <td className={ready ? 'fleet-ready' : 'fleet-silent'}>
          <Sign kind={ready ? 'passed' : 'refused'} />
          {standing}
        </td>
        <td className="fleet-value">{version}</td>
        {glance === null ? (
          <td className="fleet-aside" colSpan={GLANCES.length}>
            {WORDS.notRunning}
          </td>
        ) : (
          GLANCES.map((name) => <Glance key={name} glance={glance[name]} />)
        )}
        <td>
          {hasDrifted(node) ? (
            <button
              type="button"
              className="fleet-drifted"
              aria-expanded={open}
              aria-controls={details}
              onClick={() => onTurn(name)}
            >
              <span aria-hidden="true">{open ? '▾' : '▸'} </span>
              {node.drift.length > 0 ? WORDS.fields(node.drift.length) : WORDS.unreadable}
            </button>
          ) : (
            <span className="fleet-aside">{compared ? WORDS.asWanted : WORDS.notCompared}</span>
          )}
        </td>
      </tr>
      {open && (
        <tr className="fleet-details" id={details}>
          <td colSpan={COLUMNS.length}>
            {node.trouble !== '' && <p>{node.trouble}</p>}
            {node.drift.length > 0 && <Details name={name} drift={node.drift} />}
          </td>
        </tr>
      )}
    </>
  );
}, isSame);

/** Most nodes stay as they were with every step of the session. */
function isSame(before: Props, after: Props): boolean {
  return (
    before.open === after.open &&
    before.compared === after.compared &&
    before.node.selected === after.node.selected &&
    before.node.standing === after.node.standing &&
    before.node.ready === after.node.ready &&
    before.node.version === after.node.version &&
    before.node.glance === after.node.glance &&
    before.node.trouble === after.node.trouble &&
    before.node.drift === after.node.drift
  );
}

function Glance({ glance: { text, risky } }: { readonly glance: FleetGlance }) {
  return (
    <td className={risky ? 'fleet-value fleet-risky' : 'fleet-value'}>
      {risky && <span aria-hidden="true">▲ </span>}
      <Breakable path={text} />
      {risky && <span className="sr-only">, {WORDS.risky}</span>}
    </td>
  );
}

/** Where a risky value stands: in force already, or in the file only. */
function wrongIn({ risky, inForce, wanted }: FleetDriftView): 'file' | 'in force' | null {
  if (!risky) return null;
  return inForce !== null && inForce.text !== wanted ? 'in force' : 'file';
}

function Details({ name, drift }: { readonly name: string; readonly drift: readonly FleetDriftView[] }) {
  return (
    <table aria-label={WORDS.details(name)}>
      <thead>
        <tr>
          {Object.values(WORDS.parts).map((part) => (
            <th key={part} scope="col" className="fleet-part">
              {part}
            </th>
          ))}
        </tr>
      </thead>
      {drift.map((field) => (
        <tbody key={field.path}>
          <tr>
            <th scope="row" className="fleet-value">
              <Breakable path={field.path} />
            </th>
            <td className="fleet-value">{field.wanted}</td>
            <td className={wrongIn(field) === 'file' ? 'fleet-value fleet-risky' : 'fleet-value'}>
              {field.file ?? <span className="fleet-aside">{WORDS.silent}</span>}
            </td>
            <td className={wrongIn(field) === 'in force' ? 'fleet-value fleet-risky' : 'fleet-value'}>
              {field.inForce === null ? (
                <span className="fleet-aside">{WORDS.noKubelet}</span>
              ) : (
                <>
                  {field.inForce.text} <span className="fleet-aside">{field.inForce.source}</span>
                </>
              )}
            </td>
          </tr>
          <tr>
            <td className="fleet-why" colSpan={4}>
              {field.risky && (
                <strong className="fleet-risky">
                  <span aria-hidden="true">▲ </span>
                  {WORDS.risky}.{' '}
                </strong>
              )}
              {field.why}
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}
