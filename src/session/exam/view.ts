import type { Exam } from '#packs/exam.ts';
import type { Scenario } from '#packs/schema.ts';
import type { Play } from '../play.ts';
import type { ExamTaskView, ExamView } from '../view/exam.ts';
import type { SessionView } from '../view.ts';
import type { SavedExam } from './savedExam.ts';

const MINUTE = 60_000;
/** How many minutes are left when it is said that so many are left. */
const WARNINGS = [5, 15, 30] as const;

/** What the screen may know of an exam: nothing tells whether anything is right. `plays` are null before it is begun. */
export function examView(
  exam: Exam,
  scenarios: readonly Scenario[],
  { seed, phase, context }: SavedExam,
  plays: readonly Play[] | null,
  saved: SessionView['saved'],
  elsewhere: boolean,
): ExamView {
  const left = Math.max(0, context.length - context.used);
  const shares = weightsOf(exam);
  const hosts = plays === null ? [] : hostsOf(exam, plays);
  const tasks = scenarios.map(({ title }, index): ExamTaskView => {
    const number = index + 1;
    return {
      number,
      title: plays?.[index]?.scenario.title ?? title,
      host: hosts[index] ?? '',
      weight: Math.round(shares[index] ?? 0),
      flagged: context.flagged.includes(number),
      touched: (context.done[index] ?? 0) > 0,
    };
  });
  const warned = phase === 'running' || phase === 'paused';
  return {
    title: exam.title,
    seed,
    phase,
    minutes: exam.minutes,
    pass: exam.pass,
    says: exam.says,
    tasks,
    current: context.current,
    left,
    warning: warned ? (WARNINGS.find((minutes) => left <= minutes * MINUTE && exam.minutes > minutes) ?? null) : null,
    jumped: context.jumped,
    notes: exam.notes ? context.notes : null,
    unanswered: tasks.filter(({ touched }) => !touched).map(({ number }) => number),
    saved,
    elsewhere,
  };
}

/** Each task's share of the whole, in percent. */
export function weightsOf({ tasks }: Exam): readonly number[] {
  const total = tasks.reduce((sum, { weight }) => sum + weight, 0);
  return tasks.map(({ weight }) => (100 * weight) / total);
}

/**
 * The name by which each question's host is reached. Two questions may play on nodes of one name, where no seed renames
 * them: then the later one's host has the question's number behind its name.
 */
export function hostsOf(exam: Exam, plays: readonly Play[]): readonly string[] {
  const taken = new Set<string>();
  return exam.tasks.map((_, index) => {
    const node = plays[index]?.node ?? '';
    const host = taken.has(node) ? `${node}-${index + 1}` : node;
    taken.add(host);
    return host;
  });
}
