import './fonts.ts';
import { createRoot } from 'react-dom/client';
import { Opening } from '#ui/app/Opening.tsx';
import { startTheme } from '#ui/app/theme.ts';
import { fakeSession } from '#ui/kit/fakeSession.ts';
import { Kit } from '#ui/kit/Kit.tsx';
import { KIT } from '#ui/words/kit.ts';

// Every part of the screen without an engine, each by itself; `?page=…` shows a whole page.
const root = document.getElementById('root');
if (root === null) throw new Error('kit.html has no element with the id "root".');

/** How the session of a whole page comes, or does not. */
const LOADS = new Map([
  ['workbench', () => Promise.resolve(fakeSession())],
  ['loading', () => new Promise<never>(() => {})],
  ['failed', () => Promise.reject(new Error(KIT.failure))],
]);
const load = LOADS.get(new URLSearchParams(location.search).get('page') ?? '');

startTheme();
createRoot(root).render(load === undefined ? <Kit /> : <Opening title={null} load={load} />);
