import { lazy, Suspense, useState } from 'react';
import { useView } from '../store/bench.tsx';
import { VERSION } from '../words/version.ts';

const VersionDialog = lazy(() => import('./VersionDialog.tsx').then((module) => ({ default: module.VersionDialog })));

/** The installed version, and the way to another. */
export function VersionButton() {
  const version = useView((view) => view.node.version);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button"
        aria-haspopup="dialog"
        aria-label={VERSION.button(version)}
        onClick={() => setOpen(true)}
      >
        {VERSION.shown(version)}
      </button>
      {open && (
        <Suspense fallback={null}>
          <VersionDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
