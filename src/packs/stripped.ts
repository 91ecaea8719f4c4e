import * as v from 'valibot';
import { complaint } from './complaint.ts';
import { crossCheck } from './crossCheck.ts';
import { readDocument } from './document.ts';
import { parseScenario } from './parse.ts';
import type { PackProblem } from './problem.ts';
import { type Scenario, scenarioSchema } from './schema.ts';

/**
 * How much was left out of a scenario for learners: `solutions` leaves no way and no mistake in it, `checks` nothing
 * either by which it could be judged. What it starts from stays: a page cannot play what it does not have.
 */
export type Stripping = 'solutions' | 'checks';

/** A scenario of a lab: whole, or stripped. Of a stripped one all that was left out is empty. */
export type LabPack =
  | { readonly ok: true; readonly scenario: Scenario; readonly stripped: Stripping | null }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

type Fields = Readonly<Record<string, unknown>>;

const WAYS = ['solution', 'alternatives', 'wrong', 'debrief'] as const;
const PLANT_WAYS = ['solution', 'alternatives', 'debrief'] as const;

/**
 * A scenario's text without what learners are not to have, as JSON, which is YAML, too. `hints` says whether they stay.
 * Stripping what was stripped before takes the rest. Null for a text that is no YAML object; nothing throws.
 */
export function strip(text: string, how: Stripping, hints: boolean): string | null {
  const document = readDocument('scenario.yaml', text);
  if (!document.ok || !isFields(document.value)) return null;
  const { stripped: before, variants, ...rest } = without(document.value, [...WAYS, ...(hints ? [] : ['hints'])]);
  const plants = isFields(variants) && Array.isArray(variants.plants) ? variants.plants : null;
  const left = how === 'checks' || before === 'checks' ? 'checks' : 'solutions';
  return JSON.stringify({
    ...rest,
    ...(left === 'checks' && { tasks: unchecked(rest.tasks), ...(rest.mustWork !== undefined && { mustWork: [] }) }),
    ...(variants !== undefined && {
      variants:
        isFields(variants) && plants !== null
          ? { ...variants, plants: plants.map((plant) => without(plant, [...PLANT_WAYS, ...(hints ? [] : ['hints'])])) }
          : variants,
    }),
    stripped: left,
  });
}

function unchecked(tasks: unknown): unknown {
  return Array.isArray(tasks) ? tasks.map((task) => without(task, ['checks'])) : tasks;
}

function without(value: unknown, keys: readonly string[]): Fields {
  return isFields(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key))) : {};
}

/** What stands in for what was left out while the rest is read. */
const NOTHING = ['# left out'];
const UNJUDGED = { check: 'kubelet', is: 'running' };

/** Checks that the schema takes for a task that has none; of a question, one that looks at the answer. */
function placeholders({ question }: Fields): readonly Fields[] {
  if (!isFields(question)) return [UNJUDGED];
  const [first] = Array.isArray(question.options) ? question.options : [];
  return [{ check: 'reply', is: [typeof first === 'string' ? first : 'x'] }];
}

/** Reads a scenario of a lab, whole or stripped. Nothing throws; problems come as they do for any scenario. */
export function parseLabPack(file: string, id: string, text: string): LabPack {
  const document = readDocument(file, text);
  if (!document.ok) return document;
  const { value, lineOf } = document;
  if (!isFields(value) || !Object.hasOwn(value, 'stripped')) {
    const parsed = parseScenario(file, id, text);
    return parsed.ok ? { ...parsed, stripped: null } : parsed;
  }
  const { stripped, ...rest } = value;
  if (stripped !== 'solutions' && stripped !== 'checks') {
    const problem = { file, line: lineOf(['stripped']), message: 'stripped: must be solutions or checks' };
    return { ok: false, problems: [{ ...problem, advice: 'Use the file as the form made it.' }] };
  }
  const parsed = v.safeParse(scenarioSchema, filled(rest, stripped));
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.issues.map((issue) => {
        const path = (issue.path ?? []).map((step) => (typeof step.key === 'number' ? step.key : String(step.key)));
        return { file, line: lineOf(path), ...complaint(issue, path, scenarioSchema) };
      }),
    };
  }
  const problems = crossCheck(parsed.output, id).map(({ path, ...problem }) => ({
    file,
    line: lineOf(path),
    ...problem,
  }));
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, scenario: emptied(parsed.output, stripped), stripped };
}

function filled(value: Fields, stripped: Stripping): Fields {
  const { variants, tasks } = value;
  const plants = isFields(variants) && Array.isArray(variants.plants) ? variants.plants : null;
  return {
    ...value,
    solution: NOTHING,
    wrong: [],
    debrief: [],
    ...(stripped === 'checks' &&
      Array.isArray(tasks) && {
        tasks: tasks.map((task) => (isFields(task) ? { ...task, checks: placeholders(task) } : task)),
      }),
    ...(isFields(variants) &&
      plants !== null && {
        variants: {
          ...variants,
          plants: plants.map((plant) => (isFields(plant) ? { ...plant, solution: NOTHING } : plant)),
        },
      }),
  };
}

function emptied(scenario: Scenario, stripped: Stripping): Scenario {
  const { variants } = scenario;
  return {
    ...scenario,
    solution: [],
    ...(stripped === 'checks' && { tasks: scenario.tasks.map((task) => ({ ...task, checks: [] })) }),
    ...(variants !== undefined && {
      variants: { ...variants, plants: variants.plants.map((plant) => ({ ...plant, solution: [] })) },
    }),
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
