import type { Confidence, PredictionView } from '#session/view/lesson.ts';
import { CommandLine } from '../kit/CommandLine.tsx';
import { Inline } from '../kit/Inline.tsx';
import { Sign } from '../kit/Sign.tsx';
import { LESSON } from '../words/lesson.ts';
import { Folded } from './Folded.tsx';
import { Judged } from './Judged.tsx';
import { PredictionForm } from './PredictionForm.tsx';
import { headingOf } from './place.ts';

interface Props {
  readonly number: number;
  readonly last: boolean;
  readonly prediction: PredictionView;
  readonly open: boolean;
  onOpen(): void;
  onNext(): void;
  onPredict(guess: string, confidence: Confidence): Promise<void>;
}

/** A request to a node whose state is told: first the learner says how it ends, then the kubelet does. */
export function Prediction({ number, last, prediction, open, onOpen, onNext, onPredict }: Props) {
  const { id, given, lines, request, judged } = prediction;
  const heading = headingOf({ kind: 'prediction', id });
  const title = LESSON.prediction(number);
  const verdict = judged === null ? null : judged.right ? LESSON.right : LESSON.wrong;
  const sign = judged === null ? 'waiting' : judged.right ? 'met' : 'unmet';
  if (!open) {
    const aside =
      judged === null ? null : (
        <span className="lesson-aside">{LESSON.outcome(judged.right, judged.journey.headline)}</span>
      );
    return (
      <Folded id={heading} sign={sign} word={verdict ?? LESSON.ahead} title={title} aside={aside} onOpen={onOpen} />
    );
  }
  return (
    <li className="lesson-part lesson-open" aria-current="step">
      <Sign kind={sign} word={`${verdict ?? LESSON.now}: `} />
      <div className="lesson-body">
        <h3 id={heading} tabIndex={-1} className="lesson-title">
          {title}
        </h3>
        <p>
          <Inline text={given} />
        </p>
        {lines.length > 0 && (
          <>
            <h4 className="eyebrow">{LESSON.made}</h4>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a stretch that scrolls must be reachable by keyboard. */}
            <pre className="lesson-typed" tabIndex={0}>
              {lines.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a line may be typed twice, and none moves.
                <code key={index}>
                  <CommandLine line={line} />
                </code>
              ))}
            </pre>
          </>
        )}
        <h4 className="eyebrow">{LESSON.request}</h4>
        <p className="lesson-line">
          <CommandLine line={request} />
        </p>
        {judged === null ? (
          <PredictionForm prediction={prediction} onPredict={onPredict} />
        ) : (
          <Judged judged={judged} nextWords={last ? LESSON.toClosing : LESSON.nextPrediction} onNext={onNext} />
        )}
      </div>
    </li>
  );
}
