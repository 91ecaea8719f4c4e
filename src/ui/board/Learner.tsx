import type { Board, BoardRow, LearnerTimeline } from '#session/view/board.ts';
import type { TimelineStepView } from '#session/view/timeline.ts';
import { Modal } from '../kit/Modal.tsx';
import { useBrought } from '../lab/useLab.ts';
import { BOARD } from '../words/board.ts';

interface Props {
  readonly board: Board;
  readonly row: BoardRow;
  onClose(): void;
}

/** What a learner did, step by step, with the node's clock and its answers. */
export function Learner({ board, row, onClose }: Props) {
  const told = useBrought(async () => ({ timeline: await board.timeline(row.file) }));
  const name = row.name.trim() === '' ? BOARD.nameless : row.name;
  return (
    <Modal title={BOARD.timelineOf(name)} wide onClose={onClose}>
      <p className="board-dim">{BOARD.timelineLead}</p>
      {told === null && <p role="status">{BOARD.timelineLoading}</p>}
      {told !== null && told.timeline === null && <p role="status">{BOARD.timelineNone}</p>}
      {told !== null && told.timeline !== null && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
        <section className="learner-parts" tabIndex={0} aria-label={BOARD.timelineOf(name)}>
          {told.timeline.parts.map((part) => (
            <Part key={part.scenario} part={part} />
          ))}
        </section>
      )}
      <form method="dialog" className="modal-actions">
        <button type="submit" className="button">
          {BOARD.close}
        </button>
      </form>
    </Modal>
  );
}

function Part({ part: { scenario, spent, timeline } }: { readonly part: LearnerTimeline['parts'][number] }) {
  return (
    <section className="learner-part">
      <h3>{scenario}</h3>
      <p className="board-dim">{BOARD.spent(Math.round(spent / 60_000))}</p>
      {timeline.note !== '' && <p className="learner-note">{timeline.note}</p>}
      {timeline.steps.length === 0 && <p>{BOARD.noSteps}</p>}
      <ol>
        {timeline.steps.map((step) => (
          <Step key={step.position} step={step} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step: { clock, title, answer, consequences, note } }: { readonly step: TimelineStepView }) {
  return (
    <li>
      <span className="learner-clock">{clock}</span> <span className="learner-title">{title}</span>
      {answer !== null && (
        <>
          {' '}
          <span className="sr-only">{BOARD.answered}</span>{' '}
          <span className={`outcome-${answer.outcome}`}>{answer.headline}</span>
        </>
      )}
      {consequences.map((words) => (
        <p key={words} className="board-dim">
          {words}
        </p>
      ))}
      {note !== '' && <p className="learner-note">{note}</p>}
    </li>
  );
}
