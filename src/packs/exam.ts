import * as v from 'valibot';
import { about, several, whole } from './about.ts';
import { slug, text } from './fields.ts';

export const examSchema = about(
  'An exam: tasks drawn from scenarios, against the clock.',
  v.strictObject({
    id: about("The folder's name.", slug),
    title: about('The name for people.', text),
    order: about('Its place among the exams, from 1.', whole(1)),
    minutes: about('The time for all of it: 120 for a whole one, 30 for a sprint.', whole(5, 240)),
    pass: v.optional(about('Percent of the points that pass.', whole(1, 100)), 67),
    notes: v.optional(about('Whether a notepad is there.', v.boolean()), true),
    says: about('What awaits the learner, paragraphs.', several(text)),
    tasks: about(
      'What is drawn, in its order.',
      v.pipe(
        v.array(
          v.strictObject({
            scenario: about('The id of a scenario that is there.', slug),
            weight: about('Its share of the whole, beside the others.', whole(1, 100)),
          }),
        ),
        v.minLength(2, 'needs at least two tasks'),
      ),
    ),
  }),
);

export type Exam = v.InferOutput<typeof examSchema>;
