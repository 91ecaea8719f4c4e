import { useCallback, useEffect, useState } from 'react';
import type { KeptView } from '#session/view/timeline.ts';
import { useSession } from '../store/bench.tsx';
import { TIMELINE } from '../words/timeline.ts';
import { download } from './download.ts';

/** Copies that other tabs made, and what could not be read. Nothing when there is neither. */
export function Kept() {
  const { archive } = useSession();
  const [kept, setKept] = useState<readonly KeptView[]>([]);
  const look = useCallback(() => void archive.kept().then(setKept), [archive]);
  useEffect(look, [look]);
  if (kept.length === 0) return null;
  return (
    <section className="kept" aria-label={TIMELINE.kept}>
      <h3 className="eyebrow">{TIMELINE.kept}</h3>
      <ul>
        {kept.map(({ id, kind, changed }) => (
          <li key={id}>
            <span>{TIMELINE.keptKinds[kind]}</span>
            {changed > 0 && <time>{new Date(changed).toLocaleString()}</time>}
            {kind !== 'aside' && (
              <button type="button" className="link" onClick={() => archive.openKept(id)}>
                {TIMELINE.openKept}
              </button>
            )}
            <button
              type="button"
              className="link"
              onClick={() => void archive.keptFile(id).then((file) => file !== null && download(file))}
            >
              {TIMELINE.exportRun}
            </button>
            {kind !== 'run' && (
              <button type="button" className="link" onClick={() => void archive.removeKept(id).then(look)}>
                {TIMELINE.removeKept}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
