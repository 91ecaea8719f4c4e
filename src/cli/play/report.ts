import type { SessionView } from '#session/view.ts';

/** How a scenario stands, as the page tells it. */
export type Standing = Pick<SessionView, 'scenario' | 'tasks' | 'mustWork' | 'solved'>;

/** The standing as lines of text: each task's state, what must work, and the score. */
export function standingText({ scenario, tasks, mustWork, solved }: Standing): string {
  const met = tasks.filter(({ state }) => state === 'met').length;
  const row = (state: string, title: string, detail: string): readonly string[] =>
    detail === '' ? [`${state.padEnd(8)}${title}`] : [`${state.padEnd(8)}${title}`, `        ${detail}`];
  const lines = [
    `${scenario.title}: ${scenario.goal}`,
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
  return { solved, met, of: tasks.length, tasks, mustWork };
}
