import type { CrossProblem } from './crossCheck.ts';
import { type Lesson, lessonSchema } from './lesson.ts';
import { parseAs } from './parse.ts';
import type { PackProblem } from './problem.ts';

export type ParsedLesson =
  | { readonly ok: true; readonly lesson: Lesson }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** What a learner may predict. */
export const GUESSABLE = ['200', '401', '403', '404', 'refused'] as const;

/**
 * Reads a lesson from its YAML text. Nothing throws: whatever is wrong comes back as problems with file, line and advice.
 * `folder` is the name of the folder that the file stands in.
 */
export function parseLesson(file: string, folder: string, text: string): ParsedLesson {
  const parsed = parseAs(lessonSchema, (lesson) => crossCheckLesson(lesson, folder), file, text);
  return parsed.ok ? { ok: true, lesson: parsed.pack } : parsed;
}

/** What no single field of a lesson shows. */
function crossCheckLesson(lesson: Lesson, folder: string): readonly CrossProblem[] {
  return [
    ...(lesson.id === folder
      ? []
      : [problem(['id'], `id "${lesson.id}" is not the name of its folder "${folder}"`, 'Give both the same name.')]),
    ...twins(lesson.steps, 'steps', 'step'),
    ...twins(lesson.predictions, 'predictions', 'prediction'),
    ...questionProblems(lesson),
    ...lesson.predictions.flatMap(({ is }, index) =>
      GUESSABLE.some((guess) => guess === is)
        ? []
        : [
            problem(
              ['predictions', index, 'is'],
              `nobody can guess "${is}"`,
              `Choose one of: ${GUESSABLE.join(', ')}.`,
            ),
          ],
    ),
  ];
}

function twins(parts: readonly { readonly id: string }[], key: string, noun: string): readonly CrossProblem[] {
  return parts.flatMap(({ id }, index) =>
    parts.findIndex((other) => other.id === id) === index
      ? []
      : [problem([key, index, 'id'], `two ${key} are called "${id}"`, `Give each ${noun} an id of its own.`)],
  );
}

/** A question without a reply that is looked at, a reply that nobody is asked for, an answer that is no option. */
function questionProblems({ steps }: Lesson): readonly CrossProblem[] {
  return steps.flatMap(({ id, question, checks }, index): readonly CrossProblem[] => {
    const replies = checks.flatMap((check) => (check.check === 'reply' ? check.is : []));
    if (question === undefined)
      return replies.length === 0
        ? []
        : [problem(['steps', index, 'checks'], `step "${id}" waits for a reply and asks nothing`, 'Add its question.')];
    const path = ['steps', index, 'question'];
    if (replies.length === 0)
      return [problem(path, `no check of step "${id}" looks at what is answered`, 'Add the check `reply`.')];
    const strange = question.options.length === 0 ? [] : replies.filter((reply) => !question.options.includes(reply));
    return strange.map((reply) =>
      problem(
        path,
        `"${reply}" is right and no option of step "${id}"`,
        `Right is one of: ${question.options.join(', ')}.`,
      ),
    );
  });
}

function problem(path: CrossProblem['path'], message: string, advice: string): CrossProblem {
  return { path, message, advice };
}
