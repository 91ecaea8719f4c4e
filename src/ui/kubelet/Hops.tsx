import type { HopView, RequestView } from '#session/view.ts';
import { CommandLine } from '../kit/CommandLine.tsx';
import { PICTURE } from '../words/picture.ts';
import { Canal } from './Canal.tsx';
import { frame, journeyLength } from './canal.ts';
import './Hops.css';

interface Props {
  readonly request: RequestView;
  readonly hop: HopView;
  /** Of the whole journey, in gates. */
  readonly clock: number;
  readonly still: boolean;
  onGate(index: number): void;
}

/** The first of two hops: the client's way through the API server, which then asks a kubelet as itself. */
export function FirstHop({ request, hop, clock, still, onGate }: Props) {
  return (
    <div className="lane">
      <p className="pipeline-line">
        <CommandLine line={request.line} />
      </p>
      <p className="hop">
        <strong>{PICTURE.firstHop}</strong> {PICTURE.caller(hop.caller)}
      </p>
      <Canal
        label={PICTURE.hopGates(request.number, PICTURE.firstHop)}
        frame={frame(hop.stages, Math.min(clock, journeyLength(hop.stages)))}
        parting={null}
        unlabelled={false}
        still={still}
        onGate={onGate}
      />
    </div>
  );
}

/** Whose gates come second, and whom they see. */
export function SecondHopWords({ request, hop }: { readonly request: RequestView; readonly hop: HopView }) {
  return (
    <span className="hop">
      <strong>{PICTURE.secondHop(request.node)}</strong> {PICTURE.seenAs(hop.seenAs)}
    </span>
  );
}
