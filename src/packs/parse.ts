import * as v from 'valibot';
import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { crossCheck } from './crossCheck.ts';
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
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', uniqueKeys: true });
  const broken = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    message: error.message.split('\n')[0] ?? error.code,
    advice: 'Mend the YAML there; nothing else was looked at.',
  }));
  if (broken.length > 0) return { ok: false, problems: broken };

  const lineOf = (path: readonly (string | number)[]) => lineAt(document.contents, path, lines);
  const plain = plainValue(document);
  if (!plain.ok) return { ok: false, problems: [{ file, line: 1, ...plain.problem }] };
  const parsed = v.safeParse(scenarioSchema, plain.value);
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.issues.map((issue) => {
        const path = (issue.path ?? []).map((step) => (typeof step.key === 'number' ? step.key : String(step.key)));
        return { file, line: lineOf(path), ...issueWords(issue, path.join('.') || 'the file') };
      }),
    };
  }
  const problems = crossCheck(parsed.output, folder).map(({ path, ...problem }) => ({
    file,
    line: lineOf(path),
    ...problem,
  }));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, scenario: parsed.output };
}

/** A schema's complaint for an author: keys too many, keys missing, values of the wrong kind, values that break a rule. */
function issueWords(issue: v.BaseIssue<unknown>, where: string): Pick<PackProblem, 'message' | 'advice'> {
  if (issue.expected === 'never') {
    return { message: `${where}: unknown key`, advice: 'Remove the key, or mend its spelling.' };
  }
  if (issue.received === 'undefined') return { message: `${where}: missing`, advice: `Add ${where}.` };
  if (issue.kind === 'validation' && !issue.message.startsWith('Invalid')) {
    return { message: `${where}: ${issue.message}`, advice: `Mend the value: it ${issue.message}.` };
  }
  const expected = issue.expected ?? 'something else';
  return { message: `${where}: is ${issue.received}, not ${expected}`, advice: `Expected ${expected}.` };
}

/** An alias may stand for so much: more is a bomb, or nothing that anybody could read. */
const MOST_ALIASES = 100;

type PlainValue =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Pick<PackProblem, 'message' | 'advice'> };

/** The document's value; aliases that unfold without end have none. */
function plainValue(document: { toJS(options: { maxAliasCount: number }): unknown }): PlainValue {
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: MOST_ALIASES }) };
  } catch {
    const message = 'the file: its aliases (*name) unfold without end';
    return { ok: false, problem: { message, advice: 'Write out what they stand for.' } };
  }
}

/** The line of the deepest node along a path that the file has. */
function lineAt(root: Node | null, path: readonly (string | number)[], lines: LineCounter): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    const next = child(node, step);
    if (next === null) break;
    offset = next.offset;
    node = next.node;
  }
  return lines.linePos(offset).line;
}

function child(node: unknown, step: string | number): { node: unknown; offset: number } | null {
  if (isMap(node)) {
    const pair = node.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
    );
    if (pair === undefined || !isScalar(pair.key)) return null;
    return { node: pair.value, offset: pair.key.range?.[0] ?? 0 };
  }
  if (isSeq(node) && typeof step === 'number') {
    const item: unknown = node.items[step];
    const range = isMap(item) || isSeq(item) || isScalar(item) ? item.range : null;
    return item === undefined ? null : { node: item, offset: range?.[0] ?? 0 };
  }
  return null;
}
