import type { RequestView, StageView } from '#session/view.ts';
import { CommandLine } from '../kit/CommandLine.tsx';
import { Canal } from '../kubelet/Canal.tsx';
import { frame, journeyLength } from '../kubelet/canal.ts';
import { PICTURE } from '../words/picture.ts';
import { WORDS } from '../words.ts';

interface Props {
  readonly request: RequestView;
  /** The gate that is pointed at; null shows the answer. */
  readonly pointer: number | null;
  onPoint(gate: number): void;
}

/** A request's way through the gates. Up to the gate that is pointed at it is drawn, and that gate's sentence stands below. */
export function PresentedPicture({ request, pointer, onPoint }: Props) {
  const { stages, line, outcome, headline, sentence } = request;
  const stage = pointer === null ? undefined : stages[pointer];
  const clock = pointer === null ? journeyLength(stages) : pointer + 0.5;
  return (
    <div className="present-picture">
      <p className="present-asked">
        <CommandLine line={line} />
      </p>
      <div className="present-canal">
        <Canal
          label={PICTURE.gatesOf(request.number)}
          frame={frame(stages, clock)}
          parting={stage?.name ?? null}
          unlabelled={false}
          still
          onGate={onPoint}
        />
      </div>
      {stage === undefined ? (
        <div className="present-verdict">
          <p className={`present-headline outcome-${outcome}`}>{headline}</p>
          <p className="present-sentence">
            <span className="sr-only">{WORDS.outcomes[outcome]}: </span>
            {sentence}
          </p>
          <CauseLabels stage={decisive(stages)} />
        </div>
      ) : (
        <div className="present-stage">
          <p className="present-headline">{stage.label}</p>
          <p className="present-sentence">{stage.sentence}</p>
          <CauseLabels stage={stage} />
        </div>
      )}
    </div>
  );
}

/** The gate whose decision ended the journey. */
function decisive(stages: readonly StageView[]): StageView | undefined {
  return stages.findLast(({ state, causes }) => state !== 'not-reached' && causes.length > 0);
}

function CauseLabels({ stage }: { readonly stage: StageView | undefined }) {
  if (stage === undefined) return null;
  return (
    <ul className="present-causes">
      {stage.causes.map(({ label }) => (
        <li key={label}>{label}</li>
      ))}
    </ul>
  );
}
