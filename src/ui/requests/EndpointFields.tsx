import { useId } from 'react';
import type { RequestChoices, RequestForm } from '#session/view/requests.ts';
import { REQUESTS as WORDS } from '../words/requests.ts';
import { Field } from './Field.tsx';

interface Props {
  readonly form: RequestForm;
  readonly choices: RequestChoices;
  onChange(change: Partial<RequestForm>): void;
}

/** Where the request goes: port (the scheme follows), host, method, and an endpoint from the list or a path of one's own. */
export function EndpointFields({ form, choices, onChange }: Props) {
  const hosts = useId();
  const port = choices.ports.find((one) => one.port === form.port);
  const endpoints = choices.endpoints.flatMap((group) => group.endpoints);
  const endpoint = endpoints.find((one) => one.path === form.path);
  return (
    <>
      <Field label={WORDS.fields.port}>
        {(id) => (
          <select
            id={id}
            value={form.port}
            onChange={({ target: { value } }) => {
              const chosen = choices.ports.find((one) => String(one.port) === value);
              if (chosen !== undefined) onChange({ port: chosen.port, scheme: chosen.scheme });
            }}
          >
            {port === undefined && <option value={form.port}>{form.port}</option>}
            {choices.ports.map((one) => (
              <option key={one.port} value={one.port}>
                {WORDS.port(one.port, one.says)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={WORDS.fields.host}>
        {(id) => (
          <>
            <input
              id={id}
              type="text"
              list={hosts}
              value={form.host}
              spellCheck={false}
              autoComplete="off"
              onChange={({ target: { value } }) => {
                // A host that is none would take the line out of the form.
                if (/^[\w.:[\]-]+$/.test(value)) onChange({ host: value });
              }}
            />
            <datalist id={hosts}>
              {choices.hosts.map((host) => (
                <option key={host} value={host} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field label={WORDS.fields.method}>
        {(id) => (
          <select id={id} value={form.method} onChange={(event) => onChange({ method: event.target.value })}>
            {!choices.methods.includes(form.method) && <option>{form.method}</option>}
            {choices.methods.map((method) => (
              <option key={method}>{method}</option>
            ))}
          </select>
        )}
      </Field>
      <Field label={WORDS.fields.endpoint} wide>
        {(id) => (
          <select
            id={id}
            value={endpoint?.path ?? ''}
            onChange={({ target: { value } }) => {
              const chosen = endpoints.find((one) => one.path === value);
              if (chosen !== undefined) onChange({ path: chosen.path, method: chosen.method });
            }}
          >
            {endpoint === undefined && <option value="">{WORDS.ownPath}</option>}
            {choices.endpoints.map((group) => (
              <optgroup key={group.title} label={group.title}>
                {group.endpoints.map(({ method, path, says }) => (
                  <option key={path} value={path}>
                    {WORDS.endpoint(method, path, says)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <Field label={WORDS.fields.path} wide>
        {(id) => (
          <input
            id={id}
            type="text"
            value={form.path}
            spellCheck={false}
            autoComplete="off"
            onChange={({ target: { value } }) => onChange({ path: `/${value.replace(/^\/+|\s/g, '')}` })}
          />
        )}
      </Field>
    </>
  );
}
