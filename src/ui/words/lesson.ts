import type { Confidence } from '#session/view/lesson.ts';

/** The words of a lesson's column. */
export const LESSON = {
  side: 'Lesson',
  place: (order: number, of: number) => `Lesson ${order} of ${of}`,
  steps: 'Steps',
  tried: 'tried',
  ahead: 'still ahead',
  now: 'now',
  says: 'The claim',
  tries: 'Try it',
  send: 'Send it',
  type: 'Put it into the terminal',
  typeHint: (back: string) => `Enter runs it there. ${back} leads back.`,
  /** Beside the question of a step: what it is about may have been changed since. */
  asBefore: 'The question is about the node as this step found it. If you changed it since, undo that and look again.',
  typed: (line: string, back: string) => `In the terminal stands: ${line}. Enter runs it. ${back} leads back.`,
  /** Of a step that was asked for, and not as it has to be. */
  notYet: 'Not there yet.',
  shows: 'What it shows',
  corrected: 'Corrected',
  correctedNote: 'The claim does not hold as it stands.',
  journey: 'See its way through the kubelet',
  fold: 'Fold up',
  next: (title: string) => `Next: ${title}`,
  toPredictions: 'On to the predictions',

  predictions: 'Three predictions',
  predictionsAhead: 'They open when every step was tried.',
  predictionsLead:
    'Say beforehand how the kubelet answers, and how sure you are. It is asked on a copy of the node as this lesson began. Your own node stays as it is.',
  prediction: (number: number) => `Prediction ${number}`,
  made: 'First typed on the copy',
  request: 'The request',
  answers: 'How does it answer?',
  choices: {
    '200': '200, it is done',
    '401': '401, not known',
    '403': '403, known and not allowed',
    '404': '404, no such thing',
    refused: 'refused, nobody answers',
  } as Readonly<Record<string, string>>,
  sure: 'How sure are you?',
  confidences: { 50: 'a guess, 50 %', 75: 'fairly sure, 75 %', 95: 'certain, 95 %' } satisfies Record<
    Confidence,
    string
  >,
  ask: 'Ask the kubelet',
  asking: 'The kubelet is asked…',
  incomplete: 'Choose an answer and how sure you are.',
  right: 'Right',
  wrong: 'Wrong',
  verdict: (guess: string, confidence: number, headline: string) =>
    `You said ${guess}, ${confidence} % sure. It answers ${headline}.`,
  said: (right: boolean, headline: string, sentence: string) =>
    `${right ? 'Right' : 'Wrong'}. The kubelet answers ${headline}. ${sentence}`,
  outcome: (right: boolean, headline: string) => `${right ? 'Right' : 'Wrong'}, it answers ${headline}`,
  way: 'Its way through the kubelet',
  pipeline: 'Pipeline of the copy',
  answer: 'Answer of the copy',
  gates: 'Gates that the copy was asked through',
  because: 'Why',
  nextPrediction: 'Next prediction',
  toClosing: 'To the end of the lesson',

  closing: 'To take along',
  result: (right: number, of: number, stated: number) =>
    `${right} of ${of} predictions right. On average you were ${stated} % sure.`,
  nextLesson: (title: string) => `Next lesson: ${title}`,
  lastLesson: 'That was the last lesson of the path. The scenarios come next; home offers the first one.',
  again: 'Predict again',
  byTopic: 'All predictions by topic',
  home: 'Back to the path',
} as const;

/** What the live region says in a lesson where it would speak of tasks. */
export const LESSON_SAY = {
  task: (title: string) => `Step tried: ${title}. What it shows stands with the step.`,
  solved: 'Every step was tried. The predictions are open.',
  openedSolved: (title: string) => `${title} is open. Every step was tried.`,
  openedTasks: (title: string, met: number, of: number) => `${title} is open: ${met} of ${of} steps tried.`,
} as const;
