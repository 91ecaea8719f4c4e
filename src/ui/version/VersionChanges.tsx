import { useId } from 'react';
import { Inline } from '../kit/Inline.tsx';
import { useSession } from '../store/bench.tsx';
import { VERSION } from '../words/version.ts';

/** What is different with a version, each thing with how that is known. */
export function VersionChanges({ from, to }: { readonly from: string; readonly to: string }) {
  const { versions } = useSession();
  const id = useId();
  const changes = versions.changes(from, to);
  if (changes.length === 0) return <p className="version-same">{VERSION.same}</p>;
  return (
    <>
      <h3 id={id} className="version-heading">
        {VERSION.changes(from, to)}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must get there */}
      <section key={to} className="version-changes" tabIndex={0} aria-labelledby={id}>
        <ul>
          {changes.map(({ what, source }) => (
            <li key={what}>
              <Inline text={what} />
              <span className="version-source">
                <Inline text={source} />
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
