import type { CSSProperties } from 'react';
import type { RequestView } from '#session/view.ts';
import { WORDS } from '../words.ts';
import { Causes } from './Causes.tsx';
import { decidingStage } from './canal.ts';
import './Verdict.css';

/** The answer under the canal, and which gate made it, with what it leaned on. */
export function Verdict({ request }: { readonly request: RequestView }) {
  const decided = decidingStage(request.stages);
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
        {decided !== undefined && (
          <p className="verdict-why">
            <strong>{WORDS.why}</strong> {WORDS.whyStage(decided.label, WORDS.stageStates[decided.state])}
            {decided.causes.length > 0 && ', '}
            <Causes causes={decided.causes} />
          </p>
        )}
      </div>
    </section>
  );
}
