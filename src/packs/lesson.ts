import * as v from 'valibot';
import { about, several, whole } from './about.ts';
import { answerSchema } from './checks.ts';
import { absolutePath, curlLine, slug, text } from './fields.ts';
import { baseSchema, checksSchema, questionSchema, requestsSchema, startSchema, typedSchema } from './schema.ts';

/** What a prediction is about; scores are kept by it. */
export const TOPICS = [
  'configuration',
  'ports',
  'authentication',
  'certificates',
  'authorization',
  'api-server',
  'kubeadm',
] as const;

const stepSchema = v.strictObject({
  id: about('Its name within the lesson.', slug),
  title: about('What it is about, in a few words.', text),
  claim: about("The lecture's claim, in our words.", text),
  try: about('What the learner does now, in a sentence or two.', text),
  line: v.optional(
    about('A line that the lesson offers to send or to type; the learner may also do it by hand.', text),
  ),
  question: v.optional(about('What the learner is asked and answers in words.', questionSchema)),
  afterRestart: v.optional(
    about('Judge it on a copy after `daemon-reload` and a restart, instead of as it runs now.', v.boolean()),
    false,
  ),
  checks: about('Met once it was tried: predicates over the world, a request that was `asked`, a reply.', checksSchema),
  holds: about('What a current kubelet makes of the claim, paragraphs. Told once it was tried.', several(text)),
  corrected: v.optional(about('The claim does not hold as it stands, and `holds` corrects it.', v.boolean()), false),
});

const predictionSchema = v.strictObject({
  id: about('Its name within the lesson.', slug),
  topic: about('What it is about; scores are kept by it.', v.picklist(TOPICS)),
  given: about("The node's state and who asks, in words.", text),
  lines: v.optional(about("What makes the state, typed on a copy of the lesson's start.", v.array(text)), []),
  request: about('What is asked then.', curlLine),
  is: about('How it ends; proved, and never shown before the learner has guessed.', answerSchema),
  because: about('Why, beyond what the trace says.', text),
});

export const lessonSchema = about(
  'A lesson of the guided path: claims that are tried, then three predictions that the kubelet judges.',
  v.strictObject({
    id: about("The folder's name.", slug),
    title: about('The name for people.', text),
    order: about('Its place on the path, from 1.', whole(1)),
    minutes: about('How long it takes somebody who meets it for the first time.', whole(1)),
    lecture: about("The rows of the lecture's list that it covers.", v.array(whole(1, 19))),
    base: baseSchema,
    opening: about('What it is about, paragraphs.', several(text)),
    start: about('What is other than in the base.', startSchema),
    tabs: about('The files that lie open, in order.', several(absolutePath)),
    requests: requestsSchema,
    steps: about('The claims, in their order.', several(stepSchema)),
    predictions: about(
      'Requests to a node in a state that is described; the learner says beforehand how each ends.',
      v.pipe(v.array(predictionSchema), v.length(3, 'needs exactly three predictions')),
    ),
    closing: about('What to take along, paragraphs.', several(text)),
    walk: about('A way through all steps, as shell lines: the proof that each can be met.', typedSchema),
  }),
);

export type Lesson = v.InferOutput<typeof lessonSchema>;
export type LessonStep = Lesson['steps'][number];
export type Prediction = Lesson['predictions'][number];
export type Topic = (typeof TOPICS)[number];
