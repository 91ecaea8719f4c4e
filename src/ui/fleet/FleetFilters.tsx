import { FLEET as WORDS } from '../words/fleet.ts';
import type { FleetFilter } from './rows.ts';

const SWITCHES = ['drifted', 'risky', 'silent'] as const;

interface Props {
  readonly filter: FleetFilter;
  readonly shown: number;
  readonly all: number;
  onChange(change: Partial<FleetFilter>): void;
  onReset(): void;
  /** ArrowDown leads from the text to the rows. */
  onLeave(): void;
}

/** What narrows the table, and how many nodes are left. */
export function FleetFilters({ filter, shown, all, onChange, onReset, onLeave }: Props) {
  return (
    <div className="fleet-filters">
      <label className="fleet-search">
        {WORDS.filter}
        <input
          type="search"
          value={filter.text}
          placeholder={WORDS.filterHint}
          spellCheck={false}
          autoCapitalize="off"
          onChange={(event) => onChange({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            onLeave();
          }}
        />
      </label>
      <fieldset className="fleet-only">
        <legend>{WORDS.only}</legend>
        {SWITCHES.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={filter[name]}
              onChange={(event) => onChange({ [name]: event.target.checked })}
            />
            {WORDS.switches[name]}
          </label>
        ))}
      </fieldset>
      <output className="fleet-count">{WORDS.shown(shown, all)}</output>
      {shown < all && (
        <button type="button" className="link" onClick={onReset}>
          {WORDS.showAll}
        </button>
      )}
    </div>
  );
}
