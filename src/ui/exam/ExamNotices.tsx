import { useState } from 'react';
import type { SessionExam } from '#session/view/exam.ts';
import { download } from '../timeline/download.ts';
import '../timeline/Notices.css';
import { EXAM } from '../words/exam.ts';
import { useExam } from './useExam.ts';

/** A clock that jumped, minutes that are left, and storage that keeps nothing: a sentence each. */
export function ExamNotices({ exam }: { readonly exam: SessionExam }) {
  const jumped = useExam(exam, (view) => view.jumped);
  const warning = useExam(exam, (view) => view.warning);
  const saved = useExam(exam, (view) => view.saved);
  const [understood, setUnderstood] = useState<ReadonlySet<string>>(seenOf(exam));
  const notices = [
    ...(saved.state === 'unsaved' ? [{ id: 'unsaved', words: EXAM.unsaved(saved.words) }] : []),
    ...(jumped === null ? [] : [{ id: `jumped ${jumped}`, words: EXAM.jumped(jumped) }]),
    ...(warning === null ? [] : [{ id: `left ${warning}`, words: EXAM.left(warning) }]),
  ].filter(({ id }) => !understood.has(id));
  const dismiss = (id: string): void => {
    seenOf(exam).add(id);
    setUnderstood(new Set(seenOf(exam)));
  };
  return (
    <section className="notices" aria-label={EXAM.timeLeft} hidden={notices.length === 0}>
      {notices.map(({ id, words }) => (
        <div key={id} className="notice">
          <p>{words}</p>
          <span className="notice-offers">
            {id === 'unsaved' ? (
              <button type="button" className="button" onClick={() => void exam.exported().then(download)}>
                {EXAM.export}
              </button>
            ) : (
              <button type="button" className="button" onClick={() => dismiss(id)}>
                {EXAM.dismiss}
              </button>
            )}
          </span>
        </div>
      ))}
    </section>
  );
}

const seen = new WeakMap<SessionExam, Set<string>>();

/** What was understood stays so when the question changes. */
function seenOf(exam: SessionExam): Set<string> {
  const known = seen.get(exam) ?? new Set();
  seen.set(exam, known);
  return known;
}
