import { useEffect, useId, useState } from 'react';
import type { DiagnosisView } from '#session/view/diagnosis.ts';
import { Inline } from '../kit/Inline.tsx';
import { Causes } from '../kubelet/Causes.tsx';
import { useSession, useView } from '../store/bench.tsx';
import { DIAGNOSIS } from '../words/diagnosis.ts';
import './Diagnosis.css';

/** How many are shown at once; the rest waits until these are mended. */
const SHOWN = 2;

/** Mistakes that were recognised: first a question to ask oneself, then why, then the answer. Nothing once all is solved. */
export function Diagnosis() {
  const solved = useView((view) => view.solved);
  const found = useDiagnosis();
  const id = useId();
  if (solved || found.length === 0) return null;
  const rest = found.length - SHOWN;
  return (
    <section className="diagnosis" aria-labelledby={id}>
      <h2 id={id} className="eyebrow">
        {DIAGNOSIS.title}
      </h2>
      <ul aria-labelledby={id}>
        {found.slice(0, SHOWN).map((one) => (
          <Recognised key={one.id} diagnosis={one} />
        ))}
      </ul>
      {rest > 0 && <p className="eyebrow-aside">{DIAGNOSIS.more(rest)}</p>}
    </section>
  );
}

function Recognised({ diagnosis }: { readonly diagnosis: DiagnosisView }) {
  const [level, setLevel] = useState(0);
  const [nudge = '', explanation = '', answer = ''] = diagnosis.levels;
  return (
    <li className="recognised">
      <p className="recognised-nudge">
        <Inline text={nudge} />
      </p>
      {/* What is asked for is told where the focus is. */}
      <div aria-live="polite">
        {level > 0 && (
          <>
            <h3 className="recognised-name">{diagnosis.name}</h3>
            <p>
              <Inline text={`${diagnosis.done} ${diagnosis.happens}`} />
            </p>
            <Causes causes={diagnosis.causes} />
            <p>
              <Inline text={explanation} />
            </p>
          </>
        )}
        {level > 1 && (
          <p className="recognised-answer">
            <Inline text={answer} />
          </p>
        )}
      </div>
      {level < 2 && (
        <button type="button" className="link" onClick={() => setLevel(level + 1)}>
          {level === 0 ? DIAGNOSIS.explain : DIAGNOSIS.answer}
        </button>
      )}
    </li>
  );
}

/** What is recognised in the run as it is; looked for in an idle moment after each change. */
function useDiagnosis(): readonly DiagnosisView[] {
  const session = useSession();
  const view = useView((now) => now);
  const [found, setFound] = useState<readonly DiagnosisView[]>([]);
  useEffect(() => {
    void view;
    const idle = requestIdleCallback(() => setFound(session.diagnosis()), { timeout: 800 });
    return () => cancelIdleCallback(idle);
  }, [session, view]);
  return found;
}
