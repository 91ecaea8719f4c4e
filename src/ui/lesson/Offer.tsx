import { useState } from 'react';
import { shownKeys } from '../keys/chord.ts';
import { CommandLine } from '../kit/CommandLine.tsx';
import { useCommands, useDesk } from '../store/bench.tsx';
import { LESSON } from '../words/lesson.ts';

interface Props {
  readonly line: string;
  /** It is a curl line, which the request line sends; else it is typed in the terminal. */
  readonly request: boolean;
  /** The step was tried already. */
  readonly tried: boolean;
}

/** The line that a step offers: a request is sent at once, anything else stands in the terminal, and Enter is the learner's. */
export function Offer({ line, request, tried }: Props) {
  const commands = useCommands();
  const showLower = useDesk((desk) => desk.showLower);
  const typeLine = useDesk((desk) => desk.typeLine);
  const say = useDesk((desk) => desk.say);
  // What was offered and taken is no longer what is owed.
  const [taken, setTaken] = useState(tried);
  const onClick = (): void => {
    setTaken(true);
    if (request) {
      showLower('requests');
      commands.ask(line, null);
    } else {
      typeLine(line);
      say(LESSON.typed(line, shownKeys('side')));
    }
  };
  return (
    <div className="lesson-offer">
      <p className="lesson-line">
        <span className="prompt" aria-hidden="true">
          ${' '}
        </span>
        <CommandLine line={line} />
      </p>
      <p className="lesson-actions">
        <button type="button" className={taken || tried ? 'button' : 'button button-owed'} onClick={onClick}>
          {request ? LESSON.send : LESSON.type}
        </button>
        {!request && <span className="lesson-aside">{LESSON.typeHint(shownKeys('side'))}</span>}
      </p>
    </div>
  );
}
