import type { World } from '#engine/world/world.ts';
import type { Exam } from '#packs/exam.ts';
import { recognised } from '../diagnosis/views.ts';
import type { Play } from '../play.ts';
import { newRun, type PlayedStep, type Run, repliesOf, sentIn, worldOf } from '../run.ts';
import { replay, type SavedRun } from '../saved/saved.ts';
import { type Scorer, scorer, WHOLE } from '../score/score.ts';
import { stepTitle } from '../screen/stepName.ts';
import type { DiagnosisView } from '../view/diagnosis.ts';
import type { ExamReport, ExamTaskReport } from '../view/exam.ts';
import { damageOf, lostPoints } from './lost.ts';
import type { SavedExam } from './savedExam.ts';
import { hostsOf, weightsOf } from './view.ts';

/** What came of an exam, question by question. Each is replayed on its own turn, so that the screen can go on between them. */
export async function reportOf(
  exam: Exam,
  state: SavedExam,
  plays: readonly Play[],
  runs: readonly (SavedRun | null)[],
): Promise<ExamReport> {
  const weights = weightsOf(exam);
  const hosts = hostsOf(exam, plays);
  const tasks: ExamTaskReport[] = [];
  for (const [index, play] of plays.entries()) {
    await Promise.resolve();
    const { context } = state;
    tasks.push(
      taskReport(play, runs[index] ?? null, {
        number: index + 1,
        host: hosts[index] ?? play.node,
        of: weights[index] ?? 0,
        spent: context.spent[index] ?? 0,
        moments: context.moments[index] ?? [],
      }),
    );
  }
  // Whole numbers, so that nothing is lost on the way to the score.
  const total = exam.tasks.reduce((sum, { weight }) => sum + weight, 0);
  const brought = exam.tasks.reduce((sum, { weight }, index) => sum + weight * (tasks[index]?.thousandths ?? 0), 0);
  const score = Math.floor(brought / total / 10);
  return {
    title: exam.title,
    exam: exam.id,
    seed: state.seed,
    began: state.context.began,
    ended: state.context.ended,
    score,
    pass: exam.pass,
    passed: score >= exam.pass,
    tasks,
    domains: sums(tasks, ({ domain }) => [domain]).map(({ key, ...sum }) => ({ name: key, ...sum })),
    cis: sums(tasks, ({ cis }) => cis)
      .map(({ key, ...sum }) => ({ id: key, ...sum }))
      .toSorted((left, right) => left.id.localeCompare(right.id, 'en', { numeric: true })),
  };
}

interface Place {
  readonly number: number;
  readonly host: string;
  readonly of: number;
  readonly spent: number;
  readonly moments: readonly number[];
}

function taskReport(play: Play, saved: SavedRun | null, place: Place): ExamTaskReport {
  const { scenario, start, node } = play;
  const run = (saved === null ? null : replay(scenario, start, saved)) ?? newRun(scenario, start);
  const scoreAt = scorer(scenario, start, node);
  const score = scoreAt(worldOf(run), repliesOf(run), () => sentIn(run));
  const worth = (thousandths: number): number => (place.of * thousandths) / WHOLE;
  const ended = { scenario, node, world: worldOf(run) };
  const typed = run.played.flatMap(({ step }) => (step.kind === 'line' ? [step.line] : []));
  // What is solved shows no mistake that matters.
  const mistakes = score.thousandths === WHOLE ? { own: [], planted: [] } : recognised(run, node, typed);
  return {
    number: place.number,
    scenario: scenario.id,
    title: scenario.title,
    host: place.host,
    domain: scenario.tags.cks,
    cis: scenario.tags.cis.ids,
    of: place.of,
    points: worth(score.thousandths),
    thousandths: score.thousandths,
    spent: place.spent,
    tasks: score.tasks.map(({ title, points, of, state }) => ({
      title,
      met: state === 'met',
      points: worth(points),
      of: worth(of),
    })),
    lost: lostPoints(ended, score, worth),
    damage: damageOf(ended, score, worth),
    mistakes: mistakes.own.map(mistake),
    found: mistakes.planted.map(mistake),
    reference: scenario.solution.filter((line) => !line.startsWith('#')),
    debrief: scenario.debrief,
    timeline: timelineOf(run, node, scoreAt, place.moments, worth),
  };
}

function mistake({ id, name, done, happens }: DiagnosisView): ExamTaskReport['mistakes'][number] {
  return { id, name, done, happens };
}

/** Each step with what the task was worth after it. Steps that only looked leave it as it was. */
function timelineOf(
  run: Run,
  node: string,
  scoreAt: Scorer,
  moments: readonly number[],
  worth: (thousandths: number) => number,
): ExamTaskReport['timeline'] {
  let before = run.start;
  let thousandths = 0;
  return run.played.map((played, index) => {
    if (tells(played, before)) {
      const sofar: Run = { ...run, played: run.played.slice(0, index + 1) };
      ({ thousandths } = scoreAt(played.world, repliesOf(sofar), () => sentIn(sofar)));
    }
    before = played.world;
    return {
      at: moments[index] ?? played.world.now - run.start.now,
      title: stepTitle(played.step, node),
      points: worth(thousandths),
    };
  });
}

/** Whether a step can have changed what a task is worth: more than a look, or a moment that passed. */
function tells({ step, world }: PlayedStep, before: World): boolean {
  if (step.kind === 'ask' || step.kind === 'reply') return true;
  return (
    world.cluster !== before.cluster ||
    Object.keys(world.nodes).some((name) => world.nodes[name] !== before.nodes[name])
  );
}

/** Points by something that tasks are labelled with, in the order in which it first comes. */
function sums(
  tasks: readonly ExamTaskReport[],
  keysOf: (task: ExamTaskReport) => readonly string[],
): readonly { readonly key: string; readonly points: number; readonly of: number }[] {
  const found = new Map<string, { readonly points: number; readonly of: number }>();
  for (const task of tasks) {
    for (const key of keysOf(task)) {
      const { points, of } = found.get(key) ?? { points: 0, of: 0 };
      found.set(key, { points: points + task.points, of: of + task.of });
    }
  }
  return [...found].map(([key, sum]) => ({ key, ...sum }));
}
