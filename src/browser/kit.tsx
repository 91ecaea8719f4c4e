import './fonts.ts';
import { createRoot } from 'react-dom/client';
import { App } from '#ui/app/App.tsx';
import { startTheme } from '#ui/app/theme.ts';
import { fakeSession } from '#ui/kit/fakeSession.ts';

// The workbench on a session without an engine: `npm start` and open /kit.html to see every state of the screen.
const root = document.getElementById('root');
if (root === null) throw new Error('kit.html has no element with the id "root".');

startTheme();
createRoot(root).render(<App load={() => Promise.resolve(fakeSession())} />);
