import type { LabItemView, LabView } from '#session/view/lab.ts';
import { LAB } from '../words/lab.ts';
import { hashOfLab } from './place.ts';

/** The id of their heading. */
export const LAB_ITEMS = 'lab-items';

/** The items of a lab in their order; they are links while it runs. */
export function LabItems({ view }: { readonly view: LabView }) {
  const { items, phase, digest } = view;
  return (
    <section aria-labelledby={LAB_ITEMS}>
      <h2 id={LAB_ITEMS} tabIndex={-1}>
        {LAB.items}
      </h2>
      <ol className="lab-rows" aria-labelledby={LAB_ITEMS}>
        {items.map((item) => (
          <li key={item.number} className="lab-row">
            <span className="lab-number" aria-hidden="true">
              {item.number}
            </span>
            {phase === 'running' ? (
              <a className="link" href={hashOfLab(digest, item.number)}>
                {item.title}
              </a>
            ) : (
              <span>{item.title}</span>
            )}
            <span className="lab-dim">{standing(item)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function standing({ state, met, tasks }: LabItemView): string {
  if (state === 'untouched') return `${LAB.states.untouched} · ${LAB.tasks(tasks)}`;
  return met === null ? LAB.states[state] : `${LAB.states[state]} · ${LAB.progress(met, tasks)}`;
}
