import { useState } from 'react';
import type { ScenarioSummary } from '#session/view/catalogue.ts';
import { useArrival } from '../app/arrival.ts';
import type { Host } from '../app/host.ts';
import { Masthead } from '../app/Masthead.tsx';
import { hashOf } from '../app/route.ts';
import { HOME, SANDBOXES } from '../words/home.ts';
import { Class } from './Class.tsx';
import { Exams } from './Exams.tsx';
import { Filters } from './Filters.tsx';
import { EVERYTHING, matching } from './matching.ts';
import { nextOf, type Stop, type Voyage } from './next.ts';
import { PartLinks } from './PartLinks.tsx';
import { Path } from './Path.tsx';
import { ScenarioRow } from './ScenarioRow.tsx';
import { Ship } from './Ship.tsx';
import './Home.css';

interface Props {
  readonly host: Host;
  /** What is to be said about the link that led here; null when it meant this page. */
  readonly notice: string | null;
}

/** Home: what this is, the scenarios with how far one came, the sandbox. */
export function Home({ host, notice }: Props) {
  const heading = useArrival(false);
  const [voyages] = useState(() => host.scenarios.map((scenario) => voyageOf(scenario, host)));
  const [filter, setFilter] = useState(EVERYTHING);
  const shown = matching(voyages, filter);
  return (
    <div className="home">
      <Masthead>
        <PartLinks />
      </Masthead>
      <main className="home-page">
        {notice !== null && (
          <p className="home-notice" role="alert">
            {notice}
          </p>
        )}
        <section className="home-intro">
          <div>
            <h1 ref={heading} tabIndex={-1}>
              {HOME.heading}
            </h1>
            {HOME.lead.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            <Next stops={stopsOf(host, voyages)} />
          </div>
          <Ship />
        </section>
        {host.lessons.length > 0 && (
          <Path lessons={host.lessons} progressOf={(id) => host.progressOf(`lesson-${id}`)} />
        )}
        <section className="home-part" aria-labelledby="scenarios">
          <h2 id="scenarios">{HOME.scenarios}</h2>
          <p className="home-lead">{HOME.scenariosLead}</p>
          <Filters voyages={voyages} filter={filter} shown={shown.length} onChange={setFilter} />
          <ol className="home-rows" aria-labelledby="scenarios">
            {shown.map((voyage) => (
              <ScenarioRow key={voyage.scenario.id} voyage={voyage} />
            ))}
          </ol>
        </section>
        {host.exams.length > 0 && <Exams exams={host.exams} />}
        <Class />
        <section className="home-part" aria-labelledby="sandbox">
          <h2 id="sandbox">{HOME.sandbox}</h2>
          <p className="home-lead">{HOME.sandboxLead}</p>
          <ul className="home-rows" aria-labelledby="sandbox">
            {SANDBOXES.map(({ base, title, says }) => (
              <li key={base} className="home-row">
                <h3>
                  <a href={hashOf({ kind: 'sandbox', base })}>{title}</a>
                </h3>
                <p className="row-text">{says}</p>
              </li>
            ))}
          </ul>
        </section>
        <section className="home-part home-about" aria-labelledby="about">
          <h2 id="about">{HOME.about}</h2>
          <div>
            {HOME.aboutWords.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            {host.fidelity !== null && (
              <p>{HOME.fidelity(host.fidelity.equal, host.fidelity.total, host.fidelity.version)}</p>
            )}
            <p>
              <a className="link" href={hashOf({ kind: 'about' })}>
                {HOME.aboutMore}
              </a>
            </p>
          </div>
        </section>
      </main>
    </div>
  );
}

function voyageOf(scenario: ScenarioSummary, host: Host): Voyage {
  const note = host.progressOf(scenario.id);
  // A scenario that has got other tasks since makes the note worthless.
  return { scenario, note: note?.tasks === scenario.tasks ? note : null };
}

/** The path first, then the scenarios. */
function stopsOf(host: Host, voyages: readonly Voyage[]): readonly Stop[] {
  return [
    ...host.lessons.map(
      ({ id, title, minutes }): Stop => ({
        kind: 'lesson',
        id,
        title,
        minutes,
        note: host.progressOf(`lesson-${id}`),
      }),
    ),
    ...voyages.map(
      ({ scenario: { id, title, minutes }, note }): Stop => ({ kind: 'scenario', id, title, minutes, note }),
    ),
  ];
}

/** The one thing to do next: go on where one was, or begin. */
function Next({ stops }: { readonly stops: readonly Stop[] }) {
  const next = nextOf(stops);
  if (next === null) {
    return (
      <p className="home-next">
        <a className="button button-owed" href="#exams">
          {HOME.toExams}
        </a>
        <span className="home-next-note">{HOME.allSolved}</span>
      </p>
    );
  }
  const { kind, id, title, minutes, note } = next;
  const words = kind === 'lesson' ? LESSON_WORDS : SCENARIO_WORDS;
  return (
    <p className="home-next">
      <a className="button button-owed" href={hashOf({ kind, id })}>
        {note === null ? words.begin(title) : words.goOn(title)}
      </a>
      <span className="home-next-note">
        {note === null ? HOME.minutes(minutes) : words.soFar(note.met, note.tasks)}
      </span>
    </p>
  );
}

const SCENARIO_WORDS = { begin: HOME.beginWith, goOn: HOME.continueWith, soFar: HOME.continueNote };
const LESSON_WORDS = { begin: HOME.beginLesson, goOn: HOME.continueLesson, soFar: HOME.lessonUnderway };
