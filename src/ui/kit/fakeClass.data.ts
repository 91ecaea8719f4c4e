import type { BoardCell, BoardView } from '#session/view/board.ts';
import type { LabView } from '#session/view/lab.ts';
import type { LessonView, SessionLesson } from '#session/view/lesson.ts';

/** A lab that runs, with items in each state. */
export const LAB_VIEW: LabView = {
  digest: '0123456789ab',
  title: 'Week 3: who may ask',
  message: [],
  seed: 42,
  minutes: 60,
  allowed: { hints: true, diagnosis: true, checks: true, solutions: false, sandbox: true },
  boardOnly: false,
  items: [
    { number: 1, title: 'The flag that wins', tasks: 3, met: 3, state: 'solved' },
    { number: 2, title: 'Strangers on board', tasks: 4, met: 1, state: 'begun' },
    { number: 3, title: 'The little door', tasks: 2, met: 0, state: 'untouched' },
  ],
  name: 'Ada',
  phase: 'running',
  left: 250_000,
  handedIn: 1,
  kept: true,
};

const TASKS = ['closed', 'lasts', 'network', 'local'];
const cell = (task: number, more: Partial<BoardCell>): BoardCell => ({
  task: `doors/${TASKS[task]}`,
  state: 'untouched',
  percent: 0,
  metAt: null,
  stuck: '',
  stuckAt: null,
  ...more,
});
const CELLS: readonly BoardCell[] = [
  cell(0, { state: 'met', percent: 100, metAt: 4 }),
  cell(1, { state: 'part', percent: 50, stuck: 'W1', stuckAt: 5 }),
  cell(2, { state: 'unmet', stuck: 'W4', stuckAt: 9 }),
  cell(3, {}),
];
const row = (name: string, more: Partial<BoardView['rows'][number]>): BoardView['rows'][number] => ({
  file: `${name}.json`,
  name,
  score: 42,
  claimed: 42,
  standing: 'verified',
  foreign: false,
  began: 0,
  ended: 60_000,
  cells: CELLS,
  ...more,
});

/** A class board with a result of each kind. */
export const BOARD_VIEW: BoardView = {
  tasks: TASKS.map((id) => ({ id: `doors/${id}`, title: `The task called ${id}`, scenario: 'Doors' })),
  rows: [
    row('Ada', {}),
    row('Bob', { standing: 'differs', claimed: 100 }),
    row('Cem', { standing: 'other', foreign: true, cells: [] }),
    row('', { standing: 'differs' }),
  ],
  broken: [],
  stuck: [],
};

const LESSON_VIEW: LessonView = {
  id: 'the-flag-that-wins',
  order: 3,
  of: 10,
  steps: [
    {
      id: 'stranger',
      claim: 'A stranger is let in.',
      try: 'Ask without any credentials.',
      line: 'curl -sk https://localhost:10250/pods',
      request: true,
      holds: [],
      corrected: false,
    },
    {
      id: 'insider',
      claim: 'The file decides.',
      try: 'Read it.',
      line: null,
      request: false,
      holds: [],
      corrected: true,
    },
  ],
  predictionsOpen: false,
  predictions: [
    {
      id: 'one',
      topic: 'authentication',
      given: 'Anonymous access is on.',
      lines: [],
      request: 'curl -sk https://localhost:10250/pods',
      choices: ['200', '401', '403', 'refused'],
      judged: null,
    },
  ],
  closing: [],
};

/** A lesson that stands still, whatever is pressed. */
export const STILL_LESSON: SessionLesson = {
  view: () => LESSON_VIEW,
  predict: () => Promise.resolve(),
  again() {},
  subscribe: () => () => {},
};
