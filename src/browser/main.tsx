import './fonts.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Session } from '#session/commands.ts';
import type { Board } from '#session/view/board.ts';
import type { SessionExam } from '#session/view/exam.ts';
import type { Labs } from '#session/view/lab.ts';
import type { OpenLesson } from '#session/view/lesson.ts';
import { App } from '#ui/app/App.tsx';
import { startTheme } from '#ui/app/theme.ts';
import { EXAMS, fidelity, LESSONS, progressOf, SCENARIOS } from './catalogue.ts';

const engine = () => import('./openSession.ts');
const opened = new Map<string, Promise<Session>>();

const lessons = new Map<string, Promise<OpenLesson>>();

/** A session is opened once as long as the page lives: who goes home and comes back finds it as it was. */
function once<T>(memory: Map<string, Promise<T>>, key: string, open: () => Promise<T>): Promise<T> {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const opening = open();
  memory.set(key, opening);
  opening.catch(() => memory.delete(key));
  return opening;
}

let known: Promise<Labs> | null = null;
/** One for the page: the rooms of its labs hold open sessions. */
function labs(): Promise<Labs> {
  known ??= import('./lab/labs.ts').then(({ browserLabs }) => browserLabs());
  return known;
}

let table: Promise<Board> | null = null;
/** What was read stays on the board while the page lives. */
function board(): Promise<Board> {
  table ??= import('./board/classBoard.ts').then(({ classBoard }) => classBoard());
  return table;
}

const exams = new Map<string, Promise<SessionExam>>();
/** One for the page: its questions stay open while the learner is elsewhere. */
function openExam(id: string, seed: number | null): Promise<SessionExam> {
  const begun = exams.get(id);
  if (begun !== undefined) return begun;
  const opening = import('./exam/openExam.ts').then((module) => module.openExam(id, seed));
  exams.set(id, opening);
  opening.catch(() => exams.delete(id));
  return opening;
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');

startTheme();
createRoot(root).render(
  <StrictMode>
    <App
      host={{
        scenarios: SCENARIOS,
        lessons: LESSONS,
        exams: EXAMS,
        fidelity: fidelity(),
        progressOf,
        about: () => import('./about.ts').then(({ ABOUT }) => ABOUT),
        labs,
        board,
        openScenario: (id) =>
          once(opened, `scenario ${id}`, () => engine().then(({ openScenario }) => openScenario(id))),
        openLesson: (id) =>
          once(lessons, id, () => import('./lesson/openLesson.ts').then(({ openLesson }) => openLesson(id))),
        predictions: () => import('./lesson/predictions.ts').then(({ predictions }) => predictions()),
        openExam,
        openPastExam: (id, ended) => import('./exam/openExam.ts').then((module) => module.openPastExam(id, ended)),
        openSandbox: (base) =>
          once(opened, `sandbox ${base}`, () => engine().then(({ openSandbox }) => openSandbox(base))),
      }}
    />
  </StrictMode>,
);
