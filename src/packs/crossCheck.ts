import { adviceFor } from './nearest.ts';
import type { Scenario } from './schema.ts';
import { variantProblems } from './variantProblems.ts';

/** A problem that no single field shows: where in the document, what, and what to do. */
export interface CrossProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly advice: string;
}

/** Checks a scenario's references against each other: ids, tasks that wait for tasks, wrong fixes that name what they fail. */
export function crossCheck(scenario: Scenario, folder: string): readonly CrossProblem[] {
  return [
    ...idProblems(scenario, folder),
    ...waitingProblems(scenario),
    ...questionProblems(scenario),
    ...wrongProblems(scenario),
    ...variantProblems(scenario),
  ];
}

/** A reply that nobody is asked for, a question whose answer nobody looks at, an answer that is no option. */
function questionProblems({ tasks }: Scenario): readonly CrossProblem[] {
  return tasks.flatMap(({ id, question, checks }, index): readonly CrossProblem[] => {
    const replies = checks.flatMap((check) => (check.check === 'reply' ? check.is : []));
    const path = ['tasks', index, question === undefined ? 'checks' : 'question'];
    if (question === undefined) {
      const message = `task "${id}" waits for a reply and asks nothing`;
      return replies.length === 0 ? [] : [{ path, message, advice: 'Add its question.' }];
    }
    if (replies.length === 0) {
      const message = `no check of task "${id}" looks at what is answered`;
      return [{ path, message, advice: 'Add the check `reply`.' }];
    }
    const { options } = question;
    return replies.flatMap((reply) =>
      options.length === 0 || options.includes(reply)
        ? []
        : [{ path, message: `"${reply}" is right and no option of task "${id}"`, advice: adviceFor(reply, options) }],
    );
  });
}

function idProblems({ id, tasks, mustWork }: Scenario, folder: string): readonly CrossProblem[] {
  const problems: CrossProblem[] = [];
  if (id !== folder) {
    const message = `id "${id}" is not the name of its folder "${folder}"`;
    problems.push({ path: ['id'], message, advice: 'Give both the same name.' });
  }
  const taskIds = new Set(tasks.map((task) => task.id));
  if (taskIds.size < tasks.length) {
    problems.push({ path: ['tasks'], message: 'two tasks share an id', advice: 'Give each task an id of its own.' });
  }
  const seen = new Set(taskIds);
  for (const [index, work] of mustWork.entries()) {
    if (seen.has(work.id)) {
      const message = `the id "${work.id}" is taken by a task or by another thing that must work`;
      problems.push({ path: ['mustWork', index, 'id'], message, advice: 'Give it an id of its own.' });
    }
    seen.add(work.id);
  }
  return problems;
}

function waitingProblems({ tasks }: Scenario): readonly CrossProblem[] {
  return tasks.flatMap((task, index) => {
    const earlier = tasks.slice(0, index).map((other) => other.id);
    return task.after.flatMap((id, place) =>
      earlier.includes(id)
        ? []
        : [
            {
              path: ['tasks', index, 'after', place],
              message: `task "${task.id}" waits for "${id}", which is no task before it`,
              advice: adviceFor(id, earlier.length > 0 ? earlier : tasks.map((other) => other.id)),
            },
          ],
    );
  });
}

function wrongProblems({ tasks, mustWork, wrong }: Scenario): readonly CrossProblem[] {
  const taskIds = tasks.map((task) => task.id);
  const workIds = mustWork.map((work) => work.id);
  return wrong.flatMap(({ title, unmet, broken }, index): readonly CrossProblem[] => [
    ...strangers(unmet, taskIds, ['wrong', index, 'unmet'], 'is no task'),
    ...strangers(broken, workIds, ['wrong', index, 'broken'], 'is nothing that must work'),
    ...(unmet.length + broken.length > 0
      ? []
      : [
          {
            path: ['wrong', index, 'unmet'],
            message: `the wrong fix "${title}" names no task that it leaves unmet, and nothing that it breaks`,
            advice: 'Say which tasks it must fail, or what it breaks.',
          },
        ]),
  ]);
}

function strangers(
  ids: readonly string[],
  known: readonly string[],
  path: readonly (string | number)[],
  complaint: string,
): readonly CrossProblem[] {
  return ids.flatMap((id, place) =>
    known.includes(id)
      ? []
      : [{ path: [...path, place], message: `"${id}" ${complaint}`, advice: adviceFor(id, known) }],
  );
}
