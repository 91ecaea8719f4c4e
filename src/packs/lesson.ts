import * as v from 'valibot';
import { answerSchema } from './checks.ts';
import { absolutePath, curlLine, slug, text } from './fields.ts';
import { baseSchema, checksSchema, questionSchema, startSchema, typedSchema } from './schema.ts';

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

/** One claim of the lecture, tried by the learner on the spot. */
const stepSchema = v.strictObject({
  id: slug,
  title: text,
  /** The lecture's claim, in our words. */
  claim: text,
  /** What the learner does now, in a sentence or two. */
  try: text,
  /** A line that the lesson offers to send or to type; the learner may also do it by hand. */
  line: v.optional(text),
  question: v.optional(questionSchema),
  /** Met once it was tried: predicates over the world, a request that was `asked`, a reply. */
  checks: checksSchema,
  /** What a current kubelet makes of the claim. Told once it was tried. */
  holds: v.pipe(v.array(text), v.minLength(1)),
  /** The claim does not hold as it stands, and `holds` corrects it. */
  corrected: v.optional(v.boolean(), false),
});

/** A request to a node in a state that is described; the learner says beforehand how it ends. */
const predictionSchema = v.strictObject({
  id: slug,
  topic: v.picklist(TOPICS),
  /** The node's state and who asks, in words. */
  given: text,
  /** What makes the state, typed on a copy of the lesson's start. */
  lines: v.optional(v.array(text), []),
  /** What is asked then. */
  request: curlLine,
  /** How it ends; proved, and never shown before the learner has guessed. */
  is: answerSchema,
  /** Why, beyond what the trace says. */
  because: text,
});

/** A lesson of the guided path: claims that are tried, then three predictions that the kubelet judges. */
export const lessonSchema = v.strictObject({
  id: slug,
  title: text,
  /** Its place on the path, from 1. */
  order: v.pipe(v.number(), v.integer(), v.minValue(1)),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** The rows of the lecture's list that it covers. */
  lecture: v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(19))),
  base: baseSchema,
  opening: v.pipe(v.array(text), v.minLength(1)),
  start: startSchema,
  tabs: v.pipe(v.array(absolutePath), v.minLength(1)),
  requests: v.array(v.strictObject({ label: text, line: curlLine })),
  steps: v.pipe(v.array(stepSchema), v.minLength(1)),
  predictions: v.pipe(v.array(predictionSchema), v.length(3, 'needs exactly three predictions')),
  /** What to take along. */
  closing: v.pipe(v.array(text), v.minLength(1)),
  /** A way through all steps, as shell lines: the proof that each can be met. */
  walk: typedSchema,
});

export type Lesson = v.InferOutput<typeof lessonSchema>;
export type LessonStep = Lesson['steps'][number];
export type Prediction = Lesson['predictions'][number];
export type Topic = (typeof TOPICS)[number];
