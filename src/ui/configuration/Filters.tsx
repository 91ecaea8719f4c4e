import { useDesk } from '../store/bench.tsx';
import { CONFIGURATION as WORDS } from '../words/configuration.ts';

const SWITCHES = ['security', 'differing', 'disagreeing'] as const;

interface Props {
  readonly shown: number;
  readonly all: number;
  /** ArrowDown leads from the text to the rows. */
  onLeave(): void;
}

/** What narrows the table, and how many rows are left. */
export function Filters({ shown, all, onLeave }: Props) {
  const filter = useDesk((desk) => desk.configurationFilter);
  const change = useDesk((desk) => desk.filterConfiguration);
  return (
    <div className="config-filters">
      <label className="config-search">
        {WORDS.filter}
        <input
          type="search"
          value={filter.text}
          placeholder={WORDS.filterHint}
          spellCheck={false}
          autoCapitalize="off"
          onChange={(event) => change({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            onLeave();
          }}
        />
      </label>
      <fieldset className="config-only">
        <legend>{WORDS.only}</legend>
        {SWITCHES.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={filter[name]}
              onChange={(event) => change({ [name]: event.target.checked })}
            />
            {WORDS[name]}
          </label>
        ))}
      </fieldset>
      <output className="config-count">{WORDS.shown(shown, all)}</output>
      {shown < all && (
        <button
          type="button"
          className="link"
          onClick={() => change({ text: '', security: false, differing: false, disagreeing: false })}
        >
          {WORDS.showEverything}
        </button>
      )}
    </div>
  );
}
