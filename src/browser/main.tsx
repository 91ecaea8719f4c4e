import './fonts.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '#ui/app/App.tsx';
import { startTheme } from '#ui/app/theme.ts';

const load = () => import('./openSession.ts').then((module) => module.openSession('the-flag-that-wins'));

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');

startTheme();
createRoot(root).render(
  <StrictMode>
    <App load={load} />
  </StrictMode>,
);
