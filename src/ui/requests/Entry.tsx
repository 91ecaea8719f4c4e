import { useState } from 'react';
import type { RefusedLineView, RequestView } from '#session/view.ts';
import { CommandLine } from '../kit/CommandLine.tsx';
import { useCommands, useDesk, useView } from '../store/bench.tsx';
import { PICTURE } from '../words/picture.ts';
import { REQUESTS } from '../words/requests.ts';
import { WORDS } from '../words.ts';
import { ChangeOne } from './ChangeOne.tsx';
import { Like } from './Like.tsx';
import { Output } from './Output.tsx';

/** One line that was asked, with its answer as curl prints it. Choosing it shows its way through the gates. */
export function Entry({ request }: { readonly request: RequestView | RefusedLineView }) {
  const commands = useCommands();
  const showRequest = useDesk((desk) => desk.showRequest);
  const showSide = useDesk((desk) => desk.showSide);
  const showLower = useDesk((desk) => desk.showLower);
  const chosen = useDesk((desk) => desk.request);
  const latest = useView((view) => view.requests.at(-1)?.number);
  const [changing, setChanging] = useState(false);
  const sent = 'stages' in request;
  // The request line takes curl only; what was typed in the terminal is repeated there.
  const repeatable = !sent || !request.typed;
  const current = (chosen ?? latest) === request.number;
  return (
    <li className={current ? 'entry entry-current' : 'entry'}>
      <div className="entry-head">
        <span className="entry-number">{request.number}</span>
        {sent ? (
          <button
            type="button"
            className="entry-line"
            aria-pressed={current}
            title={WORDS.showPipeline(request.number)}
            onClick={() => {
              showRequest(request.number);
              showSide('kubelet');
            }}
          >
            <Prompt line={request.line} />
          </button>
        ) : (
          <span className="entry-line">
            <Prompt line={request.line} />
          </span>
        )}
        <span className="entry-verdict">
          {sent ? (
            <span className={`outcome-${request.outcome}`} title={request.sentence}>
              {request.headline}
            </span>
          ) : (
            <span className="entry-unsent">{WORDS.notARequest}</span>
          )}
          {sent && request.guess !== null && <span>{WORDS.guessed(request.guess.guessed, request.guess.right)}</span>}
          {sent && repeatable && <Like number={request.number} line={request.line} />}
          {sent && !current && <CompareToggle number={request.number} />}
          {sent && repeatable && (
            <button
              type="button"
              className="link"
              aria-expanded={changing}
              aria-label={REQUESTS.changeOf(request.number)}
              onClick={() => setChanging(!changing)}
            >
              {REQUESTS.change}
            </button>
          )}
          {repeatable ? (
            <button
              type="button"
              className="link"
              aria-label={`${WORDS.askAgain}: ${request.line}`}
              onClick={() => commands.ask(request.line, null)}
            >
              {WORDS.askAgain}
            </button>
          ) : (
            <button type="button" className="link" onClick={() => showLower('terminal')}>
              {REQUESTS.inTerminal}
            </button>
          )}
        </span>
      </div>
      {changing && <ChangeOne number={request.number} line={request.line} />}
      {repeatable && <Output stdout={request.stdout} stderr={request.stderr} exitCode={request.exitCode} />}
    </li>
  );
}

/** Lays a request beside the one in the picture, or takes it away again. */
function CompareToggle({ number }: { readonly number: number }) {
  const compare = useDesk((desk) => desk.compare);
  const showSide = useDesk((desk) => desk.showSide);
  const beside = useDesk((desk) => desk.compared === number);
  return (
    <button
      type="button"
      className="link"
      aria-pressed={beside}
      aria-label={PICTURE.compareRequest(number)}
      onClick={() => {
        compare(beside ? null : number);
        showSide('kubelet');
      }}
    >
      {beside ? PICTURE.comparing : PICTURE.compare}
    </button>
  );
}

function Prompt({ line }: { readonly line: string }) {
  return (
    <>
      <span className="prompt" aria-hidden="true">
        ${' '}
      </span>
      <CommandLine line={line} />
    </>
  );
}
