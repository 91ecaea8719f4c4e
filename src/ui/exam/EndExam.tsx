import type { SessionExam } from '#session/view/exam.ts';
import { Modal } from '../kit/Modal.tsx';
import { EXAM } from '../words/exam.ts';
import { useExam } from './useExam.ts';

interface Props {
  readonly exam: SessionExam;
  onClose(): void;
}

/** Asks before the end, and says what is still open. */
export function EndExam({ exam, onClose }: Props) {
  const unanswered = useExam(exam, (view) => view.unanswered);
  const flagged = useExam(exam, (view) => view.tasks)
    .filter((task) => task.flagged)
    .map(({ number }) => number);
  return (
    <Modal title={EXAM.endTitle} onClose={onClose}>
      <p>{EXAM.endWords}</p>
      <ul className="exam-open">
        <li>{unanswered.length === 0 ? EXAM.allWorked : EXAM.unanswered(unanswered)}</li>
        {flagged.length > 0 && <li>{EXAM.flaggedStill(flagged)}</li>}
      </ul>
      <form method="dialog" className="modal-actions">
        <button type="submit" className="button">
          {EXAM.goOn}
        </button>
        <button type="submit" className="button button-owed" onClick={() => exam.submit()}>
          {EXAM.end}
        </button>
      </form>
    </Modal>
  );
}
