import { lazy, Suspense, useEffect, useState } from 'react';
import type { Host } from '../app/host.ts';
import { Masthead } from '../app/Masthead.tsx';
import { Boundary } from '../kit/Boundary.tsx';
import { ABOUT } from '../words/about.ts';
import './About.css';

/** The page about the page: its frame at once, its documents when they are there. */
export function AboutPage({ host }: { readonly host: Host }) {
  // Made once, so that what is drawn again does not load again.
  const [About] = useState(() =>
    lazy(async () => {
      const [{ About: Loaded }, about] = await Promise.all([import('./About.tsx'), host.about()]);
      return { default: () => <Loaded about={about} /> };
    }),
  );
  useEffect(() => {
    document.title = ABOUT.pageTitle;
  }, []);
  return (
    <div className="about">
      <Masthead />
      <main className="about-page">
        <Boundary fallback={<p role="alert">{ABOUT.failed}</p>}>
          <Suspense fallback={<p role="status">{ABOUT.loading}</p>}>
            <About />
          </Suspense>
        </Boundary>
      </main>
    </div>
  );
}
