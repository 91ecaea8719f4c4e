import type { CauseView } from '#session/view.ts';

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

/** `1 h 42 min`, `4:07` under ten minutes. */
export function leftText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const two = (part: number): string => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

/** `12 min`, `1 h 3 min`, `40 s` */
export function spentText(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes === 0) return `${Math.round(milliseconds / 1000)} s`;
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Points with two decimals at most, so that parts add up to what is read of the whole: `1.25`, `6.67`, `8`. */
export function pointsText(points: number): string {
  return String(Math.round(points * 100) / 100);
}

/** A date as it is read everywhere: `24 Nov 2026, 16:05`. */
export function momentText(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** A cause in words; what a rule says stands behind its name. */
export function causeText(cause: CauseView): string {
  return cause.kind === 'rule' ? `${cause.label} (${cause.title})` : cause.label;
}

/** The words of an exam. */
export const EXAM = {
  pageTitle: (title: string) => `${title} · Portside`,
  loading: 'The exam is opening…',
  failed: 'The exam cannot be opened.',
  none: (id: string) => `There is no exam called “${id}”.`,
  home: 'All exams and scenarios',

  facts: (tasks: number, minutes: number, pass: number) =>
    `${count(tasks, 'question')} · ${minutes} minutes · ${pass} of 100 points pass`,
  rulesTitle: 'How it goes',
  rules: [
    'Each question has a host of its own. The terminal begins on a jump host; ssh HOST leads to a question’s host as root, exit back.',
    'Points are given by parts. What worked before and is broken at the end costs a quarter of its question. What counts is the state at the end.',
    'Nothing tells whether you are right until it is over: no hints, no diagnosis, no picture of the kubelet, no checks.',
    'Flag a question to come back to it. A pause hides the question and does not stop the clock. Loading the page anew, or closing it, does not stop it either.',
    'This is practice: not PSI, no certificate, and none of it is a question of the real CKS exam.',
  ],
  seed: 'Seed',
  seedNote: 'Same seed, same exam. A class takes one together.',
  badSeed: 'A seed is a whole number from 1 to 999999999.',
  begin: 'Begin the exam',
  earlier: 'Earlier results',
  earlierNote: 'A date that is a link opens that result again: it is made anew of the steps that this browser keeps.',
  pastGone: 'This browser does not keep that result any more.',
  toExam: 'The exam’s first page',
  earlierColumns: { when: 'Ended', seed: 'Seed', score: 'Score', passed: 'Result' },
  passed: 'passed',
  failedExam: 'not passed',
  takeUp: 'Take up an exam from a file',
  takeUpNote: 'One that was exported because this browser keeps nothing. Its clock went on.',

  ofPoints: (score: number) => `${score} of 100`,

  question: (number: number) => `Question ${number}`,
  worth: (weight: number) => `${weight} %`,
  worthWords: (weight: number) => `${weight} % of the points`,
  solveOn: 'Solve this on:',
  copySsh: (host: string) => `Copy ssh ${host}`,
  asked: 'What is judged',
  list: 'Questions',
  flag: 'Flag for review',
  unflag: 'Flagged for review',
  flagged: 'flagged',
  touched: 'worked on',
  untouched: 'not begun',
  previous: 'Previous',
  next: 'Next',
  notes: 'Notepad',
  notesEmpty: 'Write here what you want to remember. It is kept with the exam and judged by nobody.',
  notesNote: 'Kept until the exam is taken anew.',

  timeLeft: 'Time left',
  left: (minutes: number) => `Less than ${count(minutes, 'minute')} are left.`,
  pause: 'Pause',
  paused: 'Paused',
  pausedWords: 'The question is hidden. The clock goes on.',
  resume: 'Back to the question',
  end: 'End exam',
  endTitle: 'End the exam?',
  endWords: 'It cannot be taken up again. What you did counts as it stands.',
  allWorked: 'Something was done in every question.',
  unanswered: (numbers: readonly number[]) =>
    `${numbers.length === 1 ? 'Nothing was done in question' : 'Nothing was done in questions'} ${numbers.join(', ')}.`,
  flaggedStill: (numbers: readonly number[]) =>
    `${numbers.length === 1 ? 'Flagged for review: question' : 'Flagged for review: questions'} ${numbers.join(', ')}.`,
  goOn: 'Go on',
  jumped: (milliseconds: number) =>
    milliseconds > 0
      ? `This computer’s clock went ${spentText(milliseconds)} ahead: it slept, or the clock was set. That time counts.`
      : `This computer’s clock was set back by ${spentText(-milliseconds)}. Nobody gains time by that.`,
  dismiss: 'Understood',
  elsewhere: 'This exam went on in another tab of this browser. Here it rests; its clock goes on.',
  takeOver: 'Go on here',
  exportHere: 'Export what this tab has',
  elsewhereNote:
    'Going on here goes on with what the other tab did, and that tab rests. Only what could not be saved here is not in it; the export holds it.',
  unsaved: (words: string) =>
    `Clock, flags and notes are ${words}. The exam goes on in this page’s memory; do not close it.`,
  export: 'Export',
} as const;

/** The words of what comes after it. */
export const DEBRIEF = {
  title: (exam: string) => `${exam}: the result`,
  timeUp: 'Time was up.',
  otherThen: (score: number) =>
    `It was ${score} of 100 when it ended. Its steps, as they are kept and judged now, come to what is shown here.`,
  making: 'Every question is replayed and judged…',
  sums: (score: number, pass: number) => `${score} of 100 points. ${pass} pass.`,
  head: (seed: number, began: string, ended: string, minutes: string) =>
    `Seed ${seed}. Begun ${began}, ended ${ended}, after ${minutes}.`,
  tasks: 'By question',
  domains: 'By domain of the CKS curriculum',
  cis: 'By number of the CIS benchmark (1.12)',
  columns: {
    number: 'No.',
    question: 'Question',
    host: 'Host',
    domain: 'Domain',
    points: 'Points',
    spent: 'Time',
    cis: 'CIS',
  },
  of: (points: number, of: number) => `${pointsText(points)} of ${pointsText(of)}`,
  judged: 'What was judged',
  met: 'met',
  unmet: 'not met',
  lost: 'Points that were lost',
  damage: 'What must work and did not',
  minus: (points: number) => (pointsText(points) === '0' ? '0' : `−${pointsText(points)}`),
  answers: 'What it answers:',
  because: 'Because of:',
  mistakes: 'Wrong fixes that were recognised',
  found: 'Wrong from the start, and still so at the end',
  reference: 'One right way',
  lesson: 'What there is to it',
  timeline: 'Step by step',
  timelineColumns: { at: 'After', step: 'Step', points: 'Points then' },
  noSteps: 'Nothing was done.',
  lookBack: 'Look back',
  lookBackAt: (title: string) => `Look back at: ${title}`,
  lookAt: (number: number) => `Look at the end of question ${number}`,
  full: 'All points.',
  actions: 'Take it away',
  html: 'Report as a file (HTML)',
  print: 'Print, or save as PDF',
  name: 'Your name',
  result: 'Result for the class board',
  resultNote: 'The steps of every question and the score. Whoever reads it replays them. Nothing is sent from here.',
  again: 'Take it again',
  sameSeed: 'With the same seed',
  newSeed: 'With a new seed',
  review: (number: number, title: string) =>
    `Looking back at question ${number}, ${title}. Nothing that is done here counts or is kept.`,
  toReport: 'Back to the result',
  foot: 'Made by Portside, a simulator. Not PSI, and no certificate.',
} as const;
