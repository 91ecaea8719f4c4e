import { MISCONCEPTIONS } from '../diagnosis/misconceptions.table.ts';
import type { BoardRow, BoardView, BrokenFile } from '../view/board.ts';
import type { Mark, TaskName, Verdict } from './marker.ts';

/** A file and what it turned out to be. */
export interface Marked {
  readonly file: string;
  readonly verdict: Verdict;
}

/** What a board compares with: the lab that was given; else what most results belong to. */
export interface Expected {
  readonly lab: string;
  readonly seed: number | null;
}

/** A class board of all that was read, in the order in which it was given. */
export function boardView(marked: readonly Marked[], expected: Expected | null): BoardView {
  const marks = marked.flatMap(({ file, verdict }) => (verdict.kind === 'marked' ? [{ file, mark: verdict }] : []));
  const broken = marked.flatMap(({ file, verdict }): readonly BrokenFile[] =>
    verdict.kind === 'broken' ? [{ file, reason: verdict.reason }] : [],
  );
  const usual = expected ?? mostOf(marks.map(({ mark }) => mark));
  const belongs = ({ lab, seed }: Mark): boolean => usual === null || (lab === usual.lab && seed === usual.seed);
  const tasks = tasksOf(marks.map(({ mark }) => mark).filter(belongs));
  const rows = marks.map(({ file, mark }): BoardRow => {
    const { name, score, claimed, agrees, began, ended, cells } = mark;
    const standing = !agrees ? 'differs' : belongs(mark) ? 'verified' : 'other';
    return { file, name, score, claimed, standing, foreign: !belongs(mark), began, ended, cells };
  });
  const counted = marks.filter(({ mark }) => belongs(mark)).map(({ mark }) => mark);
  return { tasks, rows, broken, stuck: stuckOf(counted, tasks) };
}

function mostOf(marks: readonly Mark[]): Expected | null {
  const counts = new Map<string, { readonly of: Expected; count: number }>();
  for (const { lab, seed } of marks) {
    const key = `${seed ?? '-'} ${lab}`;
    const known = counts.get(key) ?? { of: { lab, seed }, count: 0 };
    known.count += 1;
    counts.set(key, known);
  }
  return [...counts.values()].sort((left, right) => right.count - left.count)[0]?.of ?? null;
}

/** The tasks of all results that belong together, in the order in which they come first. */
function tasksOf(marks: readonly Mark[]): readonly TaskName[] {
  const found = new Map<string, TaskName>();
  for (const { tasks } of marks) for (const task of tasks) if (!found.has(task.id)) found.set(task.id, task);
  return [...found.values()];
}

/** The mistakes that stood in the way, by how many learners they held up; the minute is the median of when each was first seen. */
function stuckOf(marks: readonly Mark[], tasks: readonly TaskName[]): BoardView['stuck'] {
  const found = new Map<string, { readonly minutes: number[]; readonly tasks: Map<string, number> }>();
  for (const { cells } of marks) {
    const first = new Map<string, number>();
    for (const { stuck, stuckAt, task } of cells) {
      if (stuck === '' || stuckAt === null) continue;
      first.set(stuck, Math.min(stuckAt, first.get(stuck) ?? stuckAt));
      const one = found.get(stuck) ?? { minutes: [], tasks: new Map() };
      one.tasks.set(task, (one.tasks.get(task) ?? 0) + 1);
      found.set(stuck, one);
    }
    for (const [id, minute] of first) found.get(id)?.minutes.push(minute);
  }
  const titles = new Map(tasks.map(({ id, title }) => [id, title]));
  return [...found]
    .map(([misconception, one]) => {
      const task = [...one.tasks].sort(([, left], [, right]) => right - left)[0]?.[0] ?? '';
      return {
        misconception,
        name: MISCONCEPTIONS.find(({ id }) => id === misconception)?.name ?? '',
        learners: one.minutes.length,
        of: marks.length,
        minute: median(one.minutes),
        task: titles.get(task) ?? task,
      };
    })
    .sort((left, right) => right.learners - left.learners || left.minute - right.minute);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
