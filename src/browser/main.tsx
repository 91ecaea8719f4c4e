import './fonts.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Session } from '#session/commands.ts';
import { App } from '#ui/app/App.tsx';
import { startTheme } from '#ui/app/theme.ts';
import { EXAMS, fidelity, LESSONS, progressOf, SCENARIOS } from './catalogue.ts';

const engine = () => import('./openSession.ts');
const opened = new Map<string, Promise<Session>>();

/** A session is opened once as long as the page lives: who goes home and comes back finds it as it was. */
function once(key: string, open: () => Promise<Session>): Promise<Session> {
  const known = opened.get(key);
  if (known !== undefined) return known;
  const opening = open();
  opened.set(key, opening);
  opening.catch(() => opened.delete(key));
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
        openScenario: (id) => once(`scenario ${id}`, () => engine().then(({ openScenario }) => openScenario(id))),
        openSandbox: (base) => once(`sandbox ${base}`, () => engine().then(({ openSandbox }) => openSandbox(base))),
      }}
    />
  </StrictMode>,
);
