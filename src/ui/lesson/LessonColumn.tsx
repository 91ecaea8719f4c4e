import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import type { LessonView, SessionLesson } from '#session/view/lesson.ts';
import { Inline } from '../kit/Inline.tsx';
import { useView } from '../store/bench.tsx';
import { LESSON } from '../words/lesson.ts';
import { Closing } from './Closing.tsx';
import { Prediction } from './Prediction.tsx';
import { headingOf, isSame, type Place, placeAfter, placeIn } from './place.ts';
import { Step } from './Step.tsx';
import './Lesson.css';

/** A lesson in the place of the briefing: its opening, the steps one at a time, three predictions, what to take along. */
export function LessonColumn({ lesson }: { readonly lesson: SessionLesson }) {
  const view = useSyncExternalStore(lesson.subscribe, lesson.view);
  const opening = useView(({ scenario }) => scenario.story);
  const tasks = useView((now) => now.tasks);
  const [place, setPlace] = useState(() => placeIn(view, tasks));
  const column = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Who comes back to a lesson goes on where it lies open, also where that is far down.
    column.current?.querySelector('.lesson-open, .lesson-closing')?.scrollIntoView({ block: 'nearest' });
  }, []);
  const goTo = useGoing(setPlace);
  const id = useId();
  const next = (from: Place): void => goTo(placeAfter(view, from));
  return (
    <div className="briefing lesson" ref={column}>
      <section className="briefing-story" aria-labelledby={id}>
        <h2 id={id} className="eyebrow">
          {LESSON.place(view.order, view.of)}
        </h2>
        {opening.map((paragraph) => (
          <p key={paragraph}>
            <Inline text={paragraph} />
          </p>
        ))}
      </section>
      <ol className="lesson-steps" aria-label={LESSON.steps}>
        {view.steps.map((step, index) => {
          const task = tasks.find((one) => one.id === step.id);
          if (task === undefined) return null;
          const own: Place = { kind: 'step', id: step.id };
          const behind = view.steps[index + 1];
          const nextTitle = tasks.find((one) => one.id === behind?.id)?.title ?? null;
          return (
            <Step
              key={step.id}
              step={step}
              task={task}
              open={isSame(place, own)}
              nextWords={nextTitle === null ? LESSON.toPredictions : LESSON.next(nextTitle)}
              onOpen={() => goTo(own)}
              onNext={() => next(own)}
            />
          );
        })}
      </ol>
      <Predictions view={view} lesson={lesson} place={place} goTo={goTo} onNext={next} />
      {view.closing.length > 0 && (
        <Closing
          view={view}
          onAgain={() => {
            lesson.again();
            const [first] = view.predictions;
            if (first !== undefined) goTo({ kind: 'prediction', id: first.id });
          }}
        />
      )}
    </div>
  );
}

interface PredictionsProps {
  readonly view: LessonView;
  readonly lesson: SessionLesson;
  readonly place: Place;
  goTo(place: Place): void;
  onNext(from: Place): void;
}

function Predictions({ view, lesson, place, goTo, onNext }: PredictionsProps) {
  const id = useId();
  return (
    <section className="lesson-predictions" aria-labelledby={id}>
      <h2 id={id} className="eyebrow">
        {LESSON.predictions}
      </h2>
      <p className="lesson-lead">{view.predictionsOpen ? LESSON.predictionsLead : LESSON.predictionsAhead}</p>
      {view.predictionsOpen && (
        <ol className="lesson-steps" aria-labelledby={id}>
          {view.predictions.map((prediction, index) => {
            const own: Place = { kind: 'prediction', id: prediction.id };
            return (
              <Prediction
                key={prediction.id}
                number={index + 1}
                last={index === view.predictions.length - 1}
                prediction={prediction}
                open={isSame(place, own)}
                onOpen={() => goTo(own)}
                onNext={() => onNext(own)}
                onPredict={(guess, confidence) => lesson.predict(prediction.id, guess, confidence)}
              />
            );
          })}
        </ol>
      )}
    </section>
  );
}

/** Opens a place and leads the focus to its heading, which is in view then. */
function useGoing(setPlace: (place: Place) => void): (place: Place) => void {
  const [wanted, setWanted] = useState<{ readonly heading: string } | null>(null);
  const done = useRef(wanted);
  useEffect(() => {
    if (wanted === null || done.current === wanted) return;
    done.current = wanted;
    const heading = document.getElementById(wanted.heading);
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start' });
  }, [wanted]);
  return (place) => {
    setPlace(place);
    setWanted({ heading: headingOf(place) });
  };
}
