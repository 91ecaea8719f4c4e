import type { RequestChoices, RequestForm } from '#session/view/requests.ts';
import { REQUESTS as WORDS } from '../words/requests.ts';

const SKIP = 'skip';
const SYSTEM = 'system';

/** How the server's certificate is looked at, as one choice; the file's name where there is one. */
export function trustOf(form: RequestForm): string {
  if (form.insecure) return SKIP;
  return form.authorities === '' ? SYSTEM : `file ${form.authorities}`;
}

/** What such a choice changes in the form. */
export function trustChange(value: string): Partial<RequestForm> {
  if (value === SKIP) return { insecure: true, authorities: '' };
  return { insecure: false, authorities: value === SYSTEM ? '' : value.slice('file '.length) };
}

/** All choices, a file that only the line names among them. */
export function trustValues(
  form: RequestForm,
  { authorities }: RequestChoices,
): readonly { readonly value: string; readonly label: string }[] {
  const files = new Set([...authorities, ...(form.authorities === '' ? [] : [form.authorities])]);
  return [
    { value: SKIP, label: WORDS.trust.skip },
    ...[...files].map((file) => ({ value: `file ${file}`, label: WORDS.trust.file(file) })),
    { value: SYSTEM, label: WORDS.trust.system },
  ];
}
