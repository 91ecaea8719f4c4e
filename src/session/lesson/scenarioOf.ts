import type { Lesson } from '#packs/lesson.ts';
import type { Scenario } from '#packs/schema.ts';

/** Under which id a lesson's run and its progress are kept. */
export function runOf(lesson: string): string {
  return `lesson-${lesson}`;
}

/**
 * A lesson as a scenario whose tasks are its steps, so that everything that works on a scenario works on a lesson. It has
 * nothing that must work, no hints and no wrong fixes: a step is met once its claim was tried.
 */
export function scenarioOf(lesson: Lesson): Scenario {
  return {
    id: runOf(lesson.id),
    title: lesson.title,
    order: lesson.order,
    minutes: lesson.minutes,
    difficulty: 1,
    teaches: lesson.steps.map(({ title }) => title),
    tags: { cis: { profile: 'cis-1.12', ids: [] }, cks: 'Cluster Setup' },
    kubernetes: '1.36.3',
    sinceMinor: 36,
    base: lesson.base,
    story: lesson.opening,
    goal: '',
    start: lesson.start,
    tabs: lesson.tabs,
    requests: lesson.requests,
    tasks: lesson.steps.map(({ id, title, question, afterRestart, checks }) => ({
      id,
      title,
      weight: 1,
      afterRestart,
      afterUpgrade: false,
      after: [],
      ...(question === undefined ? {} : { question }),
      checks,
    })),
    mustWork: [],
    debrief: [],
    solution: lesson.walk,
    alternatives: [],
    wrong: [],
  };
}
