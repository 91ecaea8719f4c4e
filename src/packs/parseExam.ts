import type { CrossProblem } from './crossCheck.ts';
import { type Exam, examSchema } from './exam.ts';
import { type Parsed, parseAs } from './parse.ts';

/** Reads an exam from its YAML text. Nothing throws. That its scenarios are there is asked where all packs are at hand. */
export function parseExam(file: string, folder: string, text: string): Parsed<Exam> {
  return parseAs(examSchema, (exam) => examProblems(exam, folder), file, text);
}

function examProblems({ id, tasks }: Exam, folder: string): readonly CrossProblem[] {
  const named =
    id === folder
      ? []
      : [
          {
            path: ['id'],
            message: `id "${id}" is not the name of its folder "${folder}"`,
            advice: 'Give both the same name.',
          },
        ];
  const twice = tasks.flatMap(({ scenario }, index) =>
    tasks.findIndex((other) => other.scenario === scenario) === index
      ? []
      : [
          {
            path: ['tasks', index, 'scenario'],
            message: `the scenario "${scenario}" is drawn twice`,
            advice: 'Draw each scenario once; give it more weight instead.',
          },
        ],
  );
  return [...named, ...twice];
}
