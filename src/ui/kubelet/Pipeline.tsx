import type { CSSProperties } from 'react';
import type { RequestView } from '#session/view.ts';
import { CommandLine } from '../kit/CommandLine.tsx';
import { Sign } from '../kit/Sign.tsx';
import { useDesk, useView } from '../store/bench.tsx';
import { WORDS } from '../words.ts';
import { Causes } from './Causes.tsx';
import { canal, type Gate } from './canal.ts';
import './Pipeline.css';

/** The canal of locks. A new request starts a new drawing, so that it travels from the first gate. */
export function Pipeline({ request }: { readonly request: RequestView | null }) {
  const latest = useView((view) => view.requests.findLast((one) => 'stages' in one)?.number);
  const showRequest = useDesk((desk) => desk.showRequest);
  return (
    <section className="pipeline" aria-label={WORDS.pipeline}>
      <div className="pipeline-head">
        <h3 className="eyebrow">{WORDS.pipeline}</h3>
        {request !== null && (
          <span className="pipeline-which">
            {WORDS.pipelineOf(request.number)}{' '}
            {request.number !== latest && (
              <button type="button" className="link" onClick={() => showRequest(null)}>
                {WORDS.latest}
              </button>
            )}
          </span>
        )}
      </div>
      {request === null ? (
        <EmptyCanal />
      ) : (
        <>
          <p className="pipeline-line">
            <CommandLine line={request.line} />
          </p>
          <ol className="canal" key={request.number}>
            {canal(request.stages).map((gate) => (
              <Lock key={gate.stage.name} gate={gate} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Lock({ gate }: { readonly gate: Gate }) {
  const { stage } = gate;
  const water = `${gate.waterAbove ? ' water-above' : ''}${gate.waterBelow ? ' water-below' : ''}`;
  const style = { '--order': gate.order } as CSSProperties;
  return (
    <li className={`lock lock-${stage.state}${water}`} style={style} data-stage={stage.name}>
      <span className="lock-gate">
        <Sign kind={stage.state} />
      </span>
      <h4 className="lock-label">{stage.label}</h4>
      <div className="lock-words">
        <StateWord gate={gate} />
        {stage.state !== 'not-reached' && stage.sentence}
        <Causes causes={stage.causes} />
      </div>
    </li>
  );
}

/** The state in words; seen where it is news, heard everywhere. */
function StateWord({ gate }: { readonly gate: Gate }) {
  const { state } = gate.stage;
  const words = WORDS.stageStates[state];
  if (state === 'not-reached') return <>{words}</>;
  if (state === 'passed') return <span className="sr-only">{words}: </span>;
  return <span className="lock-state">{words}: </span>;
}

function EmptyCanal() {
  return (
    <>
      <ol className="canal" aria-hidden="true">
        {WORDS.stageLabels.map((label) => (
          <li key={label} className="lock lock-not-reached">
            <span className="lock-gate">
              <Sign kind="not-reached" />
            </span>
            <span className="lock-label">{label}</span>
          </li>
        ))}
      </ol>
      <p className="pipeline-none">{WORDS.pipelineEmpty}</p>
    </>
  );
}
