import { Fragment } from 'react';
import type { ComparisonView, PartingSide } from '#session/view/compare.ts';
import { useView } from '../store/bench.tsx';
import { PICTURE } from '../words/picture.ts';
import { WORDS } from '../words.ts';
import { Cause } from './Causes.tsx';

/** Where two journeys part, in words, with what decided for the one and for the other. */
export function Comparison({ comparison }: { readonly comparison: ComparisonView }) {
  const { sentence, sides, differing, parting } = comparison;
  const gates = differing.map((name) => WORDS.stageLabels[STAGE_ORDER.indexOf(name)] ?? name).join(PICTURE.and);
  return (
    <section className="comparison" aria-label={PICTURE.comparison}>
      <p className="comparison-sentence">{sentence}</p>
      {sides.map((side) => (
        <Side key={side.number} side={side} />
      ))}
      {differing.length > 0 && (
        <p className="comparison-aside">{parting === null ? PICTURE.differ(gates) : PICTURE.differBefore(gates)}</p>
      )}
    </section>
  );
}

const STAGE_ORDER: readonly string[] = ['connect', 'tls', 'route', 'authenticate', 'authorize', 'handle'];

function Side({ side }: { readonly side: PartingSide }) {
  const outcome = useView((view) => {
    const request = view.requests.find((one) => one.number === side.number);
    return request !== undefined && 'outcome' in request ? request : null;
  });
  return (
    <p>
      <span className="lane-number">
        {PICTURE.request(side.number)}
        {outcome !== null && <span className={`outcome-${outcome.outcome}`}> {outcome.headline}</span>}
      </span>{' '}
      {side.words}
      {side.causes.length === 0 ? (
        <>: {side.sentence}</>
      ) : (
        <>
          {' '}
          {PICTURE.because}{' '}
          {side.causes.map((cause, index) => (
            <Fragment key={cause.label}>
              {index > 0 && PICTURE.and}
              <Cause cause={cause} />
            </Fragment>
          ))}
        </>
      )}
    </p>
  );
}
