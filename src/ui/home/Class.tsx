import { hashOf } from '../app/route.ts';
import { HOME } from '../words/home.ts';

const DOORS = [
  { kind: 'lab-new', ...HOME.labNew },
  { kind: 'board', ...HOME.board },
] as const;

/** For instructors: make a lab, read what a class hands in. */
export function Class() {
  return (
    <section className="home-part" aria-labelledby="class">
      <h2 id="class">{HOME.class}</h2>
      <p className="home-lead">{HOME.classLead}</p>
      <ul className="home-rows" aria-labelledby="class">
        {DOORS.map(({ kind, title, says }) => (
          <li key={kind} className="home-row">
            <h3>
              <a href={hashOf({ kind })}>{title}</a>
            </h3>
            <p className="row-text">{says}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
