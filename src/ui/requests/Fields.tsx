import type { RequestForm } from '#session/view/requests.ts';
import { useSession, useView } from '../store/bench.tsx';
import { REQUESTS as WORDS } from '../words/requests.ts';
import { EndpointFields } from './EndpointFields.tsx';
import { Field } from './Field.tsx';
import { trustChange, trustOf, trustValues } from './trust.ts';
import { WhoFields } from './WhoFields.tsx';
import { whoNote } from './who.ts';
import './Fields.css';

interface Props {
  readonly line: string;
  onLine(line: string): void;
}

/** The line as fields. The line itself is all that is kept: each change writes it anew, each keystroke in it is read back. */
export function Fields({ line, onLine }: Props) {
  const { requests } = useSession();
  // Credentials, ports and pods follow the node.
  useView((view) => view);
  const choices = requests.choices();
  const reading = requests.read(line);
  const begin = (): void => onLine(requests.compose(choices.start));
  if (reading.kind === 'unreadable') {
    return (
      <p className="fields-unreadable">
        {WORDS.unreadable} <span className="fields-why">{reading.why}</span>{' '}
        <button type="button" className="link" onClick={begin}>
          {WORDS.beginAnew}
        </button>
      </p>
    );
  }
  const form = reading.kind === 'form' ? reading.form : choices.start;
  const change = (part: Partial<RequestForm>): void => onLine(requests.compose({ ...form, ...part }));
  const endpoint = choices.endpoints.flatMap((group) => group.endpoints).find((one) => one.path === form.path);
  const props = { form, choices, onChange: change };
  return (
    <fieldset className="fields">
      <legend className="sr-only">{WORDS.form}</legend>
      <WhoFields {...props} />
      <EndpointFields {...props} />
      <Field label={WORDS.fields.trust}>
        {(id) => (
          <select id={id} value={trustOf(form)} onChange={(event) => change(trustChange(event.target.value))}>
            {trustValues(form, choices).map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={WORDS.fields.body}>
        {(id) => (
          <input
            id={id}
            type="text"
            value={form.body?.text ?? ''}
            spellCheck={false}
            autoComplete="off"
            onChange={({ target: { value } }) =>
              change({ body: value === '' ? null : { option: form.body?.option ?? 'data', text: value } })
            }
          />
        )}
      </Field>
      <div className="fields-switches">
        {(['include', 'verbose'] as const).map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={form[name]}
              onChange={(event) => change({ [name]: event.target.checked })}
            />
            {WORDS.fields[name]}
          </label>
        ))}
      </div>
      <p className="fields-note">
        {WORDS.fields.who}: {whoNote(form, choices)}
        {endpoint !== undefined && (
          <>
            <br />
            {endpoint.path}: {endpoint.says}
          </>
        )}
      </p>
      {form.kept.length > 0 && (
        <p className="fields-kept">
          {WORDS.kept} <code>{form.kept.join(' ')}</code>{' '}
          <button type="button" className="link" onClick={() => change({ kept: [] })}>
            {WORDS.takeOut}
          </button>
        </p>
      )}
    </fieldset>
  );
}
