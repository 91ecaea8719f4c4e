import type { Exam } from '#packs/exam.ts';
import type { Lesson } from '#packs/lesson.ts';
import type { Pack } from '#packs/readPack.ts';
import type { Scenario } from '#packs/schema.ts';
import type { ScenarioSummary } from '#session/view/catalogue.ts';
import type { ExamSummary } from '#session/view/exam.ts';
import type { LessonSummary } from '#session/view/lesson.ts';

/** What the home page tells of a pack: no start, no solution, no hint, no answer. */
export function packSummary(pack: Pack): ScenarioSummary | LessonSummary | ExamSummary {
  switch (pack.kind) {
    case 'scenario':
      return scenarioSummary(pack.scenario);
    case 'lesson':
      return lessonSummary(pack.lesson);
    case 'exam':
      return examSummary(pack.exam);
  }
}

function scenarioSummary({ tasks, ...scenario }: Scenario): ScenarioSummary {
  const { id, title, order, minutes, difficulty, teaches, goal, tags } = scenario;
  return { id, title, order, minutes, difficulty, teaches, goal, tasks: tasks.length, tags };
}

function lessonSummary({ id, title, order, minutes, lecture, steps }: Lesson): LessonSummary {
  return { id, title, order, minutes, lecture, steps: steps.length };
}

function examSummary({ id, title, order, minutes, pass, says, tasks }: Exam): ExamSummary {
  return { id, title, order, minutes, pass, says, tasks: tasks.length };
}
