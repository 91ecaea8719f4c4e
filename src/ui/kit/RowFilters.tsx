import './RowFilters.css';

interface Words<Switch extends string> {
  readonly filter: string;
  readonly filterHint: string;
  readonly only: string;
  readonly switches: Readonly<Record<Switch, string>>;
  readonly showEverything: string;
  shown(shown: number, all: number): string;
}

interface Props<Switch extends string> {
  readonly words: Words<Switch>;
  /** In the order of the screen. */
  readonly switches: readonly Switch[];
  readonly filter: Readonly<Record<Switch, boolean>> & { readonly text: string };
  readonly shown: number;
  readonly all: number;
  onText(text: string): void;
  onSwitch(name: Switch, on: boolean): void;
  onReset(): void;
  /** ArrowDown leads from the text to the rows. */
  onLeave(): void;
}

/** What narrows a table, and how many of its rows are left. */
export function RowFilters<Switch extends string>(props: Props<Switch>) {
  const { words, switches, filter, shown, all } = props;
  return (
    <div className="row-filters">
      <label>
        {words.filter}
        <input
          type="search"
          value={filter.text}
          placeholder={words.filterHint}
          spellCheck={false}
          autoCapitalize="off"
          onChange={(event) => props.onText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            props.onLeave();
          }}
        />
      </label>
      <fieldset>
        <legend>{words.only}</legend>
        {switches.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={filter[name]}
              onChange={(event) => props.onSwitch(name, event.target.checked)}
            />
            {words.switches[name]}
          </label>
        ))}
      </fieldset>
      <output>{words.shown(shown, all)}</output>
      {shown < all && (
        <button type="button" className="link" onClick={props.onReset}>
          {words.showEverything}
        </button>
      )}
    </div>
  );
}
