import { useContext } from 'react';
import type { LessonView } from '#session/view/lesson.ts';
import { hashOf } from '../app/route.ts';
import { Inline } from '../kit/Inline.tsx';
import { LESSON } from '../words/lesson.ts';
import { NextLesson } from './nextLesson.ts';
import { headingOf } from './place.ts';

interface Props {
  readonly view: LessonView;
  onAgain(): void;
}

/** The end of a lesson: what to take along, how the predictions went, and where to go on. */
export function Closing({ view, onAgain }: Props) {
  const next = useContext(NextLesson);
  const id = headingOf({ kind: 'end' });
  const judged = view.predictions.flatMap((prediction) => prediction.judged ?? []);
  const right = judged.filter((one) => one.right).length;
  const stated = judged.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, judged.length);
  return (
    <section className="lesson-closing" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {LESSON.closing}
      </h2>
      {view.closing.map((paragraph) => (
        <p key={paragraph}>
          <Inline text={paragraph} />
        </p>
      ))}
      <p className="lesson-result">{LESSON.result(right, judged.length, Math.round(stated))}</p>
      {next === null && <p>{LESSON.lastLesson}</p>}
      <p className="lesson-actions">
        {next === null ? (
          <a className="button button-owed" href={hashOf({ kind: 'home' })}>
            {LESSON.home}
          </a>
        ) : (
          <a className="button button-owed" href={hashOf({ kind: 'lesson', id: next.id })}>
            {LESSON.nextLesson(next.title)}
          </a>
        )}
        <button type="button" className="button" onClick={onAgain}>
          {LESSON.again}
        </button>
        <a className="link" href={hashOf({ kind: 'predictions' })}>
          {LESSON.byTopic}
        </a>
        {next !== null && (
          <a className="link" href={hashOf({ kind: 'home' })}>
            {LESSON.home}
          </a>
        )}
      </p>
    </section>
  );
}
