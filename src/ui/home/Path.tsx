import type { ProgressNote } from '#session/view/catalogue.ts';
import type { LessonSummary } from '#session/view/lesson.ts';
import { hashOf } from '../app/route.ts';
import { HOME } from '../words/home.ts';
import './Path.css';

interface Props {
  readonly lessons: readonly LessonSummary[];
  progressOf(id: string): ProgressNote | null;
}

/** The guided path as a course with a waypoint a lesson. */
export function Path({ lessons, progressOf }: Props) {
  const begun = lessons.some(({ id }) => progressOf(id) !== null);
  const passed = lessons.filter(({ id }) => progressOf(id)?.solved === true).length;
  return (
    <section className="home-part" aria-labelledby="path">
      <h2 id="path">{HOME.path}</h2>
      <p className="home-lead">
        {!begun && `${HOME.pathStart} `}
        {HOME.pathLead}{' '}
        {passed > 0 && (
          <a className="link" href={hashOf({ kind: 'predictions' })}>
            {HOME.predictions}
          </a>
        )}
      </p>
      <ol className="course" aria-labelledby="path">
        {lessons.map(({ id, order, title, minutes }) => {
          const note = progressOf(id);
          const standing = note === null ? 'ahead' : note.solved ? 'passed' : 'underway';
          return (
            <li key={id} className={`waypoint waypoint-${standing}`}>
              <a href={hashOf({ kind: 'lesson', id })}>
                <span className="waypoint-mark" aria-hidden="true">
                  {order}
                </span>
                <span className="waypoint-title">{title}</span>
              </a>
              <span className="waypoint-note">
                {note === null
                  ? HOME.minutes(minutes)
                  : note.solved
                    ? HOME.lessonPassed
                    : HOME.lessonUnderway(note.met, note.tasks)}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
