import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ExamSummary, SessionExam } from '#session/view/exam.ts';
import type { Host } from '../app/host.ts';
import type { PageProps } from '../app/pages.table.ts';
import { EXAM } from '../words/exam.ts';
import { Elsewhere } from './Elsewhere.tsx';
import { ExamRun } from './ExamRun.tsx';
import { ExamStart } from './ExamStart.tsx';
import { ExamWords } from './ExamWords.tsx';
import { PastExam } from './PastExam.tsx';
import { endedIn } from './place.ts';
import { Debrief } from './report/Debrief.tsx';
import { useExam } from './useExam.ts';
import './Exam.css';

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly exam: SessionExam }
  | { readonly kind: 'failed'; readonly reason: string };

/** An exam, or the result of an earlier one where the address asks for that. */
export function ExamPage({ host, route }: PageProps) {
  const hash = useSyncExternalStore(onHash, () => location.hash);
  const id = route.kind === 'exam' ? route.id : '';
  const seed = route.kind === 'exam' ? route.seed : null;
  const known = host.exams.find((one) => one.id === id);
  useEffect(() => {
    if (known !== undefined) document.title = EXAM.pageTitle(known.title);
  }, [known]);
  if (known === undefined) return <ExamWords words={EXAM.none(id)} />;
  const ended = endedIn(hash);
  if (ended !== null) return <PastExam key={`${id} ${ended}`} host={host} id={id} ended={ended} />;
  return <TakenExam key={id} host={host} known={known} seed={seed} />;
}

function onHash(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

interface TakenProps {
  readonly host: Host;
  readonly known: ExamSummary;
  readonly seed: number | null;
}

/** An exam from its start page over its questions to what came of it. */
function TakenExam({ host, known, seed }: TakenProps) {
  const { id } = known;
  const [state, setState] = useState<State>({ kind: 'loading' });
  useEffect(() => {
    let wanted = true;
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
  }, [host, id, seed]);
  if (state.kind === 'ready') return <Phase exam={state.exam} summary={known} />;
  return <ExamWords words={state.kind === 'loading' ? EXAM.loading : `${EXAM.failed} ${state.reason}`} />;
}

function Phase({ exam, summary }: { readonly exam: SessionExam; readonly summary: ExamSummary }) {
  const phase = useExam(exam, (view) => view.phase);
  const elsewhere = useExam(exam, (view) => view.elsewhere);
  if (elsewhere) return <Elsewhere exam={exam} />;
  if (phase === 'ready') return <ExamStart exam={exam} summary={summary} />;
  if (phase === 'over') return <Debrief exam={exam} />;
  return <ExamRun exam={exam} />;
}
