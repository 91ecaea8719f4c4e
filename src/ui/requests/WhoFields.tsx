import type { RequestChoices, RequestForm } from '#session/view/requests.ts';
import { REQUESTS as WORDS } from '../words/requests.ts';
import { Field } from './Field.tsx';
import { whoChoices, whoId } from './who.ts';

interface Props {
  readonly form: RequestForm;
  readonly choices: RequestChoices;
  onChange(change: Partial<RequestForm>): void;
}

/** Who asks: a list, and a field beside it where something has to be typed. */
export function WhoFields({ form, choices, onChange }: Props) {
  const list = whoChoices(form, choices);
  const id = whoId(form.who, list);
  return (
    <>
      <Field label={WORDS.fields.who}>
        <select
          value={id}
          onChange={({ target: { value } }) => {
            const chosen = list.find((choice) => choice.id === value);
            if (chosen !== undefined) onChange({ who: chosen.who });
          }}
        >
          {list.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.label}
            </option>
          ))}
        </select>
      </Field>
      {form.who.kind === 'token' && (
        <Field label={WORDS.fields.token} wide>
          <Typed value={form.who.token} onType={(token) => onChange({ who: { kind: 'token', token } })} />
        </Field>
      )}
      {form.who.kind === 'basic' && (
        <Field label={WORDS.fields.user}>
          <Typed value={form.who.user} onType={(user) => onChange({ who: { kind: 'basic', user } })} />
        </Field>
      )}
    </>
  );
}

function Typed({ value, onType }: { readonly value: string; onType(text: string): void }) {
  return (
    <input
      type="text"
      value={value}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => onType(event.target.value)}
    />
  );
}
