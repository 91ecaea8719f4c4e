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
  const chosen = whoId(form.who, list);
  const { who } = form;
  return (
    <>
      <Field label={WORDS.fields.who}>
        {(id) => (
          <select
            id={id}
            value={chosen}
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
        )}
      </Field>
      {who.kind === 'token' && (
        <Field label={WORDS.fields.token} wide>
          {(id) => <Typed id={id} value={who.token} onType={(token) => onChange({ who: { kind: 'token', token } })} />}
        </Field>
      )}
      {who.kind === 'basic' && (
        <Field label={WORDS.fields.user} wide>
          {(id) => <Typed id={id} value={who.user} onType={(user) => onChange({ who: { kind: 'basic', user } })} />}
        </Field>
      )}
    </>
  );
}

interface TypedProps {
  readonly id: string;
  readonly value: string;
  onType(text: string): void;
}

function Typed({ id, value, onType }: TypedProps) {
  return (
    <input
      id={id}
      type="text"
      value={value}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => onType(event.target.value)}
    />
  );
}
