import { hashOf } from '../app/route.ts';
import { HOME } from '../words/home.ts';
import type { Voyage } from './next.ts';

/** A scenario as a line of the log: what it teaches, how long it takes, how far one came. */
export function ScenarioRow({ voyage: { scenario, note } }: { readonly voyage: Voyage }) {
  const { id, title, teaches, minutes, difficulty, tags } = scenario;
  return (
    <li className="home-row">
      <h3>
        <a href={hashOf({ kind: 'scenario', id })}>{title}</a>
      </h3>
      <ul className="row-text row-teaches" aria-label={HOME.teaches}>
        {teaches.map((lesson) => (
          <li key={lesson}>{lesson}</li>
        ))}
      </ul>
      <div className="row-facts">
        <p className="row-measure">
          {HOME.minutes(minutes)} · {HOME.difficulties[difficulty]}
        </p>
        <p>
          <Portholes met={note?.met ?? 0} of={scenario.tasks} />
          {note === null ? HOME.untouched : note.solved ? HOME.solved : HOME.progress(note.met, note.tasks)}
        </p>
        <p className="row-tags">{HOME.tags(tags.cis.ids, tags.cks)}</p>
      </div>
    </li>
  );
}

/** A porthole a task, lit when it is met; the words beside it say the same. */
function Portholes({ met, of }: { readonly met: number; readonly of: number }) {
  return (
    <svg className="portholes" width={of * 14} height="12" aria-hidden="true" focusable="false">
      {Array.from({ length: of }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the portholes are alike and stay in their places
        <circle key={index} className={index < met ? 'lit' : undefined} cx={index * 14 + 6} cy="6" r="4.5" />
      ))}
    </svg>
  );
}
