import { useEffect, useState } from 'react';
import type { SessionExam } from '#session/view/exam.ts';
import { Masthead } from '../app/Masthead.tsx';
import type { PageProps } from '../app/pages.table.ts';
import { hashOf } from '../app/route.ts';
import { EXAM } from '../words/exam.ts';
import { ExamRun } from './ExamRun.tsx';
import { ExamStart } from './ExamStart.tsx';
import { Debrief } from './report/Debrief.tsx';
import { useExam } from './useExam.ts';
import './Exam.css';

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly exam: SessionExam }
  | { readonly kind: 'failed'; readonly reason: string };

/** An exam from its start page over its questions to what came of it. */
export function ExamPage({ host, route }: PageProps) {
  const [state, setState] = useState<State>({ kind: 'loading' });
  const id = route.kind === 'exam' ? route.id : '';
  const seed = route.kind === 'exam' ? route.seed : null;
  const known = host.exams.find((one) => one.id === id);
  useEffect(() => {
    if (known === undefined) return;
    let wanted = true;
    document.title = EXAM.pageTitle(known.title);
    host.openExam(id, seed).then(
      (exam) => {
        // A link with a seed is about that seed, unless another one is being taken.
        if (seed !== null && exam.view().phase === 'ready' && exam.view().seed !== seed) exam.again(seed);
        if (wanted) setState({ kind: 'ready', exam });
      },
      (reason: unknown) =>
        wanted && setState({ kind: 'failed', reason: reason instanceof Error ? reason.message : String(reason) }),
    );
    return () => {
      wanted = false;
    };
  }, [host, id, seed, known]);
  if (known === undefined) return <Words words={EXAM.none(id)} />;
  if (state.kind === 'ready') return <Phase exam={state.exam} summary={known} />;
  return <Words words={state.kind === 'loading' ? EXAM.loading : `${EXAM.failed} ${state.reason}`} />;
}

function Phase({
  exam,
  summary,
}: {
  readonly exam: SessionExam;
  readonly summary: Parameters<typeof ExamStart>[0]['summary'];
}) {
  const phase = useExam(exam, (view) => view.phase);
  if (phase === 'ready') return <ExamStart exam={exam} summary={summary} />;
  if (phase === 'over') return <Debrief exam={exam} />;
  return <ExamRun exam={exam} />;
}

function Words({ words }: { readonly words: string }) {
  return (
    <>
      <Masthead />
      <main className="exam-page">
        <p role="status">{words}</p>
        <a className="link" href={hashOf({ kind: 'home' })}>
          {EXAM.home}
        </a>
      </main>
    </>
  );
}
