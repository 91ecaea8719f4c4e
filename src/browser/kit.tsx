import './fonts.ts';
import { createRoot } from 'react-dom/client';
import { Opening } from '#ui/app/Opening.tsx';
import { startTheme } from '#ui/app/theme.ts';
import { fakeSession } from '#ui/kit/fakeSession.ts';

// The workbench on a session without an engine: `npm start` and open /kit.html to see every state of the screen.
const root = document.getElementById('root');
if (root === null) throw new Error('kit.html has no element with the id "root".');

startTheme();
createRoot(root).render(<Opening title={null} load={() => Promise.resolve(fakeSession())} />);
