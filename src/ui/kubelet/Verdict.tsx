import type { CSSProperties } from 'react';
import type { RequestView, StageView } from '#session/view.ts';
import { WORDS } from '../words.ts';
import { Causes } from './Causes.tsx';
import { reasons } from './canal.ts';
import './Verdict.css';

/** The answer under the canal, and why: the gates that made it, with what they leaned on. */
export function Verdict({ request }: { readonly request: RequestView }) {
  const reached = request.stages.filter((stage) => stage.state !== 'not-reached').length;
  return (
    <section
      key={request.number}
      className={`verdict verdict-${request.outcome}`}
      aria-label={WORDS.answer}
      style={{ '--order': reached } as CSSProperties}
    >
      <p className="verdict-headline">{request.headline}</p>
      <div className="verdict-words">
        <p>
          <span className="sr-only">{WORDS.outcomes[request.outcome]}: </span>
          {request.sentence}
        </p>
        {reasons(request.stages).map((stage, index) => (
          <div key={stage.name} className="verdict-why">
            <p>
              {index === 0 && <strong>{WORDS.why}: </strong>}
              {why(stage)}
            </p>
            {/* What a value beat stands at its gate; here what decided is enough. */}
            <Causes causes={stage.causes.slice(0, 1)} />
          </div>
        ))}
      </div>
    </section>
  );
}

function why(stage: StageView): string {
  if (stage.state === 'refused') return WORDS.whyRefused(stage.label);
  return stage.state === 'answered' ? WORDS.whyAnswered(stage.label) : WORDS.whyPassed(stage.label);
}
