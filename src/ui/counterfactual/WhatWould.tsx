import { lazy, Suspense, useId, useState } from 'react';
import type { WantedAnswer } from '#session/view/counterfactual.ts';
import type { RequestView } from '#session/view.ts';
import { COUNTERFACTUAL } from '../words/counterfactual.ts';
import { presentAnswer, WANTED } from './present.ts';
import './WhatWould.css';

const Results = lazy(() => import('./Results.tsx').then((module) => ({ default: module.Results })));

/** A choice of answers that the request did not get; the one chosen is searched for, on copies of the world. */
export function WhatWould({ request }: { readonly request: RequestView }) {
  const [wanted, setWanted] = useState<WantedAnswer | null>(null);
  const id = useId();
  const present = presentAnswer(request.headline);
  return (
    <section className="what-would" aria-labelledby={id}>
      <div className="what-would-choice">
        <h4 id={id} className="what-would-title">
          {COUNTERFACTUAL.title}
        </h4>
        {WANTED.map((answer) => (
          <button
            key={answer}
            type="button"
            className="what-would-answer"
            aria-pressed={wanted === answer}
            disabled={answer === present}
            title={answer === present ? COUNTERFACTUAL.isNow : undefined}
            onClick={() => setWanted(wanted === answer ? null : answer)}
          >
            {COUNTERFACTUAL.answers[answer]}
          </button>
        ))}
      </div>
      {wanted !== null && (
        <Suspense fallback={null}>
          <Results key={wanted} number={request.number} wanted={wanted} />
        </Suspense>
      )}
    </section>
  );
}
