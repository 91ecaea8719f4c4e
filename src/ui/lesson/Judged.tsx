import { useEffect, useRef } from 'react';
import type { PredictionView } from '#session/view/lesson.ts';
import type { RequestView } from '#session/view.ts';
import { Inline } from '../kit/Inline.tsx';
import { Sign } from '../kit/Sign.tsx';
import { Answer } from '../kubelet/Answer.tsx';
import { Canal } from '../kubelet/Canal.tsx';
import { frame, journeyLength } from '../kubelet/canal.ts';
import { FirstHop, SecondHopWords } from '../kubelet/Hops.tsx';
import { onJourneyKey } from '../kubelet/journeyKeys.ts';
import { TransportRow } from '../kubelet/TransportRow.tsx';
import { useJourney } from '../kubelet/useJourney.ts';
import { useDesk } from '../store/bench.tsx';
import { LESSON } from '../words/lesson.ts';

interface Props {
  readonly judged: NonNullable<PredictionView['judged']>;
  readonly nextWords: string;
  onNext(): void;
}

/** Whether the kubelet agrees, the request's way through it, and why. */
export function Judged({ judged, nextWords, onNext }: Props) {
  const { guess, confidence, right, journey, because } = judged;
  const say = useDesk((desk) => desk.say);
  const result = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The button that asked is gone; whoever pressed it goes on here.
    if (document.activeElement === document.body) result.current?.focus({ preventScroll: true });
    say(LESSON.said(right, journey.headline, journey.sentence));
  }, [say, right, journey]);
  return (
    <section className="lesson-judged">
      <p ref={result} tabIndex={-1} className={right ? 'lesson-verdict lesson-right' : 'lesson-verdict lesson-wrong'}>
        <Sign kind={right ? 'passed' : 'refused'} /> <strong>{right ? LESSON.right : LESSON.wrong}.</strong>{' '}
        {LESSON.verdict(guess, confidence, journey.headline)}
      </p>
      <h4 className="eyebrow">{LESSON.because}</h4>
      <p>
        <Inline text={because} />
      </p>
      <p className="lesson-actions">
        <button type="button" className="button button-owed" onClick={onNext}>
          {nextWords}
        </button>
      </p>
      <h4 className="eyebrow">{LESSON.way}</h4>
      <JourneyOfCopy journey={journey} />
    </section>
  );
}

/** A request's way through the kubelet of a copy: the picture without what belongs to the learner's own requests. */
function JourneyOfCopy({ journey: request }: { readonly journey: RequestView }) {
  const hop = request.through;
  const first = hop === null ? 0 : journeyLength(hop.stages);
  const end = first + journeyLength(request.stages);
  const journey = useJourney(`${request.line} ${request.headline}`, end);
  const still = !journey.playing;
  const lane = { request, frame: frame(request.stages, journey.clock - first) };
  return (
    <>
      <section className="pipeline" aria-label={LESSON.pipeline} onKeyDown={(event) => onJourneyKey(event, journey)}>
        {hop !== null && (
          <FirstHop request={request} hop={hop} clock={journey.clock} still={still} onGate={journey.jump} />
        )}
        <div className="lane">
          {hop !== null && (
            <p className="pipeline-line">
              <SecondHopWords request={request} hop={hop} />
            </p>
          )}
          <Canal
            label={LESSON.gates}
            frame={lane.frame}
            parting={null}
            unlabelled={false}
            still={still}
            onGate={(gate) => journey.jump(first + gate)}
          />
        </div>
        <div className="picture-controls">
          <TransportRow journey={journey} />
        </div>
      </section>
      <Answer request={request} lanes={[lane]} over={journey.clock >= end} still={still} label={LESSON.answer} />
    </>
  );
}
