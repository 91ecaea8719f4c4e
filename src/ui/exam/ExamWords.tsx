import { Masthead } from '../app/Masthead.tsx';
import { hashOf } from '../app/route.ts';
import { EXAM } from '../words/exam.ts';

interface Props {
  readonly words: string;
  /** The exam whose start page may help; null when there is none. */
  readonly exam?: string;
}

/** A sentence in the place of an exam, and the ways on. */
export function ExamWords({ words, exam }: Props) {
  return (
    <>
      <Masthead />
      <main className="exam-page">
        <p role="status">{words}</p>
        {exam !== undefined && (
          <p>
            <a className="link" href={hashOf({ kind: 'exam', id: exam, seed: null })}>
              {EXAM.toExam}
            </a>
          </p>
        )}
        <a className="link" href={hashOf({ kind: 'home' })}>
          {EXAM.home}
        </a>
      </main>
    </>
  );
}
