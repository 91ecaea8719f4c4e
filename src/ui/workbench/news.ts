import type { SessionView } from '#session/view.ts';
import { SAY, WORDS } from '../words.ts';

/** What is said of tasks; in a lesson they are steps. */
interface TaskWords {
  readonly solved: string;
  task(title: string): string;
  openedSolved(title: string): string;
  openedTasks(title: string, met: number, of: number): string;
}

/** What is said when a session's screen has come. */
export function arrival({ scenario, tasks, solved }: SessionView, words: TaskWords = SAY): string {
  // Where nobody may be told, nobody is.
  if (tasks.every(({ state }) => state === 'hidden')) return SAY.opened(scenario.title);
  return solved
    ? words.openedSolved(scenario.title)
    : words.openedTasks(scenario.title, tasks.filter(({ state }) => state === 'met').length, tasks.length);
}

/** What is worth saying aloud when one view follows another; empty when nothing is. */
export function news(before: SessionView, next: SessionView, words: TaskWords = SAY): string {
  const said: string[] = [];
  const latest = next.requests.at(-1);
  if (latest !== undefined && latest.number > (before.requests.at(-1)?.number ?? 0)) {
    said.push('stages' in latest ? SAY.answered(latest.headline, latest.sentence) : SAY.notSent(latest.exitCode));
  }
  if (next.strip.state !== before.strip.state || next.strip.running.text !== before.strip.running.text) {
    said.push(WORDS.states[next.strip.state]);
  }
  const met = new Set(before.tasks.filter((task) => task.state === 'met').map((task) => task.id));
  for (const task of next.tasks) if (task.state === 'met' && !met.has(task.id)) said.push(words.task(task.title));
  for (const { id, title, works } of next.mustWork) {
    const worked = before.mustWork.find((work) => work.id === id)?.works ?? works;
    if (works !== worked) said.push(works ? SAY.works(title) : SAY.broken(title));
  }
  if (next.solved && !before.solved) said.push(words.solved);
  return said.join(' ');
}
