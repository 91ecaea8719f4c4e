import { useEffect, useRef } from 'react';
import { useCommands, useSession } from '../store/bench.tsx';
import { REQUESTS as WORDS } from '../words/requests.ts';

/** The same request with one thing changed: each chip changes that and nothing else, and asks. */
export function ChangeOne({ number, line }: { readonly number: number; readonly line: string }) {
  const commands = useCommands();
  const { requests } = useSession();
  const chips = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    chips.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <fieldset className="change-one" ref={chips}>
      <legend className="sr-only">{WORDS.changeOf(number)}</legend>
      {requests.changes(line).map(({ what, lines }) => (
        <fieldset key={what} className="change-row">
          <legend>{WORDS.changes[what]}</legend>
          {lines.map((changed) => (
            <button
              key={changed.line}
              type="button"
              className="chip"
              title={changed.line}
              onClick={() => commands.ask(changed.line, null)}
            >
              {changed.label}
            </button>
          ))}
        </fieldset>
      ))}
    </fieldset>
  );
}
