import type { Scenario } from './schema.ts';

/** A problem that no single field shows: where in the document, what, and what to do. */
export interface CrossProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly advice: string;
}

/** Checks a scenario's references against each other: ids, tasks that wait for tasks, wrong fixes that name tasks. */
export function crossCheck(scenario: Scenario, folder: string): readonly CrossProblem[] {
  const problems: CrossProblem[] = [];
  const tasks = new Set(scenario.tasks.map((task) => task.id));
  if (scenario.id !== folder) {
    problems.push({
      path: ['id'],
      message: `id "${scenario.id}" is not the name of its folder "${folder}"`,
      advice: 'Give both the same name.',
    });
  }
  if (tasks.size < scenario.tasks.length) {
    problems.push({ path: ['tasks'], message: 'two tasks share an id', advice: 'Give each task an id of its own.' });
  }
  for (const [index, task] of scenario.tasks.entries()) {
    for (const [place, id] of task.after.entries()) {
      const earlier = scenario.tasks.slice(0, index).some((other) => other.id === id);
      if (!earlier) {
        problems.push({
          path: ['tasks', index, 'after', place],
          message: `task "${task.id}" waits for "${id}", which is no task before it`,
          advice: `Name one of: ${[...tasks].join(', ')}.`,
        });
      }
    }
  }
  for (const [index, wrong] of scenario.wrong.entries()) {
    for (const [place, id] of wrong.unmet.entries()) {
      if (!tasks.has(id)) {
        problems.push({
          path: ['wrong', index, 'unmet', place],
          message: `"${id}" is no task`,
          advice: `Name one of: ${[...tasks].join(', ')}.`,
        });
      }
    }
    if (wrong.unmet.length === 0) {
      problems.push({
        path: ['wrong', index, 'unmet'],
        message: `the wrong fix "${wrong.title}" names no task that it leaves unmet`,
        advice: 'Say which tasks it must fail.',
      });
    }
  }
  return problems;
}
