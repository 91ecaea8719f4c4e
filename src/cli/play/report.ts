import type { SessionView, TaskView, WorkView } from '#session/view.ts';

/** How a scenario stands, as the page tells it. */
export interface Standing {
  readonly scenario: Pick<SessionView['scenario'], 'title' | 'goal'>;
  readonly tasks: readonly Pick<TaskView, 'id' | 'title' | 'state' | 'detail'>[];
  readonly mustWork: readonly WorkView[];
  readonly solved: boolean;
}

/** The standing as lines of text: each task's state, what must work, and the score. */
export function standingText({ scenario, tasks, mustWork, solved }: Standing): string {
  const met = tasks.filter(({ state }) => state === 'met').length;
  const row = (state: string, title: string, detail: string): readonly string[] =>
    detail === '' ? [`${state.padEnd(8)}${title}`] : [`${state.padEnd(8)}${title}`, `        ${detail}`];
  const lines = [
    scenario.goal === '' ? scenario.title : `${scenario.title}: ${scenario.goal}`,
    '',
    ...tasks.flatMap(({ state, title, detail }) => row(state, title, detail)),
    '',
    ...mustWork.flatMap(({ works, title, detail }) => row(works ? 'works' : 'broken', title, detail)),
    '',
    `${met} of ${tasks.length} tasks met. ${solved ? 'Solved.' : 'Not solved.'}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** The same for machines. */
export function standingJson({ tasks, mustWork, solved }: Standing) {
  const met = tasks.filter(({ state }) => state === 'met').length;
  const told = tasks.map(({ id, title, state, detail }) => ({ id, title, state, detail }));
  return { solved, met, of: tasks.length, tasks: told, mustWork };
}
