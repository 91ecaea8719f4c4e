import { FILTERS } from '../words/filters.ts';
import { cisIds, domains, EVERYTHING, type Filter } from './matching.ts';
import type { Voyage } from './next.ts';
import './Filters.css';

interface Props {
  readonly voyages: readonly Voyage[];
  readonly filter: Filter;
  /** How many of them are shown. */
  readonly shown: number;
  onChange(filter: Filter): void;
}

const MINUTES = [5, 8, 10, 15] as const;
const DIFFICULTIES = [1, 2, 3] as const;
const STANDINGS = ['all', 'open', 'solved'] as const;

/** Narrows the list of scenarios: by words, how hard, how long, the domain, the CIS number, and how far one came. */
export function Filters({ voyages, filter, shown, onChange }: Props) {
  const change = (part: Partial<Filter>): void => onChange({ ...filter, ...part });
  return (
    <form className="filters" aria-label={FILTERS.label} onSubmit={(event) => event.preventDefault()}>
      <label>
        {FILTERS.text}
        <input
          type="search"
          value={filter.text}
          autoComplete="off"
          onChange={(event) => change({ text: event.target.value })}
        />
      </label>
      <Choice
        label={FILTERS.difficulty}
        value={String(filter.difficulty ?? '')}
        options={DIFFICULTIES.map((one) => [String(one), FILTERS.difficulties[one]])}
        onChange={(value) => change({ difficulty: DIFFICULTIES.find((one) => String(one) === value) ?? null })}
      />
      <Choice
        label={FILTERS.minutes}
        value={String(filter.minutes ?? '')}
        options={MINUTES.map((one) => [String(one), FILTERS.atMost(one)])}
        onChange={(value) => change({ minutes: MINUTES.find((one) => String(one) === value) ?? null })}
      />
      <Choice
        label={FILTERS.domain}
        value={filter.domain}
        options={domains(voyages).map((one) => [one, one])}
        onChange={(domain) => change({ domain })}
      />
      <Choice
        label={FILTERS.cis}
        value={filter.cis}
        options={cisIds(voyages).map((one) => [one, one])}
        onChange={(cis) => change({ cis })}
      />
      <Choice
        label={FILTERS.standing}
        value={filter.standing === 'all' ? '' : filter.standing}
        options={STANDINGS.filter((one) => one !== 'all').map((one) => [one, FILTERS.standings[one]])}
        onChange={(value) => change({ standing: STANDINGS.find((one) => one === value) ?? 'all' })}
      />
      <p className="filters-shown" aria-live="polite">
        {FILTERS.shown(shown, voyages.length)}{' '}
        {filter !== EVERYTHING && shown < voyages.length && (
          <button type="button" className="link" onClick={() => onChange(EVERYTHING)}>
            {FILTERS.all}
          </button>
        )}
      </p>
    </form>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  onChange(value: string): void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label>
      {label}
      <select className="select" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{FILTERS.any}</option>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
