import { remembering } from '#engine/pki/memo.ts';
import { composeLine } from '#shell/commands/curl/compose.ts';
import { readLine } from '#shell/commands/curl/decompose.ts';
import type { ChangedLine, ChangeGroup, Likeness, RequestChoices, RequestForm } from '../view/requests.ts';
import { WORDS } from './words.ts';

/** The methods worth trying on the same path: RBAC's verb follows from them. */
const METHODS = ['GET', 'POST', 'HEAD', 'PUT', 'DELETE'];

/** A line with one thing changed, by what changes. Each line differs from the one given in that thing and no other. */
export function changesOf(line: string, choices: RequestChoices): readonly ChangeGroup[] {
  const read = readLine(line);
  if (read.kind !== 'form') return [];
  const { form } = read;
  const changed = (label: string, change: Partial<RequestForm>): ChangedLine => ({
    label,
    line: composeLine({ ...form, ...change }),
  });
  const groups: readonly ChangeGroup[] = [
    {
      what: 'who',
      lines: choices.identities
        .filter(({ who }) => !isSame(who, form.who))
        .map(({ label, who }) => changed(label, { who })),
    },
    {
      what: 'port',
      lines: choices.ports
        .filter(({ port }) => port !== form.port)
        .map(({ port, scheme }) => changed(String(port), { port, scheme })),
    },
    {
      what: 'method',
      lines: METHODS.filter((method) => method !== form.method).map((method) => changed(method, { method })),
    },
    {
      what: 'endpoint',
      lines: choices.endpoints
        .flatMap(({ endpoints }) => endpoints)
        .filter(({ common, path }) => common && path !== form.path)
        .map(({ path }) => changed(pathLabel(path), { path })),
    },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

/**
 * Whether a line repeats an earlier one but for one thing: the nearest such, `lines` being all lines up to it, oldest
 * first, with their numbers.
 */
export function likenessOf(
  lines: readonly { readonly number: number; readonly line: string }[],
  identities: RequestChoices['identities'],
): Likeness | null {
  const latest = lines.at(-1);
  const after = latest === undefined ? null : outlineOf(latest.line);
  if (after === null) return null;
  for (const earlier of lines.slice(0, -1).reverse()) {
    const before = outlineOf(earlier.line);
    const words = before === null ? null : onlyChange(before, after, identities);
    if (words !== null) return { number: earlier.number, words };
  }
  return null;
}

/** A form with what has to be compared as texts. */
interface Outline {
  readonly form: RequestForm;
  readonly who: string;
  /** Where the request goes. */
  readonly port: string;
  /** What no chip changes. What only changes the output is not part of it. */
  readonly rest: string;
}

/** A line's outline, null for one that is no form. Each line is looked at again with every request that follows. */
const outlineOf: (line: string) => Outline | null = remembering(500, (line) => {
  const read = readLine(line);
  if (read.kind !== 'form') return null;
  const { form } = read;
  const { who, port, scheme, host, body, kept, insecure, authorities } = form;
  const rest = JSON.stringify([host, body, kept, insecure, authorities]);
  return { form, who: JSON.stringify(who), port: `${scheme} ${port}`, rest };
});

/** The one thing that is other, in words; null when there are none or several. */
function onlyChange(before: Outline, after: Outline, identities: RequestChoices['identities']): string | null {
  if (before.rest !== after.rest) return null;
  const { form } = after;
  const changes = [
    before.who === after.who ? null : WORDS.butAs(whoLabel(form, identities)),
    before.port === after.port ? null : WORDS.butPort(form.port),
    before.form.method === form.method ? null : WORDS.butMethod(form.method),
    before.form.path === form.path ? null : WORDS.butPath(pathLabel(form.path)),
  ].filter((change) => change !== null);
  return changes.length === 1 ? (changes[0] ?? null) : null;
}

function whoLabel(form: RequestForm, identities: RequestChoices['identities']): string {
  return identities.find(({ who }) => isSame(who, form.who))?.label ?? WORDS.whoKinds[form.who.kind];
}

/** A path short enough for a chip: the endpoint, without the names of a container behind it. */
export function pathLabel(path: string): string {
  const bare = path.split('?', 1)[0] ?? '';
  const [, first = '', second = ''] = bare.split('/', 3);
  if (/^(?:run|exec|attach|portForward|containerLogs|checkpoint)$/.test(first)) return `/${first}`;
  return second === '' ? bare : `/${first}/${second}`;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
