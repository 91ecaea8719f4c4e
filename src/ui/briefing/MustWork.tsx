import { useId } from 'react';
import { Inline } from '../kit/Inline.tsx';
import { Sign } from '../kit/Sign.tsx';
import { useView } from '../store/bench.tsx';
import { WORDS } from '../words.ts';

/** What must work whatever else is done: a quiet row while it does, and what is in the way when it does not. */
export function MustWork() {
  const mustWork = useView((view) => view.mustWork);
  const heading = useId();
  if (mustWork.length === 0) return null;
  return (
    <section className="must-work" aria-labelledby={heading}>
      <h2 id={heading} className="eyebrow">
        {WORDS.mustWork}
      </h2>
      <ul aria-labelledby={heading}>
        {mustWork.map(({ id, title, works, detail }) => (
          <li key={id} className={works ? 'work' : 'work work-broken'} title={works ? detail : undefined}>
            <Sign kind={works ? 'met' : 'unmet'} word={`${works ? WORDS.works : WORDS.worksNot}: `} />
            <span>
              <span className="work-title">
                <Inline text={title} />
              </span>
              {!works && (
                <span className="task-detail">
                  <Inline text={detail} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
