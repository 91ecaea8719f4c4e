import type { RequestView } from '#session/view.ts';
import { WhatWould } from '../counterfactual/WhatWould.tsx';
import { CommandLine } from '../kit/CommandLine.tsx';
import { useDesk, useSession, useView } from '../store/bench.tsx';
import { PICTURE } from '../words/picture.ts';
import { WORDS } from '../words.ts';
import { Answer } from './Answer.tsx';
import { Canal } from './Canal.tsx';
import { CompareSelect } from './CompareSelect.tsx';
import { Comparison } from './Comparison.tsx';
import { frame, journeyLength } from './canal.ts';
import { FirstHop, SecondHopWords } from './Hops.tsx';
import { onJourneyKey } from './journeyKeys.ts';
import { TransportRow } from './TransportRow.tsx';
import { useJourney } from './useJourney.ts';
import './Picture.css';

interface Props {
  readonly request: RequestView;
  /** The request that lies beside it. */
  readonly kept: RequestView | null;
}

/** A request's journey, or two side by side, moved by one clock; the answer and the three questions under it. */
export function Picture({ request, kept }: Props) {
  const session = useSession();
  const mayDiagnose = useView((view) => view.allowed.diagnosis);
  // Two requests side by side are compared at the kubelet; one alone is shown from its first hop on.
  const hop = kept === null ? request.through : null;
  const first = hop === null ? 0 : journeyLength(hop.stages);
  const end = first + Math.max(...[request, kept].map((one) => (one === null ? 0 : journeyLength(one.stages))));
  const journey = useJourney(`${request.number} ${kept?.number ?? ''}`, end);
  const comparison = kept === null ? null : session.compare(kept.number, request.number);
  const lanes = (kept === null ? [request] : [kept, request]).map((one) => ({
    request: one,
    frame: frame(one.stages, journey.clock - first),
  }));
  const over = journey.clock >= end;
  return (
    <>
      <section className="pipeline" aria-label={WORDS.pipeline} onKeyDown={(event) => onJourneyKey(event, journey)}>
        <Head request={request} />
        {hop !== null && (
          <FirstHop request={request} hop={hop} clock={journey.clock} still={!journey.playing} onGate={journey.jump} />
        )}
        {lanes.map((lane, index) => (
          <div key={lane.request.number} className="lane">
            <p className="pipeline-line">
              {kept !== null && <LaneNumber request={lane.request} told={over} />}
              {hop === null ? <CommandLine line={lane.request.line} /> : <SecondHopWords request={request} hop={hop} />}
            </p>
            <Canal
              label={PICTURE.gatesOf(lane.request.number)}
              frame={lane.frame}
              parting={comparison?.parting ?? null}
              unlabelled={index > 0}
              still={!journey.playing}
              onGate={(gate) => journey.jump(first + gate)}
            />
          </div>
        ))}
        <div className="picture-controls">
          <TransportRow journey={journey} />
          <CompareSelect shown={request.number} kept={kept?.number ?? null} />
        </div>
        {comparison !== null && <Comparison comparison={comparison} />}
      </section>
      <Answer
        request={request}
        lanes={hop !== null && journey.clock < first ? [{ request, frame: frame(hop.stages, journey.clock) }] : lanes}
        over={over}
        still={!journey.playing}
      />
      {request.server === 'kubelet' && mayDiagnose && (
        // Before the journey is over its answer is nobody's to know.
        <div hidden={!over}>
          <WhatWould key={request.number} request={request} />
        </div>
      )}
    </>
  );
}

function Head({ request }: { readonly request: RequestView }) {
  const latest = useView((view) => view.requests.findLast((one) => 'stages' in one)?.number);
  const showRequest = useDesk((desk) => desk.showRequest);
  const shown = useView((view) => view.node.name);
  return (
    <div className="pipeline-head">
      <h3 className="eyebrow">{WORDS.pipeline}</h3>
      <span className="pipeline-which">
        {whither(request, shown)}{' '}
        {request.number !== latest && (
          <button type="button" className="link" onClick={() => showRequest(null)}>
            {WORDS.latest}
          </button>
        )}
      </span>
    </div>
  );
}

/** To whose door a request came; the node is named when another one is on the screen. */
function whither({ number, port, node, server }: RequestView, shown: string): string {
  if (server === 'api-server') return PICTURE.toApiServer(number);
  return node === shown ? PICTURE.through(number, port) : PICTURE.throughOf(number, port, node);
}

/** Which of the two it is, and how it ended once that is told. */
function LaneNumber({ request, told }: { readonly request: RequestView; readonly told: boolean }) {
  return (
    <span className="lane-number">
      {PICTURE.request(request.number)}
      {told && <span className={`outcome-${request.outcome}`}> {request.headline}</span>}
    </span>
  );
}
