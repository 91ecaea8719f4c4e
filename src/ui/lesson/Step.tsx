import { useEffect, useRef, useState } from 'react';
import type { LessonStepView } from '#session/view/lesson.ts';
import type { TaskView } from '#session/view.ts';
import { Question } from '../briefing/Question.tsx';
import { Inline } from '../kit/Inline.tsx';
import { Sign } from '../kit/Sign.tsx';
import { useDesk, useView } from '../store/bench.tsx';
import { NARROW, useMedia } from '../store/media.ts';
import { LESSON } from '../words/lesson.ts';
import { Folded } from './Folded.tsx';
import { Offer } from './Offer.tsx';
import { headingOf } from './place.ts';

interface Props {
  readonly step: LessonStepView;
  readonly task: TaskView;
  readonly open: boolean;
  readonly nextWords: string;
  onOpen(): void;
  onNext(): void;
}

/** A claim of the lecture: what it says, what to try, and once it was tried what the kubelet shows. */
export function Step({ step, task, open, nextWords, onOpen, onNext }: Props) {
  const tried = task.state === 'met';
  const id = headingOf({ kind: 'step', id: step.id });
  if (!open) {
    const word = tried ? LESSON.tried : LESSON.ahead;
    const aside = step.corrected ? <span className="lesson-corrected">{LESSON.corrected}</span> : null;
    return (
      <Folded
        id={id}
        sign={tried ? 'met' : 'waiting'}
        word={word}
        title={task.title}
        aside={aside}
        onOpen={tried ? onOpen : null}
      />
    );
  }
  return (
    <li className="lesson-part lesson-open" aria-current="step">
      <Sign kind={tried ? 'met' : 'waiting'} word={`${tried ? LESSON.tried : LESSON.now}: `} />
      <div className="lesson-body">
        <h3 id={id} tabIndex={-1} className="lesson-title">
          {task.title}
        </h3>
        <h4 className="eyebrow">{LESSON.says}</h4>
        <blockquote className="lesson-claim">
          <Inline text={step.claim} />
        </blockquote>
        <h4 className="eyebrow">{LESSON.tries}</h4>
        <p>
          <Inline text={step.try} />
        </p>
        {step.line !== null && <Offer line={step.line} request={step.request} tried={tried} />}
        {task.question !== null && <Question task={task} question={task.question} />}
        {/* What was asked for is told where the learner is. */}
        {tried ? <Shown step={step} nextWords={nextWords} onNext={onNext} /> : <NotYet task={task} />}
      </div>
    </li>
  );
}

/** What is still missing, once something was done since the step lies open. */
function NotYet({ task }: { readonly task: TaskView }) {
  const undo = useView((view) => view.undo);
  const [before] = useState(undo);
  const silent = task.question === null ? undo === before : task.question.reply === null;
  if (silent || task.detail === '') return null;
  const reply = task.question?.reply ?? null;
  return (
    <p className="lesson-missing" role="status">
      {task.detail}
      {reply !== null && task.detail.includes(`“${reply}”`) && ` ${LESSON.asBefore}`}
    </p>
  );
}

function Shown({ step, nextWords, onNext }: Pick<Props, 'step' | 'nextWords' | 'onNext'>) {
  const narrow = useMedia(NARROW);
  const showSide = useDesk((desk) => desk.showSide);
  const shown = useRef<HTMLElement>(null);
  // What was just tried is answered below it, and the way on below that.
  useEffect(() => {
    shown.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section ref={shown} className="lesson-shown">
      <h4 className="eyebrow">{LESSON.shows}</h4>
      {step.corrected && (
        <p className="lesson-correction">
          <strong className="lesson-corrected">{LESSON.corrected}.</strong> {LESSON.correctedNote}
        </p>
      )}
      {step.holds.map((paragraph) => (
        <p key={paragraph}>
          <Inline text={paragraph} />
        </p>
      ))}
      <p className="lesson-actions">
        <button type="button" className="button button-owed" onClick={onNext}>
          {nextWords}
        </button>
        {narrow && step.request && (
          <button type="button" className="link" onClick={() => showSide('kubelet')}>
            {LESSON.journey}
          </button>
        )}
      </p>
    </section>
  );
}
