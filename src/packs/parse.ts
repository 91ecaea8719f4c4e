import * as v from 'valibot';
import { complaint } from './complaint.ts';
import { type CrossProblem, crossCheck } from './crossCheck.ts';
import { readDocument } from './document.ts';
import type { PackProblem } from './problem.ts';
import { type Scenario, scenarioSchema } from './schema.ts';

export type ParsedScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/**
 * Reads a scenario from its YAML text. Nothing throws: syntax, unknown keys, wrong types and dangling references
 * come back as problems with file, line and advice. `folder` is the name of the folder that the file stands in.
 */
export function parseScenario(file: string, folder: string, text: string): ParsedScenario {
  const parsed = parseAs(scenarioSchema, (scenario) => crossCheck(scenario, folder), file, text);
  return parsed.ok ? { ok: true, scenario: parsed.pack } : parsed;
}

export type Parsed<Pack> =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** Reads a pack of any kind: YAML, then its schema, then `check`, which sees what no single field shows. Nothing throws. */
export function parseAs<Schema extends v.GenericSchema>(
  schema: Schema,
  check: (pack: v.InferOutput<Schema>) => readonly CrossProblem[],
  file: string,
  text: string,
): Parsed<v.InferOutput<Schema>> {
  const document = readDocument(file, text);
  if (!document.ok) return document;
  const { value, lineOf } = document;
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.issues.map((issue) => {
        const path = (issue.path ?? []).map((step) => (typeof step.key === 'number' ? step.key : String(step.key)));
        return { file, line: lineOf(path), ...complaint(issue, path, schema) };
      }),
    };
  }
  const problems = check(parsed.output).map(({ path, ...problem }) => ({ file, line: lineOf(path), ...problem }));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, pack: parsed.output };
}
