import type * as v from 'valibot';
import type { Path } from './document.ts';
import { adviceFor, nearest } from './nearest.ts';
import type { PackProblem } from './problem.ts';
import { keysAt } from './schemaKeys.ts';

/** A schema's complaint for an author: keys too many, keys missing, values of the wrong kind, values that break a rule. */
export function complaint(
  issue: v.BaseIssue<unknown>,
  path: Path,
  schema: v.GenericSchema,
): Pick<PackProblem, 'message' | 'advice'> {
  const where = path.join('.') || 'the file';
  if (issue.expected === 'never') return unknownKey(where, path, issue, schema);
  if (issue.received === 'undefined') return { message: `${where}: missing`, advice: `Add ${where}.` };
  if (issue.kind === 'validation' && !issue.message.startsWith('Invalid')) {
    return { message: `${where}: ${issue.message}`, advice: `Mend the value: it ${issue.message}.` };
  }
  const expected = issue.expected ?? 'something else';
  const meant = nearest(
    unquoted(issue.received),
    expected.split(/[()|]/).map((one) => unquoted(one.trim())),
  );
  const advice =
    meant === null || meant === '' ? `Expected ${expected}.` : `Did you mean ${meant}? Expected ${expected}.`;
  return { message: `${where}: is ${issue.received}, not ${expected}`, advice };
}

function unknownKey(
  where: string,
  path: Path,
  issue: v.BaseIssue<unknown>,
  schema: v.GenericSchema,
): Pick<PackProblem, 'message' | 'advice'> {
  const root = issue.path?.[0];
  const known = keysAt(schema, root === undefined ? undefined : root.input, path.slice(0, -1));
  const key = String(path.at(-1) ?? '');
  const more = known.length === 0 ? '' : ` ${adviceFor(key, known)}`;
  return { message: `${where}: unknown key`, advice: `Remove the key, or mend its spelling.${more}` };
}

function unquoted(text: string): string {
  return text.replaceAll('"', '');
}
