import type { RequestView } from '#session/view.ts';
import { Inline } from '../kit/Inline.tsx';
import { PICTURE } from '../words/picture.ts';
import { WORDS } from '../words.ts';
import type { Frame } from './canal.ts';
import { Questions } from './Questions.tsx';
import './Answer.css';

interface Lane {
  readonly request: RequestView;
  readonly frame: Frame;
}

interface Props {
  readonly request: RequestView;
  readonly lanes: readonly Lane[];
  /** The journey is over. */
  readonly over: boolean;
  /** Nothing moves, so that what changes was asked for and is worth saying. */
  readonly still: boolean;
  /** Its name for assistive technology, where it is not the only one. */
  readonly label?: string;
}

/** What the gate says at which the request stands; in the same place, once it is over, the answer. Then the three questions. */
export function Answer({ request, lanes, over, still, label = WORDS.answer }: Props) {
  return (
    <section className="answer" aria-label={label}>
      {over ? (
        <div className={`verdict verdict-${request.outcome}`}>
          <p className="verdict-headline">{request.headline}</p>
          <p className="verdict-words">
            <span className="sr-only">{WORDS.outcomes[request.outcome]}: </span>
            <Inline text={request.sentence} />
          </p>
        </div>
      ) : (
        <div className="verdict verdict-coming" aria-live={still ? 'polite' : 'off'}>
          {lanes.map((lane) => (
            <p key={lane.request.number}>
              {lanes.length > 1 && <span className="lane-number">{PICTURE.request(lane.request.number)} </span>}
              <Said lane={lane} />
            </p>
          ))}
        </div>
      )}
      <Questions request={request} />
    </section>
  );
}

/** What a journey has come to by now. */
function Said({ lane: { request, frame } }: { readonly lane: Lane }) {
  if (frame.at === null) return PICTURE.knocks(request.port);
  return (
    <>
      <strong>{PICTURE.at(frame.at.label)}</strong>
      <Inline text={frame.at.sentence} />
    </>
  );
}
